import { expect, it } from 'vitest'
import { declaredTypes } from '../../src/introspect/neo4j-declared-types.ts'

it.each([
  ['STRING', ['string'], []],
  ['ZONED DATETIME', ['dateTime'], []],
  ['LIST<STRING NOT NULL>', ['list'], ['string']],
  ['INTEGER | STRING', ['integer', 'string'], []],
  ['INTEGER | LIST<FLOAT NOT NULL> | LIST<LOCAL TIME NOT NULL>', ['integer', 'list'], ['float', 'localTime']],
  ['VECTOR<FLOAT32 NOT NULL>(1536)', ['other'], []],
])('reads %s', (text, types, elements) => {
  expect(declaredTypes(text)).toEqual({ types, elements })
})
