import type { ValueType } from '../value/value-type.ts'
import type { Clause } from './clause.ts'
import type { LabelExpression, Pattern } from './pattern.ts'

/** Binary operators, in Cypher's own spelling. */
export type BinaryOperator =
  | 'OR'
  | 'XOR'
  | 'AND'
  | '='
  | '<>'
  | '<'
  | '<='
  | '>'
  | '>='
  | '=~'
  | 'IN'
  | 'STARTS WITH'
  | 'ENDS WITH'
  | 'CONTAINS'
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '^'
  | '||'

/**
 * A value inside a query: frozen plain data. `source` is the text a node was parsed from; printing sends it as it
 * stands, and a rewrite that changes a node (or anything below it) drops it.
 */
export type Expression =
  | {
      readonly kind: 'literal'
      readonly value: string | number | bigint | boolean | null
      readonly float?: boolean
      readonly source?: string
    }
  | { readonly kind: 'parameter'; readonly name: string; readonly type?: ValueType; readonly source?: string }
  /** An inline value from a callback: becomes a generated parameter, never text. */
  | { readonly kind: 'value'; readonly value: unknown; readonly type?: ValueType; readonly source?: undefined }
  | { readonly kind: 'variable'; readonly name: string; readonly source?: string }
  | { readonly kind: 'property'; readonly of: Expression; readonly key: string; readonly source?: string }
  | { readonly kind: 'index'; readonly of: Expression; readonly at: Expression; readonly source?: string }
  | {
      readonly kind: 'slice'
      readonly of: Expression
      readonly from: Expression | undefined
      readonly to: Expression | undefined
      readonly source?: string
    }
  | {
      readonly kind: 'unary'
      readonly operator: 'NOT' | '-' | '+'
      readonly operand: Expression
      readonly source?: string
    }
  | {
      readonly kind: 'binary'
      readonly operator: BinaryOperator
      readonly left: Expression
      readonly right: Expression
      readonly source?: string
    }
  | { readonly kind: 'null-test'; readonly negated: boolean; readonly operand: Expression; readonly source?: string }
  | { readonly kind: 'label-test'; readonly of: Expression; readonly labels: LabelExpression; readonly source?: string }
  /** `x IS :: INTEGER NOT NULL`, `x IS NOT TYPED STRING`; the type in capitals. */
  | {
      readonly kind: 'type-test'
      readonly negated: boolean
      readonly operand: Expression
      readonly type: string
      readonly source?: string
    }
  | {
      readonly kind: 'normal-form-test'
      readonly negated: boolean
      readonly operand: Expression
      readonly form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD'
      readonly source?: string
    }
  | { readonly kind: 'list'; readonly items: readonly Expression[]; readonly source?: string }
  | { readonly kind: 'map'; readonly entries: readonly MapEntry[]; readonly source?: string }
  | {
      readonly kind: 'map-projection'
      readonly of: string
      readonly entries: readonly ProjectionEntry[]
      readonly source?: string
    }
  /** Functions and aggregates; `name` as written, `star` for `count(*)`. */
  | {
      readonly kind: 'call'
      readonly name: string
      readonly distinct: boolean
      readonly star: boolean
      readonly arguments: readonly Expression[]
      readonly source?: string
    }
  | {
      readonly kind: 'case'
      readonly operand: Expression | undefined
      readonly branches: readonly CaseBranch[]
      readonly otherwise: Expression | undefined
      readonly source?: string
    }
  /** What a CASE compares, in `CASE x WHEN < 3 THEN …`: the left side of that comparison, which has no text. */
  | { readonly kind: 'case-operand'; readonly source?: undefined }
  | {
      readonly kind: 'list-comprehension'
      readonly variable: string
      readonly in: Expression
      readonly where: Expression | undefined
      readonly yield: Expression | undefined
      readonly source?: string
    }
  | {
      readonly kind: 'pattern-comprehension'
      readonly pattern: Pattern
      readonly where: Expression | undefined
      readonly yield: Expression
      readonly source?: string
    }
  | {
      readonly kind: 'quantifier'
      readonly name: 'all' | 'any' | 'none' | 'single'
      readonly variable: string
      readonly in: Expression
      readonly where: Expression
      readonly source?: string
    }
  | {
      readonly kind: 'reduce'
      readonly accumulator: string
      readonly initial: Expression
      readonly variable: string
      readonly in: Expression
      readonly step: Expression
      /** Of allReduce(…): what every step must meet. */
      readonly predicate?: Expression | undefined
      readonly source?: string
    }
  | {
      readonly kind: 'subquery'
      readonly name: 'EXISTS' | 'COUNT' | 'COLLECT'
      readonly clauses: readonly Clause[]
      readonly source?: string
    }
  | { readonly kind: 'pattern-predicate'; readonly pattern: Pattern; readonly source?: string }
  /** `(…)` as written; parentheses needed by precedence are added on printing. */
  | { readonly kind: 'parenthesised'; readonly inner: Expression; readonly source?: string }
  /** A returned node, relationship or path with its labels / type and element id, from `node(u)` in a callback. */
  | { readonly kind: 'entity'; readonly of: Expression; readonly source?: undefined }
  /** Not understood: sent as it stands, its parameters are still asked for. */
  | { readonly kind: 'opaque'; readonly source: string; readonly parameters: readonly string[] }

export interface CaseBranch {
  readonly when: Expression
  /** Others that lead to the same: `WHEN 1, 2 THEN …`. */
  readonly or?: readonly Expression[] | undefined
  readonly then: Expression
}

export interface MapEntry {
  readonly key: string
  readonly value: Expression
}

export type ProjectionEntry =
  | { readonly kind: 'all' } //                                               p {.*}
  | { readonly kind: 'property'; readonly key: string } //                    p {.name}
  | { readonly kind: 'entry'; readonly key: string; readonly value: Expression } // p {key: e}
  | { readonly kind: 'variable'; readonly name: string } //                   p {x}
