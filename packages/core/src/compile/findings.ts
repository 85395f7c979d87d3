import type { Expression } from '../ast/expression.ts'
import type { ValueType } from '../value/value-type.ts'

/** `$name` stands where a value of this type belongs. */
export interface Asked { readonly name: string; readonly type: ValueType }
/** `row.key` of UNWIND $rows AS row stands where a value of this type belongs; `row` is the type the name has in scope. */
export interface Wanted { readonly row: ValueType; readonly key: string; readonly type: ValueType }
/** UNWIND $name AS row, or of an inline value. */
export interface Unwound { readonly list: Expression; readonly row: ValueType }

/** What an analysis of clauses finds besides types: what parameters and inline values stand against. */
export class Findings {
  readonly asked: Asked[] = []
  readonly wanted: Wanted[] = []
  readonly unwound: Unwound[] = []
  /** The names that opaque text brings values for. */
  readonly held: string[] = []
  readonly values: Map<Expression, ValueType> = new Map()

  /** Adds what was found in a part that was analysed before. */
  add(other: Findings): void {
    if (other.asked.length > 0) this.asked.push(...other.asked)
    if (other.wanted.length > 0) this.wanted.push(...other.wanted)
    if (other.unwound.length > 0) this.unwound.push(...other.unwound)
    if (other.held.length > 0) this.held.push(...other.held)
  }
}
