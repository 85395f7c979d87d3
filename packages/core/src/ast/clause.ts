import type { Expression } from './expression.ts'
import type { DynamicLabel, LabelExpression, Pattern } from './pattern.ts'

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
  | { readonly kind: 'labels'; readonly variable: string; readonly labels: readonly (string | DynamicLabel)[] } //         u:Admin

export type RemoveItem =
  | { readonly kind: 'property'; readonly target: Expression }
  | { readonly kind: 'labels'; readonly variable: string; readonly labels: readonly (string | DynamicLabel)[] }

/** IN 3 CONCURRENT TRANSACTIONS OF 500 ROWS ON ERROR RETRY FOR 2 SECONDS THEN CONTINUE REPORT STATUS AS s. */
export interface Transactions {
  readonly concurrency: Expression | 'default' | undefined
  readonly rows: Expression | undefined
  /** DISJOINT BY: what decides which rows may run beside each other. */
  readonly disjoint?: 'AUTO' | 'NONE' | readonly Expression[] | undefined
  readonly onError: 'fail' | 'continue' | 'break' | 'retry' | undefined
  /** Of 'retry': for how long, and what is done then. */
  readonly seconds?: Expression | undefined
  readonly then?: 'fail' | 'continue' | 'break' | undefined
  readonly status: string | undefined
}

/**
 * A statement is a flat list of clauses: WHERE, ORDER BY, SKIP and LIMIT follow the clause they belong to, ON CREATE SET
 * and ON MATCH SET follow their MERGE. `source` is the whole clause as written, keyword included.
 */
export type Clause =
  | {
      readonly kind: 'match'
      readonly optional: boolean
      readonly matchMode?: 'DIFFERENT RELATIONSHIPS' | 'REPEATABLE ELEMENTS' | undefined
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
  | { readonly kind: 'group-by'; readonly keys: readonly Expression[] | 'all'; readonly source?: string }
  | { readonly kind: 'order-by'; readonly items: readonly SortItem[]; readonly source?: string }
  | { readonly kind: 'skip' | 'limit'; readonly count: Expression; readonly source?: string }
  | { readonly kind: 'unwind'; readonly list: Expression; readonly variable: string; readonly source?: string }
  /** LET, as WITH *, … does. */
  | {
      readonly kind: 'let'
      readonly items: readonly { readonly variable: string; readonly value: Expression }[]
      readonly source?: string
    }
  | { readonly kind: 'filter'; readonly condition: Expression; readonly source?: string }
  /** The rows before it go on into the statement after it. */
  | { readonly kind: 'next' | 'finish'; readonly source?: string }
  /** SEARCH … IN (VECTOR INDEX … FOR … LIMIT …), after a MATCH. */
  | {
      readonly kind: 'search'
      readonly variable: string
      readonly type: 'VECTOR' | 'FULLTEXT'
      /** A name, or the parameter that brings one. */
      readonly index: string | Expression
      readonly for: Expression
      readonly analyzer: Expression | undefined
      readonly where: Expression | undefined
      readonly skip: Expression | undefined
      readonly limit: Expression
      readonly score: string | undefined
      readonly source?: string
    }
  | {
      readonly kind: 'load-csv'
      readonly headers: boolean
      readonly from: Expression
      readonly variable: string
      readonly fieldTerminator: string | undefined
      readonly source?: string
    }
  /** WHEN … THEN … ELSE …: each branch a statement of its own. */
  | {
      readonly kind: 'conditional'
      readonly branches: readonly { readonly when: Expression; readonly clauses: readonly Clause[] }[]
      readonly otherwise: readonly Clause[] | undefined
      readonly source?: string
    }
  /** `{ … }` in the place of a statement. */
  | { readonly kind: 'block'; readonly clauses: readonly Clause[]; readonly source?: string }
  | {
      readonly kind: 'create'
      readonly patterns: readonly Pattern[]
      /** Written INSERT. */
      readonly insert?: boolean | undefined
      readonly source?: string
    }
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
  /** CALL { … } and CALL (x) { … }; `scope` are the imported names, `'*'` all, `undefined` the older form. */
  | {
      readonly kind: 'call-subquery'
      readonly scope: readonly string[] | '*' | undefined
      readonly optional: boolean
      readonly clauses: readonly Clause[]
      readonly transactions?: Transactions | undefined
      readonly source?: string
    }
  | {
      readonly kind: 'call-procedure'
      readonly optional: boolean
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
  /** EXPLAIN, PROFILE, CYPHER, USE, USING, DEFINE: passed through. */
  | {
      readonly kind: 'prefix'
      readonly name: string
      readonly source: string
      readonly parameters?: readonly string[]
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
