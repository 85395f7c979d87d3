import { type CypherFunction, cypherFunction } from '../cypher-function.ts'
import type { Instant, Span } from '../temporal-types.ts'

type Numeric = number | bigint
type Anything<R> = CypherFunction<[value: unknown], R | null>
type List<R> = CypherFunction<[list: readonly unknown[]], (R | null)[]>

/** A whole number, null for a text that is none: `toInteger(row.age)`. */
export const toInteger: CypherFunction<[value: string | Numeric | boolean], number | null> =
  /* @__PURE__ */ cypherFunction('toInteger')
/** A number, null for a text that is none: `toFloat(row.rate)`. */
export const toFloat: CypherFunction<[value: string | Numeric], number | null> =
  /* @__PURE__ */ cypherFunction('toFloat')
/** true or false, null for a text that is neither: `toBoolean(row.flag)`. */
export const toBoolean: CypherFunction<[value: string | number | boolean], boolean | null> =
  /* @__PURE__ */ cypherFunction('toBoolean')
/** A value as text: `toString(u.id)`. */
export const toString: CypherFunction<[value: string | Numeric | boolean | Instant | Span], string> =
  /* @__PURE__ */ cypherFunction('toString')
/** As `toInteger`, and null for what is of another kind: `toIntegerOrNull(row.age)`. */
export const toIntegerOrNull: Anything<number> = /* @__PURE__ */ cypherFunction('toIntegerOrNull')
/** As `toFloat`, and null for what is of another kind: `toFloatOrNull(row.rate)`. */
export const toFloatOrNull: Anything<number> = /* @__PURE__ */ cypherFunction('toFloatOrNull')
/** As `toBoolean`, and null for what is of another kind: `toBooleanOrNull(row.flag)`. */
export const toBooleanOrNull: Anything<boolean> = /* @__PURE__ */ cypherFunction('toBooleanOrNull')
/** As `toString`, and null for what has no text: `toStringOrNull(u.id)`. */
export const toStringOrNull: Anything<string> = /* @__PURE__ */ cypherFunction('toStringOrNull')
/** Each element as a whole number, or null: `toIntegerList(row.ages)`. */
export const toIntegerList: List<number> = /* @__PURE__ */ cypherFunction('toIntegerList')
/** Each element as a number, or null: `toFloatList(row.rates)`. */
export const toFloatList: List<number> = /* @__PURE__ */ cypherFunction('toFloatList')
/** Each element as true or false, or null: `toBooleanList(row.flags)`. */
export const toBooleanList: List<boolean> = /* @__PURE__ */ cypherFunction('toBooleanList')
/** Each element as text, or null: `toStringList(u.ids)`. */
export const toStringList: List<string> = /* @__PURE__ */ cypherFunction('toStringList')
