import { expect, it } from 'vitest'
import { typeScriptOf } from '../../src/schema/type-script-of.ts'
import { anyType, neverType, nullType } from '../../src/value/value-types.ts'

const schema = {
  nodes: {
    User: { properties: { id: 'integer', 'full name': 'string?' } },
    Admin: { properties: { id: 'integer', level: 'integer' } },
  },
  relationships: { KNOWS: { from: ['User'], to: ['User'], properties: { since: 'date' } } },
}

it('writes a node as its properties, by all its labels or by either', () => {
  const node = (labels: string, entity = false, nullable = false) =>
    typeScriptOf({ kind: 'node', labels, entity, nullable }, schema)
  expect(node('User')).toBe('{ id: number; "full name": string | null }')
  expect(node('User&Admin')).toBe('{ id: number; "full name": string | null; level: number }')
  expect(node('User|Admin', false, true)).toBe(
    '{ id: number; "full name": string | null } | { id: number; level: number } | null',
  )
  expect(
    typeScriptOf(
      { kind: 'list', of: { kind: 'node', labels: 'User|Admin', entity: false, nullable: false }, nullable: false },
      schema,
    ),
  ).toBe('({ id: number; "full name": string | null } | { id: number; level: number })[]')
  expect(node('*')).toBe('Record<string, unknown>')
  expect(node('Nobody')).toBe('Record<string, unknown>')
  expect(node('Admin', true)).toBe('GraphNode<{ id: number; level: number }, "Admin">')
  expect(node('User|Admin', true)).toContain('"User" | "Admin">')
})

it('writes relationships, paths and what is not known', () => {
  expect(typeScriptOf({ kind: 'relationship', types: 'KNOWS', entity: false, nullable: false }, schema)).toBe(
    '{ since: PlainDate }',
  )
  expect(typeScriptOf({ kind: 'relationship', types: '*', entity: true, nullable: false }, schema)).toBe(
    'GraphRelationship<Record<string, unknown>, string>',
  )
  expect(typeScriptOf({ kind: 'path', nullable: true })).toBe('GraphPath | null')
  expect([anyType, nullType, neverType].map((type) => typeScriptOf(type))).toEqual(['unknown', 'null', 'never'])
})
