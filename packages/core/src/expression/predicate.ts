import { GraphError } from '../error/graph-error.ts'
import type { Operand } from './operand.ts'
import { Operation, treeOf } from './operation.ts'
import type { NullOf, Value } from './value.ts'

type Temporal = 'DATE' | 'LOCAL TIME' | 'ZONED TIME' | 'LOCAL DATETIME' | 'ZONED DATETIME' | 'DURATION'
type Plain =
  | 'ANY'
  | 'BOOLEAN'
  | 'STRING'
  | 'INTEGER'
  | 'FLOAT'
  | 'MAP'
  | 'POINT'
  | 'PATH'
  | 'NODE'
  | 'RELATIONSHIP'
  | 'NULL'
  | 'NOTHING'
type One = Plain | Temporal | 'PROPERTY VALUE' | `LIST<${string}>`
/** A type as Cypher names it: `STRING`, `INTEGER NOT NULL`, `LIST<STRING NOT NULL>`, `INTEGER | FLOAT`. */
export type TypeName = One | `${One} NOT NULL` | `${One} | ${string}` | `${One} NOT NULL | ${string}`

/**
 * Whether a value is of a type; null is of every type that does not say NOT NULL.
 *
 * @example
 * isType(u.age, 'INTEGER NOT NULL')   // u.age IS :: INTEGER NOT NULL
 * @throws GraphError USAGE for what is no type.
 */
export const isType = <P>(value: Value<unknown, P>, type: TypeName): Operand<boolean, P> => {
  if (!/^[A-Z][A-Z <>|]*$/.test(type)) throw new GraphError('USAGE', `'${type}' is no type: write it in capitals`)
  return new Operation({ kind: 'type-test', negated: false, operand: treeOf(value, 'isType()'), type }) as never
}

/**
 * Whether a text is in a normal form of Unicode, NFC unless another is named.
 *
 * @example
 * isNormalized(u.name, 'NFKC')   // u.name IS NFKC NORMALIZED
 */
export const isNormalized = <T extends string | null, P>(
  text: Value<T, P>,
  form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD' = 'NFC',
): Operand<boolean | NullOf<T>, P> =>
  new Operation({ kind: 'normal-form-test', negated: false, operand: treeOf(text, 'isNormalized()'), form }) as never
