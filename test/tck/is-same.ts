import { GraphError } from '@motif/core'
import type { Answer } from './answer.ts'
import { canonical } from './canonical.ts'
import type { Outcome } from './outcome.ts'
import type { Scenario } from './scenario.ts'

/** How closely two answers are compared. */
interface Manner {
  /** By the names of columns; otherwise by their places. */
  readonly names: boolean
  readonly ordered: boolean
  readonly loose: boolean
}

/** A server's codes name a kind of failure; Grafeo's tell how its words were put. */
const codeOf = (error: Error): string | undefined => {
  const code = error instanceof GraphError ? error.engineCode : undefined
  return code?.startsWith('Neo.') === true ? code : undefined
}

type Rows = Extract<Answer, { readonly rows: unknown }>

const namesOf = ({ columns }: Rows): string => columns.toSorted().join('\n')

const linesOf = ({ columns, rows }: Rows, { names, ordered, loose }: Manner): string => {
  const order = names ? columns.toSorted() : columns
  const lines: string[] = rows.map((row) => order.map((name) => canonical(row[name], loose)).join(' | '))
  return (ordered ? lines : lines.toSorted()).join('\n')
}

const sameAnswer = (a: Answer, b: Answer, manner: Manner): boolean => {
  if ('error' in a && 'error' in b) return a.by !== 'engine' || b.by !== 'engine' || codeOf(a.error) === codeOf(b.error)
  if ('error' in a || 'error' in b) return false
  return (!manner.names || namesOf(a) === namesOf(b)) && linesOf(a, manner) === linesOf(b, manner)
}

/** Whether two texts of a scenario came to the same: rows or errors, the graph after them, and what is asked of that. */
export const isSame = (a: Outcome, b: Outcome, scenario: Scenario, names: boolean): boolean => {
  const { expected } = scenario
  const rows = expected.kind === 'rows'
  const manner: Manner = { names, ordered: rows && expected.ordered, loose: rows && expected.looseLists }
  if (!sameAnswer(a.answer, b.answer, manner) || a.left !== b.left) return false
  return a.controls.every((each, at) => {
    const other = b.controls[at]
    return other !== undefined && sameAnswer(each, other, { names: true, ordered: false, loose: false })
  })
}
