import type { SchemaShape } from '../schema/schema-shape.ts'

/** The nodes that carry some labels: reading and writing them. */
export interface Model<in out S extends SchemaShape, in out L extends string> {
  readonly labels: readonly L[]
  readonly schema?: S
}
