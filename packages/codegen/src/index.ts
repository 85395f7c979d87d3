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
  type MigrateConfig,
  type NodeOverride,
  type Overrides,
  type PropertyOverride,
  type Samples,
  type ShapeOptions,
  type StatementsConfig,
  type TemporalPolicy,
} from './config/config.ts'
export { type DiagramFormat, type DiagramOptions, diagram } from './diagram/diagram.ts'
export type { Emitted, GeneratedFile } from './emit/emit.ts'
export { type Generated, generate, type RunOptions } from './generate.ts'
export { introspect, type IntrospectOptions, type Progress, type ValueWish } from './introspect/introspect.ts'
export type { ConstraintKind, IndexKind } from './migrate/definition.ts'
export type { DryMigration, DryStep } from './migrate/dry-run.ts'
export type { MigrationRecord } from './migrate/history.ts'
export type { LockHolder } from './migrate/lock.ts'
export type { MigrationFile } from './migrate/migration-files.ts'
export type { MigrateProgress } from './migrate/migration-run.ts'
export type { DownTarget, MigrationStatus } from './migrate/migration-status.ts'
export {
  type DownOptions,
  type MigrationsRun,
  type MigrationsStatus,
  type Migrator,
  migrator,
  type MigratorOptions,
  type RunMigrationsOptions,
  type UpOptions,
} from './migrate/migrator.ts'
export type { Lacking, Plan, PlannedStep } from './migrate/planned.ts'
export {
  defineMigration,
  type Migration,
  type Place,
  type Step,
  type StepHelp,
  type StepValue,
} from './migrate/step.ts'
export {
  defineGraph,
  type WantedElement,
  type WantedGraph,
  type WantedIndex,
  type WantedProperty,
} from './migrate/wanted.ts'
export { checkStatements, type StatementsReport } from './statement/check-statements.ts'
export type { StatementFault } from './statement/fault.ts'
export { type WrittenFile, writeFiles } from './write-files.ts'
export { copy, type CopyOptions } from './transfer/copy.ts'
export { dump, type DumpOptions, type DumpReport } from './transfer/dump.ts'
export { load, type LoadOptions } from './transfer/load.ts'
export { cleanUp, type CleanUpOptions, type CleanUpReport } from './transfer/load/clean-up.ts'
export type { IntoOptions, IntoReport } from './transfer/load/into.ts'
export type { TransferProgress } from './transfer/progress.ts'
export type { Input } from './transfer/file/input.ts'
export type { Output } from './transfer/file/output.ts'
