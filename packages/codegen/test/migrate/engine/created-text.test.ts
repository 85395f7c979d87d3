import { describe, expect, it } from 'vitest'
import type { ConstraintDefinition, IndexDefinition } from '../../../src/migrate/definition.ts'
import { constraintCypher, indexCypher } from '../../../src/migrate/engine/created-text.ts'

const constraint = (each: Partial<ConstraintDefinition>): string =>
  constraintCypher({ name: 'c', kind: 'unique', on: 'node', target: 'User', properties: ['id'], ...each })

const index = (each: Partial<IndexDefinition>): string =>
  indexCypher({ name: 'i', kind: 'range', on: 'node', targets: ['User'], properties: ['id'], ...each })

describe('the Cypher of constraints and indexes', () => {
  it.each([
    [{}, 'CREATE CONSTRAINT c FOR (n:User) REQUIRE n.id IS UNIQUE'],
    [
      { properties: ['tenant', 'odd key'] },
      'CREATE CONSTRAINT c FOR (n:User) REQUIRE (n.tenant, n.`odd key`) IS UNIQUE',
    ],
    [{ kind: 'key' }, 'CREATE CONSTRAINT c FOR (n:User) REQUIRE n.id IS NODE KEY'],
    [{ kind: 'exists' }, 'CREATE CONSTRAINT c FOR (n:User) REQUIRE n.id IS NOT NULL'],
    [
      { kind: 'type', type: 'integer|list<string>' },
      'CREATE CONSTRAINT c FOR (n:User) REQUIRE n.id IS :: INTEGER | LIST<STRING NOT NULL>',
    ],
    [{ on: 'relationship', target: 'WROTE' }, 'CREATE CONSTRAINT c FOR ()-[r:WROTE]-() REQUIRE r.id IS UNIQUE'],
    [
      { on: 'relationship', target: 'odd type', kind: 'key' },
      'CREATE CONSTRAINT c FOR ()-[r:`odd type`]-() REQUIRE r.id IS RELATIONSHIP KEY',
    ],
  ] satisfies [Partial<ConstraintDefinition>, string][])('constraint %j', (each, text) => {
    expect(constraint(each)).toBe(text)
  })

  it.each([
    [{ properties: ['a', 'b'] }, 'CREATE INDEX i FOR (n:User) ON (n.a, n.b)'],
    [{ kind: 'text' }, 'CREATE TEXT INDEX i FOR (n:User) ON (n.id)'],
    [{ kind: 'point', on: 'relationship' }, 'CREATE POINT INDEX i FOR ()-[r:User]-() ON (r.id)'],
    [
      { kind: 'vector', dimensions: 3, similarity: 'cosine' },
      "CREATE VECTOR INDEX i FOR (n:User) ON (n.id) OPTIONS {indexConfig: {`vector.dimensions`: 3, `vector.similarity_function`: 'cosine'}}",
    ],
    [
      { kind: 'fulltext', targets: ['User', 'odd label'], properties: ['a', 'b'] },
      'CREATE FULLTEXT INDEX i FOR (n:User|`odd label`) ON EACH [n.a, n.b]',
    ],
    [
      { kind: 'fulltext', on: 'relationship', targets: ['A', 'B'], analyzer: 'english' },
      'CREATE FULLTEXT INDEX i FOR ()-[r:A|B]-() ON EACH [r.id] OPTIONS {indexConfig: {`fulltext.analyzer`: "english"}}',
    ],
    [{ kind: 'fulltext', targets: [' ON ('] }, 'CREATE FULLTEXT INDEX i FOR (n:` ON (`) ON EACH [n.id]'],
  ] satisfies [Partial<IndexDefinition>, string][])('index %j', (each, text) => {
    expect(index(each)).toBe(text)
  })
})
