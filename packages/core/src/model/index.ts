/**
 * The mapper: models of a graph's labels, read and written without queries of one's own.
 *
 * @module
 */
export { type ModelDoor, type Models, models } from './models.ts'
export type { ModelChanges, ModelData, ModelKey, ModelRow, ModelWhere } from './model-types.ts'
export type { Created, Deleted, Joined, Model, Page, Updated } from './model.ts'
export type { IdBlock } from './unit/allocate-ids.ts'
export type { Hooks } from './types/hooks.ts'
export type { StandardIssue, StandardResult, StandardSchema } from './write/standard-schema.ts'
