import type { Expression } from '../ast/expression.ts'
import type { ValueType } from '../value/value-type.ts'
import { InlineValues } from './inline-values.ts'

/** Something that was found out about the parameters of a statement. */
export type Note =
  /** `$name` stands where a value of this type belongs. */
  | { readonly kind: 'asked'; readonly name: string; readonly type: ValueType }
  /** `row.key` of UNWIND $rows AS row stands where a value of this type belongs; `row` is the name's type in scope. */
  | { readonly kind: 'wanted'; readonly row: ValueType; readonly key: string; readonly type: ValueType }
  /** UNWIND $name AS row, or of an inline value. */
  | {
      readonly kind: 'unwound'
      readonly list: Extract<Expression, { kind: 'parameter' | 'value' }>
      readonly row: ValueType
    }
  /** Opaque text brings its own value for a name. */
  | { readonly kind: 'held'; readonly name: string }

/** What an analysis of clauses finds besides types: what parameters and inline values stand against. */
export class Findings {
  readonly notes: Note[] = []
  readonly values: InlineValues<ValueType> = new InlineValues()

  ask(name: string, type: ValueType): void {
    this.notes.push({ kind: 'asked', name, type })
  }

  /** Adds what was found in a part that was analysed before; a part that is remembered holds no inline value. */
  add(other: Findings): void {
    for (const note of other.notes) this.notes.push(note)
  }
}
