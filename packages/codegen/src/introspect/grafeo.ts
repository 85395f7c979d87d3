import type { Constraint, Index } from '../catalog/catalog.ts'
import { sortedBy } from '../catalog/order.ts'
import { text } from './ask.ts'
import { typeWordOf } from './grafeo-types.ts'
import { GraphReader } from './graph-reader.ts'
import type { Introspector } from './introspect.ts'
import type { Ask, Words } from './words.ts'

const constraintKinds: ReadonlyMap<string, Constraint['kind']> = new Map([
  ['UNIQUE', 'unique'],
  ['NOT NULL', 'exists'],
  ['NODE KEY', 'key'],
])

const constraints = async (ask: Ask): Promise<Constraint[]> => {
  const rows = await ask<{ name: string; type: string; label: string; properties: string }>({
    text: 'SHOW CONSTRAINTS',
    columns: ['name', 'type', 'label', 'properties'].map((name) => ({ name, type: text })),
  })
  return rows.map(({ name, type, label, properties }) => ({
    name,
    kind: constraintKinds.get(type) ?? 'other',
    on: 'node',
    target: label,
    properties: properties.split(', '), // the engine gives them as one text
  }))
}

const indexes = async (ask: Ask): Promise<Index[]> => {
  const rows = await ask<{ name: string; type: string; label: string; property: string }>({
    text: 'SHOW INDEXES',
    columns: ['name', 'type', 'label', 'property'].map((name) => ({ name, type: text })),
  })
  const found = new Map<string, Index>()
  // A row a property, in any order: the engine keeps none.
  for (const { name, type, label, property } of sortedBy(rows, (row) => row.property)) {
    const key = JSON.stringify([name, label])
    const properties = [...(found.get(key)?.properties ?? []), property]
    found.set(key, { name, kind: type, target: label, properties })
  }
  return [...found.values()]
}

const words: Words = {
  engine: 'grafeo',
  slice: 50_000, // far from its limit of 30 s
  quoted: (name) => (name === '' || name.includes('`') ? undefined : `\`${name}\``),
  typeWordOf,
  constraints,
  indexes,
}

/**
 * Reads a Grafeo graph. Relationship constraints and declared node types (`CREATE NODE TYPE`) cannot be asked for in
 * Cypher and are not seen.
 */
export const introspectGrafeo: Introspector = (executor, options) => new GraphReader(executor, words, options).read()
