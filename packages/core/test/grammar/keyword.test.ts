import { describe, expect, it } from 'vitest'
import { meantKeyword, opensClause, startsClause } from '../../src/grammar/keyword.ts'
import { lex } from '../../src/grammar/lex.ts'

describe('words of clauses', () => {
  it.each([
    ['MATCH (u)', true, true],
    ['match (u)', true, true],
    ['OPTIONAL MATCH (u)', true, true],
    ['OPTIONAL + 1', false, false],
    ['ORDER BY u', true, true],
    ['order + 1', false, false],
    ['ON CREATE SET', true, true],
    ['ON x', false, false],
    ['LIMIT 3', true, true],
    ['limit + 3', true, false],
    ['limit AS x', true, false],
    ['limit RETURN x', true, false],
    ['RETURN', true, false],
    ['`RETURN` u', false, false],
    ['FOREACH (x', true, true],
    ['LOAD CSV FROM', true, true],
    ['u', false, false],
  ])('%s starts a clause after a value: %s, instead of one: %s', (text, after, instead) => {
    expect(startsClause(lex(text), 0)).toBe(after)
    expect(opensClause(lex(text), 0)).toBe(instead)
  })

  it.each([
    ['RETUR', 'RETURN'],
    ['RETRUN', 'RETURN'],
    ['RETURNS', 'RETURN'],
    ['RETORN', 'RETURN'],
    ['WERE', 'WHERE'],
    ['LIMT', 'LIMIT'],
    ['WIHT', 'WITH'],
    ['MATHC', 'MATCH'],
    ['ORDR', 'ORDER'],
  ])('%s was meant to be %s', (word, meant) => {
    expect(meantKeyword(word)).toBe(meant)
  })

  it.each(['RETURN', 'MATCH', 'LIKE', 'ILIKE', 'BETWEEN', 'AS', 'AND', 'CONTAINS', 'NOT', 'U', '', 'OVER', 'ESCAPE'])(
    '%s was meant',
    (word) => {
      expect(meantKeyword(word)).toBeUndefined()
    },
  )
})
