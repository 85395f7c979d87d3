import type { Clause } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import type { Pattern } from '../ast/pattern.ts'
import { bagOf } from '../schema/property-bag.ts'
import type { SchemaDescriptor } from '../schema/schema-descriptor.ts'
import type { ValueType } from '../value/value-type.ts'
import { anyType, mapOf } from '../value/value-types.ts'
import { advance } from './advance.ts'
import { give, infer } from './infer.ts'
import { narrow, type Types } from './narrow.ts'
import type { Place } from './place.ts'
import type { Scope } from './rewrite-context.ts'
import { type Purpose, scanPatterns } from './scan-patterns.ts'

const noTypes = (): Types => Object.create(null) as Types // a name may be `toString`

/** What UNWIND $rows AS row goes through: of an unknown type, which the uses of the row's fields tell. */
export interface Unwound {
  readonly list: Extract<Expression, { kind: 'parameter' | 'value' }>
  readonly fields: Types
}

/** Follows scopes and types through a tree, and notes what parameters and values stand against. */
export class Analysis {
  declare readonly schema: SchemaDescriptor | undefined
  /** What each named parameter stands against. */
  readonly asked: Types = noTypes()
  /** What each inline value stands against. */
  readonly values: Map<Expression, ValueType> = new Map()
  /** The rows that UNWIND goes through, by the type that their name has in scope: unknown, and known again by identity. */
  readonly rows: Map<ValueType, Unwound> = new Map()
  /** Above 0 inside what the types do not follow: what is found there is a guess. */
  #guessing = 0

  constructor(schema: SchemaDescriptor | undefined) {
    this.schema = schema
  }

  typeOf(node: Expression, scope: Scope): ValueType {
    return infer(node, scope, this)
  }

  /** The properties of something as a map; `partial` where some of them are enough, or all that are never null. */
  bag(type: ValueType, partial?: boolean | 'nullable'): ValueType {
    const entries = bagOf(type, this.schema)
    return entries === undefined ? anyType : mapOf(entries, partial)
  }

  /** An expression that stands where a value of some type belongs. */
  give(node: Expression, type: ValueType, scope: Scope): void {
    give(node, type, scope, this)
  }

  /** The scope with the names that patterns bind; those of an optional match may be null. */
  patterns(nodes: readonly Pattern[], scope: Scope, purpose?: Purpose): Scope {
    return scanPatterns(nodes, { scope, purpose }, this)
  }

  clauses(nodes: readonly Clause[], place: Place): Place {
    return nodes.reduce((at, node) => advance(node, at, this), place)
  }

  /** `$name` stands where a value of this type belongs. */
  ask(name: string, type: ValueType = anyType): void {
    narrow(this.asked, name, type)
  }

  unwind(list: Unwound['list']): ValueType {
    const row: ValueType = { ...anyType }
    // It takes its place among the parameters here; what it holds is known at the end.
    if (list.kind === 'parameter') this.ask(list.name)
    this.rows.set(row, { list, fields: noTypes() })
    return row
  }

  /** Looks into what the types do not follow. */
  guess<T>(look: () => T): T {
    this.#guessing++
    const result = look()
    this.#guessing--
    return result
  }

  /** What `type` is to someone who trusts only what the types follow. */
  stated(type: ValueType): ValueType {
    return this.#guessing === 0 || type.kind === 'any' ? type : { kind: 'any', nullable: true, likely: type }
  }
}
