import { expect, it } from 'vitest'
import { GraphError } from '../../../src/error/graph-error.ts'
import { grafeoText } from './grafeo-text.ts'

const refusal = (text: string): string => {
  try {
    return `sent: ${grafeoText(text)}`
  } catch (error) {
    if (!(error instanceof GraphError) || error.code !== 'UNSUPPORTED_FEATURE') throw error
    return error.message
  }
}

it.each([
  [
    'MATCH (a) RETURN COLLECT { MATCH (a)-->(b) RETURN b.n } AS l',
    'grafeo has no COLLECT { … } (collect-subquery): write CALL (x) { … RETURN collect(…) AS list } before the clause',
  ],
  [
    'MATCH (a) RETURN percentileCont(a.n, $q) AS p',
    'grafeo has no percentileCont() with a fraction that is not a literal number (percentile-parameter): write the number into the text',
  ],
  [
    `RETURN date('2020-W10-3') AS d`,
    `grafeo has no such text as in date('2020-W10-3') (temporal-components): write 2020-01-31`,
  ],
  [
    'MATCH (a) RETURN a.n AS n LIMIT $l + 1',
    'grafeo has no LIMIT of an expression (skip-limit-expressions): compute the number first and pass it as a parameter',
  ],
  [
    'RETURN randomUUID() AS id',
    'grafeo has no randomUUID() (functions): make it in the program (crypto.randomUUID()) and pass it as a parameter',
  ],
  [
    'MATCH (a)-->(b) WITH a, count(b) AS c WHERE b.n > 1 RETURN a',
    'grafeo has no WITH … WHERE on a name that WITH does not carry (b) (unprojected-names): add the name to the WITH',
  ],
])('%s', (text, message) => {
  expect(refusal(text)).toBe(message)
})

it('refuses more clauses than the engine reads', () => {
  expect(refusal('MATCH (a) '.repeat(128).trim())).toContain('sent: ')
  expect(refusal('MATCH (a) '.repeat(129).trim())).toContain('grafeo has no 129 clauses (many-clauses)')
})

it('refuses what stands inside subqueries, CALL and FOREACH too', () => {
  expect(refusal('MATCH (a) WHERE EXISTS { MATCH (a) WHERE a.n = point({x: 1}) } RETURN a')).toContain('(points)')
  expect(refusal('MATCH (a) CALL (a) { RETURN valueType(a.n) AS t } RETURN t')).toContain('(functions)')
  expect(refusal('MATCH (a) FOREACH (i IN [1] | SET a[i] = 1)')).toContain('(dynamic-properties)')
})

it('looks into no text that is not understood', () => {
  expect(refusal('MATCH (a) RETURN a.n IS :: INTEGER AS x')).toContain('sent: ')
})
