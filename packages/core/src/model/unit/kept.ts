import type { ModelContext } from '../model-context.ts'

type Row = Record<string, unknown>

/** What says whether rows are whole: those of a choice have other names. */
interface Choice {
  readonly select?: unknown
  readonly include?: unknown
}

/** Rows that were read whole become the transaction's own: of a node that it knows already, the object it has. */
export const kept = ({ definition, unit }: ModelContext, { select, include }: Choice, rows: readonly Row[]): Row[] => {
  const identities = select === undefined && include === undefined ? unit.identities(definition) : undefined
  return rows.map((row) => identities?.keep(row) ?? row)
}
