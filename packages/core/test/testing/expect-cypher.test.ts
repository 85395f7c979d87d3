import type { CompiledQuery } from '@motif/core'
import { CypherDiffersError, expectCypher } from '@motif/core/testing'
import { describe, expect, it } from 'vitest'

const compiled: CompiledQuery = {
  text: 'MATCH (u:User) WHERE u.age > $p1 RETURN u.age AS age',
  params: { p1: 18n },
  parameters: [],
  bindings: [],
  columns: undefined,
  access: 'read',
  dialect: 'neo4j',
}
const asked: unknown[] = []
const query = {
  compile: (options?: unknown): CompiledQuery => {
    asked.push(options)
    return compiled
  },
}

describe('expectCypher', () => {
  it('is content with the same text and values, and asks for the dialect named', () => {
    expectCypher(query, { text: compiled.text, params: { p1: 18n }, dialect: 'grafeo' })
    expect(asked.at(-1)).toEqual({ dialect: 'grafeo' })
  })

  it('tells values of different kinds apart at every depth', () => {
    const values = { p1: [1n, { a: 'x', b: null }, new Date(0)], p2: undefined }
    const nested = { compile: (): CompiledQuery => ({ ...compiled, params: values }) }
    expectCypher(nested, { text: compiled.text, params: { p2: undefined, p1: [1n, { a: 'x', b: null }, new Date(0)] } })
    expect(() => expectCypher(nested, { text: compiled.text, params: { ...values, p1: ['1n', {}, 0] } })).toThrow(
      '$p1 = [1n, { a: "x", b: null }, Date "1970-01-01T00:00:00.000Z"]',
    )
  })

  it.each([
    ['another text', { text: 'RETURN 1', params: { p1: 18n } }],
    ['another value', { text: compiled.text, params: { p1: 19n } }],
    ['a value of another kind', { text: compiled.text, params: { p1: '18n' } }],
    ['a value too few', { text: compiled.text }],
  ])('refuses %s and shows both', (_, expected) => {
    const compare = (): void => expectCypher(query, expected)
    expect(compare).toThrow(CypherDiffersError)
    expect(compare).toThrow('$p1 = 18n')
  })
})
