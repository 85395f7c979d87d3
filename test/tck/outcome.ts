import { type Answer, ask, type Request } from './answer.ts'
import type { Graph } from './graph.ts'
import { effectsOf, type GraphState, portrait, stateOf } from './graph-state.ts'
import { readValue } from './read-value.ts'
import type { Scenario } from './scenario.ts'
import { translate } from './translate.ts'

/** What came of a scenario asked one way. */
export interface Outcome {
  readonly answer: Answer
  /** What the graph looks like after it; nothing where it cannot have changed. */
  readonly left: string | undefined
  readonly effects: Readonly<Record<string, number>>
  readonly controls: readonly Answer[]
}

const writing = /\b(?:CREATE|MERGE|SET|REMOVE|DELETE|FOREACH|CALL)\b/i
const writes = ({ query, effects }: Scenario): boolean => writing.test(query) || Object.keys(effects).length > 0

/** The parameters of a scenario as values. */
export const paramsOf = ({ params }: Scenario): Record<string, unknown> =>
  Object.fromEntries(Object.entries(params).map(([name, text]) => [name, readValue(text)]))

/** Fills the graph, in the dialect's words: what is asked is the query, not what its graph was made with. */
const fill = async ({ given, params }: { given: readonly string[]; params: object }, graph: Graph): Promise<void> => {
  const { executor } = graph
  for (const text of given) {
    graph.touch()
    let request: Request = { text, params: {} }
    try {
      request = requestOf(translate(text, 'written', { dialect: executor.dialect, params: {} }))
    } catch {
      // As it stands, then.
    }
    const answer = await ask(executor, request)
    if ('error' in answer) throw new Error(`its graph cannot be made: ${answer.error.message}`, { cause: params })
  }
}

/** What is sent of a text that went through the tree. */
export const requestOf = ({ compiled, params }: ReturnType<typeof translate>): Request => ({
  text: compiled.text,
  params,
  parameters: compiled.bindings,
})

const nothing: GraphState = { nodes: [], relationships: [] }

/** Asks one text in the graph of a scenario, and looks at what it leaves. Throws when that graph cannot be made. */
export const outcomeOf = async (scenario: Scenario, request: Request, graph: Graph): Promise<Outcome> => {
  await graph.empty()
  await fill(scenario, graph)
  const changing = writes(scenario)
  if (changing) graph.touch()
  const before = changing ? await stateOf(graph.executor) : nothing
  const answer = await ask(graph.executor, request)
  const after = changing ? await stateOf(graph.executor) : nothing
  const controls: Answer[] = []
  for (const { query } of scenario.controls) controls.push(await ask(graph.executor, { text: query, params: {} }))
  return { answer, left: changing ? portrait(after) : undefined, effects: effectsOf(before, after), controls }
}
