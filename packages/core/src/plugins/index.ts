/**
 * What stands between all queries of a graph and its engine, and what helps to write more of it.
 *
 * @module
 */
export type { NeutralRow, Plugin } from '../execute/plugin.ts'
export type { PluginGiven } from '../compile/rewriter.ts'
export { mapStatement, type PatternUse, type StatementChanges } from './map-statement.ts'
export { naming, type NamingOptions } from './naming.ts'
export { queryTags, type QueryTagsOptions } from './query-tags.ts'
export { softDelete, type SoftDeleteOptions } from './soft-delete.ts'
export { tenant, type TenantOptions } from './tenant.ts'
