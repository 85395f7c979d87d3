import { expect, it } from 'vitest'
import { dialectNamed } from '../../src/dialect/dialects.ts'
import { neo4j } from '../../src/dialect/neo4j.ts'
import { grafeo } from '../../src/grafeo.ts'

it('finds a dialect by its name', () => {
  expect(dialectNamed('neo4j', grafeo)).toBe(neo4j)
})

it("finds the executor's own dialect by its name, whichever it is", () => {
  expect(dialectNamed('grafeo', grafeo)).toBe(grafeo)
  const own = { ...neo4j }
  expect(dialectNamed('neo4j', own)).toBe(own)
})

it('says what to import for a dialect that is not loaded', () => {
  expect(() => dialectNamed('grafeo', neo4j)).toThrow("import { grafeo } from '@motif/core/grafeo' and give the value")
})

it('says which there are when there is none of a name', () => {
  expect(() => dialectNamed('oracle', grafeo)).toThrow("there is no dialect 'oracle': there is grafeo, neo4j")
})
