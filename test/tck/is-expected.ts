import type { Answer } from './answer.ts'
import { canonical } from './canonical.ts'
import type { Outcome } from './outcome.ts'
import { readValue } from './read-value.ts'
import type { Expected, Scenario } from './scenario.ts'

const inOrder = (rows: readonly string[], ordered: boolean): string => (ordered ? rows : rows.toSorted()).join('\n')

const answers = (answer: Answer, expected: Expected): boolean => {
  if (expected.kind === 'error') return 'error' in answer
  if ('error' in answer) return false
  const { columns, ordered, looseLists } = expected
  if (columns.length === 0) return answer.rows.length === 0
  // Rows are read by name: the order in which * names its columns is nobody's.
  if (columns.toSorted().join('\n') !== answer.columns.toSorted().join('\n')) return false
  const found = answer.rows.map((row) => columns.map((name) => canonical(row[name], looseLists)).join(' | '))
  const wanted = expected.rows.map((row) => row.map((cell) => canonical(readValue(cell), looseLists)).join(' | '))
  return inOrder(found, ordered) === inOrder(wanted, ordered)
}

/** Whether a scenario came out as the kit says. Which error is raised, and when, is left to the engine. */
export const isExpected = (outcome: Outcome, scenario: Scenario): boolean => {
  if (!answers(outcome.answer, scenario.expected)) return false
  if (scenario.expected.kind === 'error') return true
  if (canonical(outcome.effects) !== canonical(scenario.effects)) return false
  return scenario.controls.every(({ expected }, at) => {
    const answer = outcome.controls[at]
    return answer !== undefined && answers(answer, expected)
  })
}
