import type { Constraint } from '../../src/index.ts'
import { expect, it } from 'vitest'
import { neo4jConstraints } from '../../src/introspect/neo4j-schema.ts'

const read = (type: string, more: object = {}): Promise<Constraint[]> => {
  const row = { name: 'c', type, entityType: 'NODE', labelsOrTypes: ['L'], properties: ['p'], propertyType: null }
  // Most of these kinds are of the Enterprise edition, which cannot be had here: the rows are as its manual shows them.
  return neo4jConstraints(async () => [{ ...row, ...more }] as never)
}

it.each([
  ['UNIQUENESS', 'unique'],
  ['NODE_PROPERTY_UNIQUENESS', 'unique'],
  ['NODE_PROPERTY_EXISTENCE', 'exists'],
  ['NODE_KEY', 'key'],
  ['NODE_LABEL_EXISTENCE', 'other'],
])('reads %s as %s', async (type, kind) => {
  expect(await read(type)).toEqual([{ name: 'c', kind, on: 'node', target: 'L', properties: ['p'] }])
})

it.each([
  ['RELATIONSHIP_UNIQUENESS', 'unique'],
  ['RELATIONSHIP_PROPERTY_EXISTENCE', 'exists'],
  ['RELATIONSHIP_KEY', 'key'],
  ['RELATIONSHIP_SOURCE_LABEL', 'other'],
])('reads %s as %s', async (type, kind) => {
  const row = { entityType: 'RELATIONSHIP', labelsOrTypes: ['R'], properties: null }
  expect(await read(type, row)).toEqual([{ name: 'c', kind, on: 'relationship', target: 'R', properties: [] }])
})

it('reads the type that a property must have', async () => {
  expect(await read('NODE_PROPERTY_TYPE', { propertyType: 'LIST<DATE NOT NULL>' })).toEqual([
    { name: 'c', kind: 'type', on: 'node', target: 'L', properties: ['p'], types: ['list'], elements: ['date'] },
  ])
})
