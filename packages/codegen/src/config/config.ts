import type { PropertySpec } from '@motif/core'
import type { PlainValue } from '../catalog/catalog.ts'
import type { Naming } from '../catalog/naming.ts'
import type { IntegerPolicy } from '../catalog/type-of-counts.ts'
import type { WantedGraph } from '../migrate/wanted.ts'

/** How temporal values are read: Temporal objects, JS Dates where one fits, or ISO text. */
export type TemporalPolicy = 'temporal' | 'date' | 'string'

/** What is said of a property in place of what was found. */
export type PropertyOverride =
  /** The whole type in one word: `integer`, `date?`, `list<string>`. */
  | PropertySpec
  | {
      /** The type, when only that is wrong; whether it may be missing stays as found, unless the word ends with `?`. */
      readonly type?: PropertySpec | undefined
      /** Whether it may be missing. */
      readonly nullable?: boolean | undefined
      /** A sentence for its JSDoc. */
      readonly comment?: string | undefined
      /**
       * Makes it an enum: of the values in the graph, when there are no more than so many (`true`: 20), or of these.
       */
      readonly enum?: boolean | number | readonly PlainValue[] | undefined
      /** Leaves the property out. */
      readonly omit?: boolean | undefined
    }

/** What is said of a label or a relationship type in place of what was found. */
export interface ElementOverride {
  /** The name its interfaces and validators are made from; the label in PascalCase otherwise. */
  readonly name?: string | undefined
  /** A sentence for its JSDoc. */
  readonly comment?: string | undefined
  /** Leaves it out of everything that is generated. */
  readonly omit?: boolean | undefined
  readonly properties?: Readonly<Record<string, PropertyOverride>> | undefined
}

export interface NodeOverride extends ElementOverride {
  /** The properties that tell its nodes apart, in place of those of a constraint; `false` for none. */
  readonly key?: string | readonly string[] | false | undefined
}

export interface Overrides {
  readonly nodes?: Readonly<Record<string, NodeOverride>> | undefined
  readonly relationships?: Readonly<Record<string, ElementOverride>> | undefined
}

/** What shapes the generated types: the same catalogue and the same options always give the same text. */
export interface ShapeOptions {
  /** @defaultValue `'temporal'` */
  readonly temporal?: TemporalPolicy | undefined
  /** @defaultValue `'auto'`: numbers, and bigints for properties that hold integers past 2^53 */
  readonly integers?: IntegerPolicy | undefined
  readonly overrides?: Overrides | undefined
  /** How generated interfaces and validators are called. */
  readonly naming?: Naming | undefined
}

/** Values that are shown beside a property. They stand in the generated types and in the snapshot. */
export interface Samples {
  /** How many of each property at most. */
  readonly count: number
  /** Properties that are not shown, nor read for it: `email` wherever it is, `User.name` of this label or type. */
  readonly redact?: readonly string[] | undefined
}

/** What `motif migrate` goes by. Paths are relative to the config. */
export interface MigrateConfig {
  /** The folder of the migrations. @defaultValue `'migrations'` */
  readonly directory?: string | undefined
  /** The graph as it should be: a file that exports `defineGraph({ … })`, or that. @defaultValue `'graph.wanted.ts'`, if it is there */
  readonly schema?: string | WantedGraph | undefined
  /** Nodes or relationships that a step changes in one transaction unless it says. @defaultValue 5_000 */
  readonly batch?: number | undefined
  /** What becomes of constraints and indexes that the engine lacks. @defaultValue `'refuse'` */
  readonly unsupported?: 'refuse' | 'skip' | undefined
}

/** What `motif statements` goes by. Paths are relative to the config. */
export interface StatementsConfig {
  /** Which sources are searched, as globs. @defaultValue `['src/**\/*.ts', 'src/**\/*.tsx']` */
  readonly include?: readonly string[] | undefined
  /** @defaultValue `'tsconfig.json'`, if it is there */
  readonly tsconfig?: string | undefined
  /** Where the types of statements go, with what the graph said beside them. @defaultValue `graph.statements.ts` beside the types */
  readonly output?: string | undefined
}

/** `motif.config.ts`: every key may be left out. Paths are relative to the file. */
export interface Config extends ShapeOptions {
  /** The graph, unless `--url` or GRAPH_URL names another: `grafeo:./air.db`, a file beside this one. */
  readonly url?: string | undefined
  /** Where the types go. @defaultValue `'graph.schema.ts'` */
  readonly output?: string | undefined
  /** Where the zod module goes; `false` writes none. @defaultValue `graph.zod.ts` beside the types */
  readonly zod?: string | false | undefined
  /** Where the catalogue is kept for `motif check --offline`. @defaultValue `graph.snapshot.json` beside the types */
  readonly snapshot?: string | undefined
  /** All nodes and relationships, or about so many of each label and type. @defaultValue `'full'` */
  readonly scan?: 'full' | { readonly sample: number } | undefined
  /** So many values of each property in its JSDoc, from up to 1,000 nodes of each label. @defaultValue none */
  readonly samples?: number | Samples | undefined
  readonly migrate?: MigrateConfig | undefined
  readonly statements?: StatementsConfig | undefined
}

/**
 * Gives a `motif.config.ts` its types.
 *
 * @example
 * export default defineConfig({ url: 'grafeo:./air.db', output: 'src/graph.schema.ts' })
 */
export const defineConfig = (config: Config): Config => config
