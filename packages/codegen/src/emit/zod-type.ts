import type { ScalarName, ValueType } from '@motif/core'
import type { PlainValue } from '../catalog/catalog.ts'
import type { PropertyModel } from '../catalog/model.ts'
import type { TemporalPolicy } from '../config/config.ts'
import { literal } from './identifier.ts'
import { type CoreType, scalarType } from './typescript-type.ts'

/** Helpers that a generated module defines for itself, only those it uses: it imports nothing at run time but zod. */
export type ZodHelper = 'temporal' | 'offsetTime' | 'point'

const plain: Readonly<Partial<Record<ScalarName, string>>> = {
  string: 'z.string()',
  boolean: 'z.boolean()',
  integer: 'z.int()',
  bigint: 'z.bigint()',
  float: 'z.number()',
  number: 'z.number()',
  bytes: 'z.instanceof(Uint8Array)',
}

const enumOf = (values: readonly PlainValue[]): string =>
  `z.${values.every((value) => typeof value === 'string') ? 'enum' : 'literal'}([${values.map(literal).join(', ')}])`

/** Writes property types as zod validators, and remembers which helpers and types they need. */
export class ZodWriter {
  readonly #policy: TemporalPolicy
  readonly #helpers = new Set<ZodHelper>()
  readonly #imports = new Set<CoreType>()

  constructor(policy: TemporalPolicy) {
    this.#policy = policy
  }

  get helpers(): ReadonlySet<ZodHelper> {
    return this.#helpers
  }

  /** Types of `@motif/core`, sorted: they leave no trace at run time. */
  get imports(): readonly CoreType[] {
    return [...this.#imports].sort()
  }

  /** A property's validator: in a graph, to be absent and to be null is the same. */
  write({ type, values }: Pick<PropertyModel, 'type' | 'values'>): string {
    return `${values === undefined ? this.#value(type) : enumOf(values)}${type.nullable ? '.nullish()' : ''}`
  }

  #value(type: ValueType): string {
    if (type.kind === 'union') {
      const members = [...new Set(type.of.map((member) => this.#value(member)))]
      return members.length === 1 ? members.join() : `z.union([${members.join(', ')}])`
    }
    if (type.kind === 'list') return `z.array(${this.#value(type.of)}${type.of.nullable ? '.nullable()' : ''})`
    return this.#scalar(type.kind as ScalarName) // what is not a scalar here is `any`, which falls through
  }

  #scalar(kind: ScalarName): string {
    const known = plain[kind]
    if (known !== undefined) return known
    const { text, core } = scalarType(kind, this.#policy)
    if (core === undefined) return text === 'Date' ? 'z.date()' : text === 'string' ? 'z.string()' : 'z.unknown()'
    this.#imports.add(core)
    if (core === 'Point' || core === 'OffsetTime') {
      const helper = core === 'Point' ? 'point' : 'offsetTime'
      this.#helpers.add(helper)
      return helper
    }
    this.#helpers.add('temporal')
    return `temporal<${core}>('${core}')`
  }
}
