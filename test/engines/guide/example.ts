import type { Arguments, Capability, CompiledQuery, Dialect, Runnable, RowOfQuery } from '@motif/core'

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

/** A query of the guide: it is compiled, its text stands on the page, and it is run. */
export class Shown<P = never, Row = never> {
  readonly kind = 'query'
  readonly #query: Runnable<P, Row>
  readonly #given: Arguments<P>
  dialect: Dialect | undefined
  /** What an engine has to have for it. */
  lacks: readonly Capability[] = []
  isRun = true
  is25 = false

  constructor(query: Runnable<P, Row>, given: Arguments<P>) {
    this.#query = query
    this.#given = given
  }
  /** States the type of a row, which the compiler compares and the page tells. */
  row<X>(...proof: Same<X, RowOfQuery<Row>> extends true ? [] : [never]): this {
    void proof
    return this
  }
  /** For what some engines lack: Grafeo has to refuse it by the first of these names, others may by any. */
  needs(...lacks: readonly [Capability, ...Capability[]]): this {
    this.lacks = lacks
    return this
  }
  /** For queries that ask for what no engine of the tests has: a plugin, a file, a second database. */
  onlyCompiled(): this {
    this.isRun = false
    return this
  }
  /** For queries with words that only Cypher 25 has. */
  in25(): this {
    this.is25 = true
    return this
  }
  /** Shows the text of another dialect than Neo4j's. */
  in(dialect: Dialect): this {
    this.dialect = dialect
    return this
  }
  compile(dialect?: Dialect): CompiledQuery {
    return this.#query.compile({ dialect })
  }
  run(): Promise<readonly object[]> {
    // The rows of any query are objects.
    return this.#query.run(...this.#given) as Promise<object[]>
  }
}

/** A call of a model: it is made, and what it sends stands on the page. */
export class Called<T = unknown> {
  readonly kind = 'call'
  readonly use: () => Promise<T>

  constructor(use: () => Promise<T>) {
    this.use = use
  }
  /** States the type of what it gives, which the compiler compares and the page tells. */
  gives<X>(...proof: Same<X, T> extends true ? [] : [never]): this {
    void proof
    return this
  }
}

/** A use that is refused at run time: its message stands on the page. */
export interface Refused {
  readonly kind: 'refused'
  readonly use: () => unknown
}

export type Examples = Generator<AnyExample, void, undefined>
/** What is asked of an example whatever its parameters and rows are. */
export type AnyExample =
  | Pick<Shown, 'kind' | 'dialect' | 'lacks' | 'isRun' | 'is25' | 'compile' | 'run'>
  | Pick<Called, 'kind' | 'use'>
  | Refused

export const shows = <P, Row>(query: Runnable<P, Row>, ...given: Arguments<P>): Shown<P, Row> => new Shown(query, given)
export const calls = <T>(use: () => Promise<T>): Called<T> => new Called(use)
export const refuses = (use: () => unknown): Refused => ({ kind: 'refused', use })
