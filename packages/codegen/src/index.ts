export type {
  Catalog,
  Constraint,
  ElementEntry,
  EndPair,
  Index,
  LabelSet,
  PlainValue,
  PropertyEntry,
  RelationshipEntry,
  Scan,
} from './catalog/catalog.ts'
export type { Naming } from './catalog/naming.ts'
export { type Difference, differenceText } from './catalog/difference.ts'
export type { IntegerPolicy } from './catalog/type-of-counts.ts'
export type { TypeCounts, TypeWord } from './catalog/type-word.ts'
export { type CheckReport, check } from './check/check.ts'
export type { FileDifference } from './check/file-difference.ts'
export {
  type Config,
  defineConfig,
  type ElementOverride,
  type NodeOverride,
  type Overrides,
  type PropertyOverride,
  type Samples,
  type ShapeOptions,
  type TemporalPolicy,
} from './config/config.ts'
export type { Emitted, GeneratedFile } from './emit/emit.ts'
export { type Generated, generate, type RunOptions } from './generate.ts'
export { introspect, type IntrospectOptions, type Progress, type ValueWish } from './introspect/introspect.ts'
export { type WrittenFile, writeFiles } from './write-files.ts'
