import { describe, expect, it } from 'vitest'
import { parseStatement } from '../../src/grammar/parse-statement.ts'
import { bareTree } from '../compile/bare-tree.ts'
import { refusal } from './tree.ts'

describe('SEARCH', () => {
  it.each([
    [
      'u IN (VECTOR INDEX people FOR $like LIMIT 5)',
      { type: 'VECTOR', index: 'people', for: { kind: 'parameter', name: 'like' }, limit: { value: 5 } },
    ],
    [
      'u IN (vector index $index for v.embedding where u.age > 3 limit $n) score as s',
      {
        index: { kind: 'parameter', name: 'index' },
        for: { kind: 'property' },
        where: { operator: '>' },
        limit: { kind: 'parameter' },
        score: 's',
      },
    ],
    [
      "u IN (FULLTEXT INDEX `the texts` FOR 'ada' WITH ANALYZER 'english' SKIP 2 LIMIT 5)",
      { type: 'FULLTEXT', index: 'the texts', analyzer: { value: 'english' }, skip: { value: 2 } },
    ],
  ])('%s', (text, expected) => {
    expect(bareTree(parseStatement(`MATCH (u) SEARCH ${text} RETURN u`)[1])).toMatchObject({
      kind: 'search',
      variable: 'u',
      ...expected,
    })
  })

  it.each([
    ['u IN (INDEX i FOR $v LIMIT 5)', "expected VECTOR INDEX or FULLTEXT INDEX at 'INDEX i FOR $v LIMIT 5) …'"],
    ['u IN (VECTOR INDEX i LIMIT 5)', "expected 'FOR' at 'LIMIT 5) RETURN u'"],
    ['u IN (VECTOR INDEX i FOR $v)', "expected 'LIMIT' at ') RETURN u'"],
  ])('refuses %s', (text, expected) => {
    expect(refusal(() => parseStatement(`MATCH (u) SEARCH ${text} RETURN u`))).toContain(expected)
  })
})
