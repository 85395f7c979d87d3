import type { ModelContext } from '../model-context.ts'
import type { Plain } from '../read/plain.ts'

type Row = Record<string, unknown>

/** Rows that were read whole become the transaction's own: of a node that it knows already, the object it has. */
export const kept = ({ definition, unit }: ModelContext, given: Plain, rows: readonly Row[]): readonly Row[] => {
  const whole = given['select'] === undefined && given['include'] === undefined
  const identities = whole ? unit.identities(definition) : undefined
  return identities === undefined ? rows : rows.map((row) => identities.keep(row))
}
