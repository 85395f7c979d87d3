import type { SchemaShape } from './schema-shape.ts'

declare const shape: unique symbol

/**
 * A property's type in one word, as `motif generate` writes it: a scalar name (`integer`, `bigint`, `float`, `string`, `boolean`,
 * `date`, `time`, `localTime`, `dateTime`, `localDateTime`, `duration`, `point`, `bytes`, `any`), `list<integer>`,
 * a union `integer|string`, each with `?` at the end when it may be missing.
 */
export type PropertySpec = string

/** The small run-time part of a generated schema: serves engines that lose types, validation and the mapper. */
export interface SchemaDescriptor<S extends SchemaShape = SchemaShape> {
  /** `key` names the properties that tell nodes of a label apart, where the graph has such a constraint. */
  readonly nodes: Readonly<
    Record<
      string,
      { readonly key?: readonly string[] | undefined; readonly properties: Readonly<Record<string, PropertySpec>> }
    >
  >
  /** `pairs` says which ends go together, where not every `from` meets every `to`. */
  readonly relationships: Readonly<
    Record<
      string,
      {
        readonly from: readonly string[]
        readonly to: readonly string[]
        readonly pairs?: readonly (readonly [from: string, to: string])[]
        readonly properties: Readonly<Record<string, PropertySpec>>
      }
    >
  >
  /** How temporal values are read: Temporal objects, JS Dates or ISO strings. The generated types say the same. */
  readonly temporal?: 'temporal' | 'date' | 'string' | undefined
  readonly [shape]?: S
}

/**
 * Ties a run-time descriptor to the schema interface.
 *
 * @example
 * export const schema = defineSchema<Schema>({ nodes: { User: { key: ['id'], properties: { id: 'integer', age: 'integer?' } } }, relationships: {} })
 */
export const defineSchema = <S extends SchemaShape>(descriptor: SchemaDescriptor<SchemaShape>): SchemaDescriptor<S> =>
  descriptor as SchemaDescriptor<S>
