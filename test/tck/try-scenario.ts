import { GraphError } from '@motif/core'
import { isExpected } from './is-expected.ts'
import { judge, type Refusal, type Verdict, worse } from './judge.ts'
import type { Graph } from './graph.ts'
import { type Outcome, outcomeOf, paramsOf, requestOf } from './outcome.ts'
import type { Scenario } from './scenario.ts'
import { translate, type Translated, type Way, ways } from './translate.ts'

/** What became of a scenario on an engine. */
export interface Report {
  readonly scenario: Scenario
  /** `unasked` where it cannot be asked at all. */
  readonly verdict: Verdict | 'unasked'
  /** Whether the original, and Motif's text, came to what the kit expects. */
  readonly original: boolean
  readonly ours: boolean
  /** What led to the verdict, for people. */
  readonly detail: string
}

const refusal = (error: unknown): Refusal => {
  if (!(error instanceof GraphError)) throw error
  const by = error.code === 'SYNTAX' ? 'grammar' : error.code === 'UNSUPPORTED_FEATURE' ? 'dialect' : 'motif'
  return { error, by }
}

const told = (outcome: Outcome | Refusal): string => {
  const answer = 'answer' in outcome ? outcome.answer : outcome
  if ('error' in answer) return `${answer.by}: ${answer.error.message.split('\n')[0]}`
  return JSON.stringify(answer.rows, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
}

interface Tried {
  readonly sent: string
  readonly outcome: Outcome | Refusal
}

/** One way through the tree. Where that gives the original back, it is not asked twice. */
const tryWay = async (scenario: Scenario, way: Way, graph: Graph, original: Outcome): Promise<Tried> => {
  const { dialect } = graph.executor
  let translated: Translated
  try {
    translated = translate(scenario.query, way, { dialect, params: paramsOf(scenario) })
  } catch (error) {
    return { sent: '', outcome: refusal(error) }
  }
  const request = requestOf(translated)
  const { text } = request
  return { sent: text, outcome: text === scenario.query ? original : await outcomeOf(scenario, request, graph) }
}

/** Asks the original and both ways through the tree, and judges by the worse of these. */
export const tryScenario = async (scenario: Scenario, graph: Graph): Promise<Report> => {
  const none = { scenario, verdict: 'unasked', original: false, ours: false } as const
  if (scenario.unasked !== undefined) return { ...none, detail: scenario.unasked }
  let original: Outcome
  try {
    original = await outcomeOf(scenario, { text: scenario.query, params: paramsOf(scenario) }, graph)
  } catch (error) {
    return { ...none, detail: (error as Error).message }
  }
  let verdict: Verdict = 'same'
  let ours = true
  const details = [`original: ${told(original)}`]
  for (const way of ways) {
    const { sent, outcome } = await tryWay(scenario, way, graph, original)
    const each = judge(scenario, original, outcome)
    verdict = worse(verdict, each)
    ours &&= 'answer' in outcome ? isExpected(outcome, scenario) : scenario.expected.kind === 'error'
    if (each !== 'same') details.push(`${way}, ${each}: ${sent}\n  ${told(outcome)}`)
  }
  return { scenario, verdict, original: isExpected(original, scenario), ours, detail: details.join('\n') }
}
