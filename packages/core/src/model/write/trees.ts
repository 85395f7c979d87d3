import type { Expression } from '../../ast/expression.ts'
import type { NodePattern, Pattern, RelationshipPattern } from '../../ast/pattern.ts'
import { Operation } from '../../expression/operation.ts'
import { pattern } from '../../pattern/path-pattern.ts'
import type { ValueType } from '../../value/value-type.ts'
import type { Relation } from '../definition.ts'

/** What the builder takes in place of text: a value, a pattern. */
export const put = (node: Expression): Operation => new Operation(node)

export const property = (of: Expression, key: string): Expression => ({ kind: 'property', of, key })
/** A value that becomes a parameter. */
export const value = (given: unknown, type?: ValueType): Expression =>
  type === undefined ? { kind: 'value', value: given } : { kind: 'value', value: given, type }
export const list = (...items: readonly Expression[]): Expression => ({ kind: 'list', items })
/** `CASE WHEN condition THEN then ELSE otherwise END` */
export const choose = (when: Expression, then: Expression, otherwise: Expression): Expression => ({
  kind: 'case',
  operand: undefined,
  branches: [{ when, then }],
  otherwise,
})

/** Named expressions as a map; `undefined` of none, so that a pattern without properties has no braces. */
export const mapOf = (entries: readonly (readonly [key: string, value: Expression])[]): Expression | undefined =>
  entries.length === 0 ? undefined : { kind: 'map', entries: entries.map(([key, of]) => ({ key, value: of })) }

export const node = (
  name: string | undefined,
  labels: readonly string[] = [],
  properties?: Expression,
): NodePattern => {
  const all = labels.map((each) => ({ kind: 'label', name: each }) as const)
  const [only] = all
  return {
    kind: 'node',
    variable: name,
    labels: all.length > 1 ? { kind: 'all-of', of: all } : only,
    properties,
    where: undefined,
  }
}

const arrow = (
  name: string | undefined,
  { type, direction }: Relation,
  properties?: Expression,
): RelationshipPattern => ({
  kind: 'relationship',
  variable: name,
  types: { kind: 'label', name: type },
  direction,
  length: undefined,
  properties,
  where: undefined,
})

type Path = { readonly [pattern]: Pattern }

const path = (...elements: Pattern['elements']): Path => ({
  [pattern]: { variable: undefined, search: undefined, elements },
})

/** `(n:User {…})` */
export const at = (of: NodePattern): Path => path(of)

/** `(n)-[r:TYPE {…}]->(m)`, by the direction of the relation. */
export const step = (
  from: string,
  relation: Relation,
  to: NodePattern,
  of: { readonly name?: string | undefined; readonly properties?: Expression | undefined } = {},
): Path => path(node(from), arrow(of.name, relation, of.properties), to)
