import { type CypherFunction, cypherFunction } from '../cypher-function.ts'
import type { Operand } from '../operand.ts'
import type { Argument, ParamsIn, Value } from '../value.ts'

/** Null where two values are equal, the first of them otherwise: `nullIf(u.name, '')` makes `nullIf(u.name, $p1)`. */
export const nullIf: <T, P, const A extends Argument<NonNullable<T>>>(
  value: Value<T, P>,
  other: A,
) => Operand<T | null, P & ParamsIn<A, NonNullable<T>>> = /* @__PURE__ */ cypherFunction('nullIf')
/** The type of a value, in words such as INTEGER NOT NULL: `valueType(u.id)`. */
export const valueType: <P>(value: Value<unknown, P>) => Operand<string, P> =
  /* @__PURE__ */ cypherFunction('valueType')
/** Milliseconds since 1970, the same in all of a query: `timestamp()`. */
export const timestamp: CypherFunction<[], number> = /* @__PURE__ */ cypherFunction('timestamp')
/** A new UUID as text, another for each row: `randomUUID()`. */
export const randomUUID: CypherFunction<[], string> = /* @__PURE__ */ cypherFunction('randomUUID')
/** The path of the file that LOAD CSV reads: `file()`. */
export const file: CypherFunction<[], string | null> = /* @__PURE__ */ cypherFunction('file')
/** The line of the file that LOAD CSV reads: `linenumber()`. */
export const linenumber: CypherFunction<[], number | null> = /* @__PURE__ */ cypherFunction('linenumber')
