import type { Expression } from './expression.ts'
import type { LabelExpression, Pattern } from './pattern.ts'

/** One item of WITH or RETURN; without `alias` its name is the text it was written in. */
export interface ProjectionItem {
  readonly expression: Expression
  readonly alias: string | undefined
  readonly source?: string
}
export interface SortItem {
  readonly expression: Expression
  readonly descending: boolean
  readonly nulls?: 'first' | 'last' | undefined
  readonly source?: string
}

export type SetItem =
  | { readonly kind: 'property'; readonly target: Expression; readonly value: Expression } //            u.name = …
  | { readonly kind: 'replace' | 'merge'; readonly variable: string; readonly value: Expression } //      u = …, u += …
  | { readonly kind: 'labels'; readonly variable: string; readonly labels: readonly string[] } //         u:Admin

export type RemoveItem =
  | { readonly kind: 'property'; readonly target: Expression }
  | { readonly kind: 'labels'; readonly variable: string; readonly labels: readonly string[] }

/**
 * A statement is a flat list of clauses: WHERE, ORDER BY, SKIP and LIMIT follow the clause they belong to, ON CREATE SET
 * and ON MATCH SET follow their MERGE. `source` is the whole clause as written, keyword included.
 */
export type Clause =
  | {
      readonly kind: 'match'
      readonly optional: boolean
      readonly patterns: readonly Pattern[]
      readonly source?: string
    }
  | { readonly kind: 'where'; readonly condition: Expression; readonly source?: string }
  | {
      readonly kind: 'with' | 'return'
      readonly distinct: boolean
      readonly star: boolean
      readonly items: readonly ProjectionItem[]
      readonly source?: string
    }
  | { readonly kind: 'order-by'; readonly items: readonly SortItem[]; readonly source?: string }
  | { readonly kind: 'skip' | 'limit'; readonly count: Expression; readonly source?: string }
  | { readonly kind: 'unwind'; readonly list: Expression; readonly variable: string; readonly source?: string }
  | { readonly kind: 'create'; readonly patterns: readonly Pattern[]; readonly source?: string }
  | { readonly kind: 'merge'; readonly pattern: Pattern; readonly source?: string }
  | {
      readonly kind: 'set'
      readonly on: 'create' | 'match' | undefined
      readonly items: readonly SetItem[]
      readonly source?: string
    }
  | { readonly kind: 'remove'; readonly items: readonly RemoveItem[]; readonly source?: string }
  | {
      readonly kind: 'delete'
      readonly detach: boolean
      readonly items: readonly Expression[]
      readonly source?: string
    }
  | { readonly kind: 'union'; readonly all: boolean; readonly source?: string }
  /** CALL { … } and CALL (x) { … }; `scope` are the imported names, `'*'` all, `undefined` the older form; `transactions` the text from IN on. */
  | {
      readonly kind: 'call-subquery'
      readonly scope: readonly string[] | '*' | undefined
      readonly optional: boolean
      readonly clauses: readonly Clause[]
      readonly transactions?: string | undefined
      readonly source?: string
    }
  | {
      readonly kind: 'call-procedure'
      readonly name: string
      readonly arguments: readonly Expression[]
      readonly yields: readonly { readonly name: string; readonly alias: string | undefined }[] | '*' | undefined
      readonly source?: string
    }
  | {
      readonly kind: 'foreach'
      readonly variable: string
      readonly list: Expression
      readonly clauses: readonly Clause[]
      readonly source?: string
    }
  /** EXPLAIN, PROFILE, USING, LOAD CSV …: passed through; `variable` is the name LOAD CSV brings into scope. */
  | {
      readonly kind: 'prefix'
      readonly name: string
      readonly source: string
      readonly parameters?: readonly string[]
      readonly variable?: string | undefined
    }
  /** CREATE CONSTRAINT, CREATE INDEX, DROP …: passed through. */
  | { readonly kind: 'schema-command'; readonly source: string; readonly parameters?: readonly string[] }
  /** Text whose types the caller states (`cypher.as`), and pieces of the `cypher` tag. */
  | {
      readonly kind: 'opaque'
      readonly source: string
      readonly parameters: readonly string[]
      readonly values: Readonly<Record<string, unknown>>
      readonly access: 'read' | 'write'
    }

export type { LabelExpression }
