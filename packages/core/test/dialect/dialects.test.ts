import { expect, it } from 'vitest'
import { dialectNamed } from '../../src/dialect/dialects.ts'
import { neo4j } from '../../src/dialect/neo4j.ts'

it('finds a dialect by its name', () => {
  expect(dialectNamed('neo4j')).toBe(neo4j)
})

it('says which there are when there is none of a name', () => {
  expect(() => dialectNamed('oracle')).toThrow("there is no dialect 'oracle': there is grafeo, neo4j")
})
