import fc from 'fast-check'
import { expect, it } from 'vitest'
import { quoteName, quoteWith } from '../../src/ast/quote.ts'
import { GraphError } from '../../src/error/graph-error.ts'
import { parseStatement } from '../../src/grammar/parse-statement.ts'

it.each([
  ['User', 'User'],
  ['_x1', '_x1'],
  ['my label', '`my label`'],
  ['a`b', '`a``b`'],
  ['1st', '`1st`'],
  ['größe', '`größe`'],
  ['order', '`order`'],
  ['null', '`null`'],
  ['a) DETACH DELETE (b', '`a) DETACH DELETE (b`'],
])('writes %s as %s', (name, text) => {
  expect(quoteName(name)).toBe(text)
})

it('quotes the words that a dialect reserves besides', () => {
  const quote = quoteWith(new Set(['SHOW']))
  expect(['show', 'User'].map(quote)).toEqual(['`show`', 'User'])
})

it.each(['', 'a\0b', 'a\\u0060 DELETE', '\\U0060'])('refuses %j, which cannot be quoted for every engine', (name) => {
  expect(() => quoteName(name)).toThrow(GraphError)
})

it('keeps any other name one name, whatever it holds', () => {
  const names = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('`', '\\', "'", '"', ')', '}', ' ', 'a', '/', '*', '\n', '$') }),
  )
  fc.assert(
    fc.property(names, (name) => {
      fc.pre(name !== '' && !name.includes('\0') && !/\\u/i.test(name))
      const clause = parseStatement(`MATCH (n:${quoteName(name)} {${quoteName(name)}: 1}) RETURN n`)[0]
      const node = clause?.kind === 'match' ? clause.patterns[0]?.elements[0] : undefined
      expect(node).toMatchObject({
        labels: { kind: 'label', name },
        properties: { kind: 'map', entries: [{ key: name }] },
      })
    }),
    { numRuns: 500 },
  )
})
