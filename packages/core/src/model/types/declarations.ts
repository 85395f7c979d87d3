import type { StandardSchema } from '../write/standard-schema.ts'
import type { Strange } from './checked.ts'
import type { SchemaShape } from '../../schema/schema-shape.ts'
import type { Hooks } from './hooks.ts'
import type { EndNames } from './relations.ts'

/** Values of properties, or functions that make them. */
type Made<P> = { readonly [K in keyof P]?: P[K] | (() => P[K]) }

/** What the graph cannot tell of the nodes of a label. Properties go by their own names. */
export interface Declaration<S extends SchemaShape, L extends keyof S['nodes']> {
  /** The properties that tell nodes apart. Default: those of the graph's own constraint. */
  readonly key?: PropertyNames<S, L> | readonly PropertyNames<S, L>[]
  /** A number that every update raises by one, so that of two who read the same only one can change it. */
  readonly version?: PropertyNames<S, L>
  /** Names of one's own for properties: `{ fullName: 'full_name' }`. */
  readonly fields?: { readonly [field: string]: PropertyNames<S, L> }
  /** Names of one's own for relations: `{ posts: 'WROTE', author: { type: '<WROTE', one: true } }`. */
  readonly relations?: {
    readonly [name: string]: EndNames<S, L> | { readonly type: EndNames<S, L>; readonly one?: boolean }
  }
  /** What a property is when it is created and not given. */
  readonly defaults?: Made<S['nodes'][L]['properties']>
  /** What a property is made to be on create; it is not accepted. */
  readonly generated?: Made<S['nodes'][L]['properties']>
  /** What a property is made to be on create and on update; it is not accepted. */
  readonly updated?: Made<S['nodes'][L]['properties']>
  /** Properties that a plugin fills in, as `tenant` does: neither asked for nor accepted. */
  readonly supplied?: readonly PropertyNames<S, L>[]
  /** Validators of any library that speaks Standard Schema: one for whole nodes, or one for each operation. */
  readonly validate?: StandardSchema | { readonly create?: StandardSchema; readonly update?: StandardSchema }
  /** What is called around operations. */
  readonly hooks?: Hooks<S, L>
}

type PropertyNames<S extends SchemaShape, L extends keyof S['nodes']> = keyof S['nodes'][L]['properties'] & string

/** What the schema cannot tell, by label. */
export type Declarations<S extends SchemaShape> = { readonly [L in keyof S['nodes']]?: Declaration<S, L> }

/** What was declared, with a message where a label or a word is not known. */
export type CheckedDeclarations<S extends SchemaShape, D> = {
  readonly [L in keyof D]: L extends keyof S['nodes']
    ? {
        readonly [W in keyof D[L]]: W extends keyof Declaration<S, L> ? unknown : Strange<W, keyof Declaration<S, L>>
      }
    : Strange<L, keyof S['nodes']>
}
