import type { ScalarName, ValueType } from '@motif/core'
import type { TemporalPolicy } from '../config/config.ts'

/** Names that a generated file takes from `@motif/core`. */
export type CoreType =
  | 'Duration'
  | 'OffsetTime'
  | 'PlainDate'
  | 'PlainDateTime'
  | 'PlainTime'
  | 'Point'
  | 'ZonedDateTime'

const temporal: Readonly<Record<string, CoreType>> = {
  date: 'PlainDate',
  localTime: 'PlainTime',
  time: 'OffsetTime',
  localDateTime: 'PlainDateTime',
  dateTime: 'ZonedDateTime',
  duration: 'Duration',
}

/** What a JS Date can stand for; times of day and durations stay text under that policy. */
const dated: ReadonlySet<string> = new Set(['date', 'localDateTime', 'dateTime'])

/** The type of `@motif/core` that a scalar is read as, or the plain TypeScript type. */
export const scalarType = (
  kind: ScalarName,
  policy: TemporalPolicy,
): { readonly text: string; readonly core?: CoreType } => {
  const own = temporal[kind]
  if (own !== undefined) {
    if (policy === 'temporal') return { text: own, core: own }
    return { text: policy === 'date' && dated.has(kind) ? 'Date' : 'string' }
  }
  if (kind === 'point') return { text: 'Point', core: 'Point' }
  if (kind === 'bytes') return { text: 'Uint8Array' }
  return { text: kind === 'integer' || kind === 'float' ? 'number' : kind }
}

/** Writes property types as TypeScript, and remembers what must be imported for them. */
export class TypeWriter {
  readonly #policy: TemporalPolicy
  readonly #imports = new Set<CoreType>()

  constructor(policy: TemporalPolicy) {
    this.#policy = policy
  }

  /** The names used so far, sorted. */
  get imports(): readonly CoreType[] {
    return [...this.#imports].sort()
  }

  /** `number | null`, `(string | null)[]`, `unknown`. */
  write(type: ValueType): string {
    return [...this.#members(type)].join(' | ')
  }

  #members(type: ValueType): Set<string> {
    const members = new Set<string>()
    if (type.kind === 'union') for (const member of type.of) for (const each of this.#members(member)) members.add(each)
    else members.add(this.#one(type))
    if (members.has('unknown')) return new Set(['unknown'])
    if (type.nullable) members.add('null')
    return members
  }

  #one(type: ValueType): string {
    if (type.kind === 'list') {
      const members = this.#members(type.of)
      const text = [...members].join(' | ')
      return members.size > 1 ? `(${text})[]` : `${text}[]`
    }
    if (type.kind === 'any' || !isScalar(type)) return 'unknown'
    const { text, core } = scalarType(type.kind, this.#policy)
    if (core !== undefined) this.#imports.add(core)
    return text
  }
}

/** A property holds scalars and lists of them; what else a value can be never stands in a property. */
const isScalar = (type: ValueType): type is { readonly kind: ScalarName; readonly nullable: boolean } =>
  !['any', 'null', 'path', 'map', 'node', 'relationship', 'list', 'union'].includes(type.kind)
