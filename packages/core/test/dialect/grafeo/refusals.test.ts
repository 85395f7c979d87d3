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
    'grafeo has no COLLECT { … } (collect-subquery): write [(a)-->(b) | b.name], or CALL (a) { … RETURN collect(…) AS list }',
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

it.each([
  ['MATCH ((a)-->(b))+ RETURN a', 'quantified-paths'],
  ['MATCH (a) ((x)-->(y)){1,3} (b) RETURN x', 'quantified-paths'],
  ['MATCH (a) WHERE EXISTS { (a) ((x)-->() WHERE x.n > 1)+ () } RETURN a', 'quantified-paths'],
  ['MATCH (a)-[r:R WHERE r.w > 1]->{1,3}(b) RETURN b', 'quantified-paths'],
  ['MATCH SHORTEST 1 (a)-->(b) RETURN a', 'shortest-k'],
  ['MATCH ACYCLIC (a)-->(b) RETURN a', 'path-modes'],
  ['MATCH REPEATABLE ELEMENTS (a)-->(b) RETURN a', 'match-modes'],
  ['MATCH (a:A&!$($x)) RETURN a', 'dynamic-labels'],
  ['MATCH ()-[r:$any($x)]-() RETURN r', 'dynamic-types'],
  ['MATCH (a) WHERE a:$($x) RETURN a', 'dynamic-labels'],
  ['MATCH (a) SET a:$($x)', 'dynamic-labels'],
  ['RETURN 1 AS x UNION RETURN 2 AS x NEXT RETURN x', 'next'],
  ['MATCH (a) FINISH', 'finish'],
  ['MATCH (a) SEARCH a IN (VECTOR INDEX i FOR $v LIMIT 3) RETURN a', 'search'],
  ["LOAD CSV FROM 'a.csv' AS line RETURN line", 'load-csv'],
  ['WHEN $x THEN RETURN 1 AS x', 'conditional-queries'],
  ['{ RETURN 1 AS x }', 'conditional-queries'],
  ['OPTIONAL CALL f() YIELD x RETURN x', 'optional-call'],
  ['CALL { RETURN 1 AS x } IN TRANSACTIONS RETURN x', 'call-in-transactions'],
  ['RETURN count(*) AS n GROUP BY ()', 'group-by'],
  ['DEFINE FUNCTION f(x) = x RETURN f(1) AS y', 'definitions'],
  ['MATCH (a) RETURN a.x IS :: STRING AS x', 'type-predicates'],
  ['MATCH (a) RETURN a.x IS NORMALIZED AS x', 'normal-forms'],
  ['MATCH (a) RETURN CASE a.x WHEN > 1 THEN 2 END AS x', 'extended-case'],
  ['MATCH (a) RETURN CASE a.x WHEN 1, 2 THEN 2 END AS x', 'extended-case'],
  ['RETURN allReduce(s = 0, x IN [1] | s + x, s < 3) AS x', 'all-reduce'],
])('refuses %s by name', (text, capability) => {
  expect(refusal(text)).toContain(`(${capability})`)
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
  expect(refusal('MATCH (a) RETURN a.n LIKE b AS x')).toContain('sent: ')
})
