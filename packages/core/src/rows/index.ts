/**
 * For executors of one's own: what an engine gave becomes the rows that the types promise.
 *
 * @module
 */
export { reader, type Reader, type Row } from './reader.ts'
export type { ReadOptions } from './converter.ts'
export type { TemporalPolicy } from './convert-temporal.ts'
