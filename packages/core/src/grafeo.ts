import { rewriting } from './compile/rewriting.ts'
import type { Dialect } from './dialect/dialect.ts'
import { grafeo as spelling } from './dialect/grafeo.ts'

/**
 * Cypher as Grafeo 0.6 reads it. What it answers wrongly is written another way with the same meaning, or refused with
 * UNSUPPORTED_FEATURE; what depends on the data alone is listed in docs/engines.md.
 *
 * @example
 * import { grafeo } from '@motif/core/grafeo'
 * db.match('(n:User)').return('sum(n.age) AS s').compile({ dialect: grafeo })
 * // MATCH (n:User)
 * // RETURN coalesce(sum(n.age), 0) AS s
 */
export const grafeo: Dialect = rewriting(spelling)
