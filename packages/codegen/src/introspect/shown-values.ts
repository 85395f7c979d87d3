import type { Column } from '@motif/core'
import type { ElementEntry, PlainValue, PropertyEntry } from '../catalog/catalog.ts'
import { sortedValues } from '../catalog/enum.ts'
import type { TypeWord } from '../catalog/type-word.ts'
import { text, texts } from './ask.ts'
import type { IntrospectOptions, ValueWish } from './introspect.ts'
import { type Kind, targetMatch } from './parts.ts'
import type { Ask, Words } from './words.ts'

/** Types whose values can be literals, and types that are shown as text. */
const literals: ReadonlySet<string> = new Set<TypeWord>(['string', 'integer'])
const shown: ReadonlySet<string> = new Set<TypeWord>([
  'string',
  'boolean',
  'integer',
  'float',
  'date',
  'dateTime',
  'localDateTime',
])

/** So many nodes of a label are looked at for samples, and so much of a text is shown. */
const looked = 1_000
const width = 40

/** A sample tells the types of what it met, and values are read of all: others may be among them. */
const isLiteral = (value: unknown): boolean => typeof value === 'string' || Number.isSafeInteger(value)

const consistsOf = ({ count, types }: PropertyEntry, words: ReadonlySet<string>): boolean =>
  count > 0 && Object.keys(types).every((word) => words.has(word))

/** Reads what leaves the graph as it stands: values for enums, and samples. Nothing unless it was asked for. */
export class ShownValues {
  readonly #ask: Ask
  readonly #words: Words
  readonly #options: IntrospectOptions

  constructor(ask: Ask, words: Words, options: IntrospectOptions) {
    this.#ask = ask
    this.#words = words
    this.#options = options
  }

  /** The labels or types, with what was asked for. */
  async of<E extends ElementEntry>(kind: Kind, elements: readonly E[]): Promise<readonly E[]> {
    const found: E[] = []
    for (const element of elements) {
      const samples = await this.#samples(kind, element)
      const properties: PropertyEntry[] = []
      for (const property of element.properties) {
        const values = await this.#values(kind, element, property)
        const texts = samples.get(property.name)
        properties.push({
          ...property,
          ...(values === undefined ? {} : { values }),
          ...(values !== undefined || texts === undefined ? {} : { samples: texts }),
        })
      }
      found.push({ ...element, properties })
    }
    return found
  }

  async #values(kind: Kind, element: ElementEntry, property: PropertyEntry): Promise<PlainValue[] | undefined> {
    const wish = this.#wish(kind, element.name, property.name)
    if (wish === undefined || !consistsOf(property, literals)) return undefined
    const rows = await this.#ask<{ value: PlainValue }>({
      text:
        `${this.#match(kind, element.name)} WITH x[$key] AS value WHERE value IS NOT NULL ` +
        `RETURN DISTINCT value LIMIT ${wish.limit + 1}`,
      columns: [{ name: 'value', type: { kind: 'any', nullable: true } }],
      params: { name: element.name, key: property.name },
    })
    const values = rows.map(({ value }) => value)
    return values.length > wish.limit || !values.every(isLiteral) ? undefined : sortedValues(values)
  }

  async #samples(kind: Kind, element: ElementEntry): Promise<ReadonlyMap<string, readonly string[]>> {
    const { samples } = this.#options
    const keys = element.properties
      .filter((each) => consistsOf(each, shown) && !this.#isRedacted(element.name, each.name))
      .map((each) => each.name)
    if (samples === undefined || keys.length === 0) return new Map()
    const columns: Column[] = [
      { name: 'key', type: text },
      { name: 'samples', type: texts },
    ]
    const rows = await this.#ask<{ key: string; samples: string[] }>({
      text:
        `${this.#match(kind, element.name)} WITH x ORDER BY id(x) LIMIT ${looked} UNWIND $keys AS key ` +
        `WITH key, x[key] AS v WHERE v IS NOT NULL WITH DISTINCT key, substring(toString(v), 0, ${width}) AS sample ` +
        `ORDER BY key, sample RETURN key, collect(sample) AS samples`,
      columns,
      params: { name: element.name, keys },
    })
    return new Map(rows.map(({ key, samples: all }) => [key, all.slice(0, samples.count)]))
  }

  #match(kind: Kind, name: string): string {
    return targetMatch(kind, name, { params: {} }, this.#words.quoted(name))
  }

  #wish(kind: Kind, target: string, property: string): ValueWish | undefined {
    return this.#options.enums?.find((each) => each.on === kind && each.target === target && each.property === property)
  }

  #isRedacted(target: string, property: string): boolean {
    const { redact = [] } = this.#options.samples ?? {}
    return redact.includes(property) || redact.includes(`${target}.${property}`)
  }
}
