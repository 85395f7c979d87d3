import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { compile } from '@cucumber/gherkin'
import type { Control, Expected, Scenario } from './scenario.ts'

type Pickle = ReturnType<typeof compile>[number]
type Step = Pickle['steps'][number]

const textOf = ({ argument }: Step): string => argument?.docString?.content ?? ''

const cellsOf = ({ argument }: Step): string[][] =>
  (argument?.dataTable?.rows ?? []).map(({ cells }) => cells.map(({ value }) => value))

const pairsOf = (step: Step): [string, string][] => cellsOf(step).map(([name = '', value = '']) => [name, value])

/** What a step of the outcome promises of the query before it. */
const expectedOf = (step: Step): Expected | undefined => {
  const error = /^an? (\w+) should be raised/.exec(step.text)
  if (error !== null) return { kind: 'error', type: error[1] ?? '' }
  if (!step.text.startsWith('the result should be')) return undefined
  const [columns = [], ...rows] = cellsOf(step)
  const ordered = step.text.includes(', in order')
  return { kind: 'rows', columns, rows, ordered, looseLists: step.text.includes('ignoring element order') }
}

/** What is put together while steps are read. */
interface Draft {
  readonly given: string[]
  readonly params: Record<string, string>
  readonly effects: Record<string, number>
  readonly asked: { query: string; expected: Expected | undefined }[]
  unasked: string | undefined
}

const readStep = (step: Step, draft: Draft, kit: string): void => {
  const { text } = step
  const graph = /^the (.+) graph$/.exec(text)?.[1]
  const last = draft.asked.at(-1)
  if (graph !== undefined) draft.given.push(readFileSync(join(kit, 'graphs', graph, `${graph}.cypher`), 'utf8'))
  else if (text === 'having executed:') draft.given.push(textOf(step))
  else if (text === 'parameters are:') Object.assign(draft.params, Object.fromEntries(pairsOf(step)))
  else if (text === 'executing query:' || text === 'executing control query:')
    draft.asked.push({ query: textOf(step), expected: undefined })
  else if (text === 'the side effects should be:')
    for (const [name, count] of pairsOf(step)) draft.effects[name] = Number(count)
  else if (text.startsWith('there exists a procedure')) draft.unasked = 'needs a procedure of the kit’s own'
  else if (last !== undefined) last.expected ??= expectedOf(step)
  else if (text !== 'an empty graph' && text !== 'any graph') throw new Error(`a step that is not known: ${text}`)
}

/** Throws for a step that it does not know, and for a query of which nothing is promised. */
export const readScenario = (pickle: Pickle, place: { area: string; id: string; kit: string }): Scenario => {
  const { area, id, kit } = place
  const draft: Draft = { given: [], params: {}, effects: {}, asked: [], unasked: undefined }
  for (const step of pickle.steps) readStep(step, draft, kit)
  const asked = draft.asked.map(({ query, expected }): Control => {
    if (expected === undefined) throw new Error(`nothing is promised of a query of ${id}`)
    return { query, expected }
  })
  const [first, ...controls] = asked
  if (first === undefined) throw new Error(`no query in ${id}`)
  const { given, params, effects, unasked } = draft
  return { id, area, given, params, query: first.query, expected: first.expected, effects, controls, unasked }
}
