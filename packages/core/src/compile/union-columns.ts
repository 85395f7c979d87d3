import { unionOf } from '../value/union-of.ts'
import { anyType } from '../value/value-types.ts'
import type { Column } from './compiled-query.ts'

/** The columns of a statement: those of its RETURN, or of all branches of UNION together, named by the first. */
export const unionColumns = (branches: readonly (readonly Column[] | undefined)[]): readonly Column[] | undefined => {
  const first = branches[0]
  if (first === undefined || branches.length === 1) return first
  if (branches.includes(undefined)) return undefined
  return first.map(({ name, type }) => ({
    name,
    type: unionOf([
      type,
      ...branches.slice(1).map((branch) => branch?.find((column) => column.name === name)?.type ?? anyType),
    ]),
  }))
}
