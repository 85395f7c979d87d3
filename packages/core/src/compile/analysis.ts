import type { Clause } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import type { Pattern } from '../ast/pattern.ts'
import type { SchemaDescriptor } from '../schema/schema-descriptor.ts'
import type { ValueType } from '../value/value-type.ts'
import { advance } from './advance.ts'
import { Findings } from './findings.ts'
import { give, infer } from './infer.ts'
import type { Place } from './place.ts'
import type { Printers } from './printers.ts'
import type { Scope } from './rewrite-context.ts'
import { type Purpose, scanPatterns } from './scan-patterns.ts'

/** Follows scopes and types through a tree, and notes what parameters and values stand against. */
export class Analysis {
  readonly schema: SchemaDescriptor | undefined
  found: Findings = new Findings()
  /** Above 0 inside what the types do not follow (CASE, comprehensions, EXISTS { … }): what is found there is a guess. */
  guessing = 0

  /** What names a column that has no text, if not the common ones. */
  readonly printers: Printers | undefined

  constructor(schema: SchemaDescriptor | undefined, printers?: Printers) {
    this.schema = schema
    this.printers = printers
  }

  typeOf(node: Expression, scope: Scope): ValueType {
    return infer(node, scope, this)
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
    let at = place
    for (const node of nodes) at = advance(node, at, this)
    return at
  }

  /** Looks into what the types do not follow. */
  guess<T>(look: () => T): T {
    this.guessing++
    const result = look()
    this.guessing--
    return result
  }

  /** What `type` is to someone who trusts only what the types follow. */
  stated(type: ValueType): ValueType {
    return this.guessing === 0 || type.kind === 'any' ? type : { kind: 'any', nullable: true, likely: type }
  }
}
