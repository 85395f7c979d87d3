import type { Column, ScalarName, ValueType } from '@motif/core'
import type { Catalog, ElementEntry, PropertyEntry } from '../../catalog/catalog.ts'
import type { TypeWord } from '../../catalog/type-word.ts'
import { whole } from '../../introspect/ask.ts'
import type { Words } from '../../introspect/words.ts'
import type { Batch } from '../batch.ts'
import { isTemporalWord } from '../value/read-temporal.ts'
import type { ElementQuery } from './element-query.ts'

/** More columns, most of them empty, cost more than they save. */
const mostKeys = 40
const mostSets = 40

const scalars: Readonly<Partial<Record<TypeWord, ScalarName>>> = {
  integer: 'integer',
  bigint: 'integer',
  float: 'float',
  boolean: 'boolean',
  string: 'string',
}

/** The one kind of column that a property's values come in; `undefined` where there are several. */
const kindOf = (entries: readonly PropertyEntry[]): ScalarName | undefined => {
  const words = entries.flatMap(({ types }) => Object.keys(types) as TypeWord[]) // its own keys
  const kinds = new Set(words.map((word) => (isTemporalWord(word) ? 'string' : scalars[word])))
  const [kind] = kinds
  return kinds.size === 1 ? kind : undefined
}

interface Property {
  readonly name: string
  readonly column: string
  readonly expression: string
  readonly kind: ScalarName
}

/** Every property of some labels, a column each; `undefined` where one cannot be. */
const propertiesOf = (entries: readonly ElementEntry[], quoted: Words['quoted']): Property[] | undefined => {
  const byName = new Map<string, PropertyEntry[]>()
  for (const property of entries.flatMap(({ properties }) => properties))
    byName.set(property.name, [...(byName.get(property.name) ?? []), property])
  if (byName.size > mostKeys) return undefined
  const found: Property[] = []
  for (const [name, all] of [...byName].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [kind, word] = [kindOf(all), quoted(name)]
    if (kind === undefined || word === undefined) return undefined
    found.push({ name, column: `v${found.length}`, expression: `x.${word}`, kind })
  }
  return found
}

const setsOf = (kind: Batch['kind'], { labelSets, relationships }: Catalog): readonly (readonly string[])[] =>
  kind === 'node' ? labelSets.map(({ labels }) => labels) : relationships.map(({ name }) => [name])

const nullable = (kind: ScalarName): ValueType => ({ kind, nullable: true })

/** Which of the label sets a node has, or the types a relationship, by its number. */
const setText = (kind: Batch['kind'], sets: readonly (readonly string[])[]): string => {
  if (sets.length === 1) return '0'
  const test = (_: unknown, at: number): string =>
    kind === 'node'
      ? `size(labels(x)) = size($s${at}) AND all(l IN $s${at} WHERE l IN labels(x))`
      : `type(x) = $s${at}[0]`
  return `CASE ${sets.map((set, at) => `WHEN ${test(set, at)} THEN ${at}`).join(' ')} END`
}

/**
 * Asks for elements with a column for each property, which an engine that exports its columns hands out many times
 * faster; `undefined` where there are too many properties, or one is not of a single scalar kind.
 */
export const columnQuery = (
  kind: Batch['kind'],
  catalog: Catalog,
  quoted: Words['quoted'],
): ElementQuery | undefined => {
  const properties = propertiesOf(kind === 'node' ? catalog.labels : catalog.relationships, quoted)
  const sets = setsOf(kind, catalog)
  if (properties === undefined || sets.length === 0 || sets.length > mostSets) return undefined
  const ends = kind === 'node' ? { id: 'id(x)' } : { id: 'id(a)', end: 'id(b)' }
  const fixed = Object.entries({ ...ends, labelSet: setText(kind, sets) })
  const columns: readonly Column[] = [
    ...fixed.map(([name]) => ({ name, type: whole })),
    ...properties.map(({ column, kind: scalar }) => ({ name: column, type: nullable(scalar) })),
  ]
  const returned = [...fixed, ...properties.map(({ column, expression }) => [column, expression] as const)]
  return {
    returned: returned.map(([name, expression]) => `${expression} AS ${name}`).join(', '),
    columns,
    params: sets.length === 1 ? {} : Object.fromEntries(sets.map((set, at) => [`s${at}`, set])),
    read: (row) => {
      const keys: string[] = []
      const values: unknown[] = []
      for (const { name, column } of properties) {
        const value = row[column]
        if (value === null || value === undefined) continue
        keys.push(name)
        values.push(value)
      }
      const [id, end, set] = [row['id'], row['end'], row['labelSet']] as [number, number | undefined, number] // whole
      return { id, end, labels: sets[set] ?? [], keys, values }
    },
  }
}
