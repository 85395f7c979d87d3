import type { Clause } from '../ast/clause.ts'
import { quoteName } from '../ast/quote.ts'
import { GraphError } from '../error/graph-error.ts'
import type { BagOf } from '../grammar/expression.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'

type Labels<S extends SchemaShape> = (keyof S['nodes'] & string) | (keyof S['relationships'] & string)

/** What the planner is told to use: an index, a scan of a label, or a join on names. */
export type Hint<S extends SchemaShape, Scope, K extends keyof Scope & string> =
  | {
      /** The label, or the type of a relationship, whose index is meant. */
      readonly index: Labels<S>
      readonly on: K
      readonly properties: readonly (keyof BagOf<S, Scope[K]> & string)[]
      readonly kind?: 'range' | 'text' | 'point' | undefined
      /** The index alone, without a look at what it leads to: `SEEK`. */
      readonly seek?: boolean | undefined
    }
  | { readonly scan: Labels<S>; readonly on: K }
  | { readonly join: readonly (keyof Scope & string)[] }

/** The same for the run time, where any of them may be there. */
interface Given {
  readonly index?: string
  readonly scan?: string
  readonly on?: string
  readonly properties?: readonly string[]
  readonly kind?: string
  readonly seek?: boolean
  readonly join?: readonly string[]
}

const kinds = new Set(['range', 'text', 'point'])

const listed = (names: readonly string[] | undefined): string => {
  if (names === undefined || names.length === 0) throw new GraphError('USAGE', 'using() takes at least one name')
  return names.map(quoteName).join(', ')
}

const textOf = ({ index, scan, on = '', properties, kind, seek, join }: Given): string => {
  if (join !== undefined) return `JOIN ON ${listed(join)}`
  if (scan !== undefined) return `SCAN ${quoteName(on)}:${quoteName(scan)}`
  if (index === undefined) throw new GraphError('USAGE', 'using() takes an index, a scan or a join')
  if (kind !== undefined && !kinds.has(kind)) throw new GraphError('USAGE', `there is no hint for a ${kind} index`)
  const word = `${kind === undefined ? '' : `${kind.toUpperCase()} `}INDEX ${seek === true ? 'SEEK ' : ''}`
  return `${word}${quoteName(on)}:${quoteName(index)}(${listed(properties)})`
}

/** `USING INDEX u:User(id)` from its parts. */
export const hintOf = (given: unknown): Clause => ({
  kind: 'prefix',
  name: 'USING',
  source: `USING ${textOf(given as Given)}`,
})
