import { type CompiledQuery, type Dialect, GraphError } from '@motif/core'

/** Anything that compiles: a query, a statement. */
export interface Compilable {
  compile(options?: { readonly dialect?: Dialect | string | undefined }): CompiledQuery
}

/** What a query should become. */
export interface ExpectedCypher {
  readonly text: string
  /** The inline values, by generated name; none by default. */
  readonly params?: Readonly<Record<string, unknown>>
  /** The dialect to compile for; the executor's own by default. */
  readonly dialect?: Dialect | string
}

/** Says what a query became instead; test runners show the two beside each other. */
export class CypherDiffersError extends GraphError {
  override readonly expected: string
  override readonly actual: string

  constructor(expected: string, actual: string) {
    super('USAGE', `the query compiles to other Cypher than expected\nexpected ${expected}\nactual   ${actual}`)
    this.expected = expected
    this.actual = actual
  }
}

/**
 * Holds a query to its text and inline values, in any test runner.
 *
 * @example
 * expectCypher(db.match('(u:User)').return('u.name AS name'), { text: 'MATCH (u:User)\nRETURN u.name AS name' })
 *
 * @throws CypherDiffersError when it compiles to something else.
 */
export const expectCypher = (query: Compilable, { text, params = {}, dialect }: ExpectedCypher): void => {
  const compiled = query.compile(dialect === undefined ? {} : { dialect })
  const expected = written(text, params)
  const actual = written(compiled.text, compiled.params)
  if (expected !== actual) throw new CypherDiffersError(expected, actual)
}

const written = (text: string, params: Readonly<Record<string, unknown>>): string =>
  Object.keys(params)
    .sort()
    .reduce((lines, name) => `${lines}\n  $${name} = ${show(params[name])}`, text)

const show = (value: unknown): string => {
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`
  const kind = (value.constructor as { readonly name: string } | undefined)?.name ?? 'Object'
  if (kind !== 'Object') return `${kind} ${JSON.stringify(value)}` // dates and their like say themselves what they are
  return `{ ${Object.entries(value)
    .map(([key, each]) => `${key}: ${show(each)}`)
    .join(', ')} }`
}
