import type { Constraint, Index } from '../catalog/catalog.ts'
import { sortedBy } from '../catalog/order.ts'
import { text } from './ask.ts'
import type { Ask } from './words.ts'

const constraintKinds: ReadonlyMap<string, Constraint['kind']> = new Map([
  ['UNIQUE', 'unique'],
  ['NOT NULL', 'exists'],
  ['NODE KEY', 'key'],
])

export const grafeoConstraints = async (ask: Ask): Promise<Constraint[]> => {
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

export const grafeoIndexes = async (ask: Ask): Promise<Index[]> => {
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
