import type { Clause } from '../ast/clause.ts'
import { GraphError } from '../error/graph-error.ts'
import type { Plugin } from '../execute/plugin.ts'

/** Options of `queryTags`. */
export interface QueryTagsOptions {
  /** What an engine that keeps metadata is told of each query, as it runs: it shows it among running transactions and in its log. */
  readonly metadata?: () => Readonly<Record<string, unknown>>
  /** A remark before each text. One for a program: texts that differ are planned anew. */
  readonly comment?: string | undefined
}

/**
 * Says of every query where it comes from.
 *
 * @example
 * connect(url, { plugins: [queryTags({ comment: 'shop 1.4', metadata: () => ({ request: currentRequest() }) })] })
 * // slash-star shop 1.4 star-slash MATCH (u:User) …
 */
export const queryTags = ({ metadata, comment }: QueryTagsOptions): Plugin => {
  if (comment !== undefined && /\*\/|\\u/i.test(comment))
    throw new GraphError('USAGE', 'a remark before a query holds neither the end of a remark nor \\u')
  const remark: Clause | undefined =
    comment === undefined ? undefined : { kind: 'prefix', name: 'COMMENT', source: `/* ${comment} */` }
  return {
    name: 'query tags',
    rewrite: (clauses) => (remark === undefined ? clauses : [remark, ...clauses]),
    options: (options) =>
      metadata === undefined ? options : { ...options, metadata: { ...metadata(), ...options.metadata } },
  }
}
