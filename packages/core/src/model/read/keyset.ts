import type { Expression } from '../../ast/expression.ts'
import type { ScalarName } from '../../value/value-type.ts'
import { refusal } from '../refuse.ts'
import type { Draft, Path } from './draft.ts'
import { keyExpression, type SortKey } from './order.ts'
import { and, binary, call, isNull, literal, or } from './tree.ts'

/** The function that reads each temporal type, whose values are kept as text: of a JS Date half the digits are gone. */
const constructors: Partial<Record<ScalarName, string>> = {
  date: 'date',
  time: 'time',
  localTime: 'localtime',
  dateTime: 'datetime',
  localDateTime: 'localdatetime',
}

const kept = new Set<string>([
  'string',
  'boolean',
  'integer',
  'bigint',
  'float',
  'number',
  ...Object.keys(constructors),
])

const constructorOf = ({ field }: SortKey): string | undefined => constructors[field.type.kind as ScalarName] // others have none

/** The value of a key in a row, as a cursor keeps it. */
export const cursorValue = (key: SortKey, node: string): Expression => {
  if (!kept.has(key.field.type.kind))
    throw refusal(`page() cannot keep its place by '${key.field.name}', which is of type ${key.field.type.kind}`)
  const value = keyExpression(key, node)
  return constructorOf(key) === undefined ? value : call('toString', value)
}

/** Where a page begins. */
export interface Start {
  readonly node: string
  readonly keys: readonly SortKey[]
  /** The values of the row before it. */
  readonly values: readonly unknown[]
  readonly path: Path
}

interface Term {
  readonly equal: Expression
  /** What comes after the value; `undefined` where nothing does. */
  readonly beyond: Expression | undefined
  /** What is not before the value, where that can be said in one. */
  readonly least: Expression | undefined
}

const orNull = (beyond: Expression | undefined, of: Expression): Expression =>
  beyond === undefined ? isNull(of) : or([beyond, isNull(of)])

/** Of two values one comes after the other at most: no engine has to compare them. */
const ofBoolean = (value: boolean, key: SortKey, of: Expression): Term => {
  const beyond = value === key.descending ? binary(of, '=', literal(!value)) : undefined
  const nullsAfter = key.field.type.nullable && !key.descending
  return { equal: binary(of, '=', literal(value)), beyond: nullsAfter ? orNull(beyond, of) : beyond, least: undefined }
}

/** As Cypher has it, null is greater than all else: last when ascending, first when descending. */
const termOf = (draft: Draft, key: SortKey, { node, values, path }: Start, at: number): Term => {
  const of = keyExpression(key, node)
  const { nullable } = key.field.type
  const found = values[at]
  if (found === null)
    return { equal: isNull(of), beyond: key.descending ? isNull(of, true) : undefined, least: undefined }
  if (typeof found === 'boolean') return ofBoolean(found, key, of)
  const given = draft.parameter([...path, at])
  const constructor = constructorOf(key)
  const value = constructor === undefined ? given : call(constructor, given)
  const beyond = binary(of, key.descending ? '<' : '>', value)
  const nullsAfter = nullable && !key.descending
  return {
    equal: binary(of, '=', value),
    beyond: nullsAfter ? orNull(beyond, of) : beyond,
    least: nullsAfter ? undefined : binary(of, key.descending ? '<=' : '>=', value),
  }
}

/**
 * The rows that come after one in an order: greater by the first key, or the same and greater by the second, and so on. The
 * bound of the first key stands before, for an index.
 */
export const keyset = (draft: Draft, start: Start): Expression => {
  const terms = start.keys.map((key, at) => termOf(draft, key, start, at))
  const ways = terms.flatMap(({ beyond }, at) => {
    if (beyond === undefined) return []
    return [and([...terms.slice(0, at).map(({ equal }) => equal), beyond]) ?? beyond]
  })
  return and([terms[0]?.least, or(ways)]) ?? literal(true)
}
