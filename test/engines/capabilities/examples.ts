import type { Capability } from '@motif/core'

/** The graph that every example is run on. */
export const graph = `CREATE (a:Person {id: 1, name: 'Ada', age: 36}), (b:Person:Admin {id: 2, name: 'Bo', age: 41}),
  (c:Person {id: 3, name: 'Cy'}), (m:Movie {id: 4, title: 'Up'}),
  (a)-[:KNOWS {since: 2001}]->(b), (b)-[:KNOWS {since: 2010}]->(c), (a)-[:LIKES]->(m)`

/** A text that asks for a capability, and what it answers; where `x` is no column of it there are no rows. */
export interface Example {
  readonly text: string
  readonly params?: Readonly<Record<string, unknown>>
  /** The values of the column x, row by row. */
  readonly x: readonly unknown[]
}

/** What a capability is, for the page, and texts that ask for it. */
export interface Shown {
  readonly what: string
  readonly examples: readonly Example[]
}

const example = (text: string, ...x: readonly unknown[]): Example => ({ text, x })

/** Refused by name, and wrong on every engine. */
export type Mistake = 'merge-on-null'

/** Every capability of the closed list, in the order of the page. */
export const shown: Readonly<Record<Exclude<Capability, Mistake>, Shown>> = {
  'label-expressions': {
    what: '`(n:A\\|B)`, `(n:!A)`, `n:A&B` in conditions, `[:!R]`',
    examples: [
      example('MATCH (n:Person&!Admin) RETURN count(n) AS x', 2),
      example('MATCH (n:Person|Movie) RETURN count(n) AS x', 4),
      example('MATCH (n) WHERE n:Person&Admin RETURN n.id AS x', 2),
      example('MATCH (:Person)-[r:!KNOWS]->() RETURN count(r) AS x', 1),
    ],
  },
  'inline-where': {
    what: '`(n WHERE n.age > 1)`, `[r WHERE r.since > 1]`',
    examples: [
      example('MATCH (n:Person WHERE n.age > 40) RETURN n.id AS x', 2),
      example('MATCH (:Person)-[r:KNOWS WHERE r.since > 2005]->() RETURN r.since AS x', 2010),
    ],
  },
  'quantified-paths': {
    what: '`((a)-[:R]->(b) WHERE …){1,3}`, `-[:R]->+`',
    examples: [
      example('MATCH (:Person {id: 1}) ((a)-[:KNOWS]->(b)){1,3} (n) RETURN n.id AS x ORDER BY x', 2, 3),
      example('MATCH (:Person {id: 1})-[:KNOWS]->+(n) RETURN n.id AS x ORDER BY x', 2, 3),
      example('MATCH (:Person {id: 1})-[r:KNOWS]->{2}(n) RETURN size(r) AS x', 2),
    ],
  },
  'shortest-k': {
    what: '`SHORTEST 2`, `ANY SHORTEST`, `ALL SHORTEST` before a path',
    examples: [
      example('MATCH p = ANY SHORTEST (:Person {id: 1})-[:KNOWS]->+(:Person {id: 3}) RETURN length(p) AS x', 2),
      example('MATCH p = SHORTEST 1 (:Person {id: 1})-[:KNOWS]->+(:Person {id: 3}) RETURN length(p) AS x', 2),
    ],
  },
  'shortest-path': {
    what: '`p = shortestPath(…)`, `allShortestPaths(…)` in MATCH',
    examples: [
      example('MATCH p = shortestPath((:Person {id: 1})-[:KNOWS*]->(:Person {id: 3})) RETURN length(p) AS x', 2),
      example('MATCH p = allShortestPaths((:Person {id: 1})-[:KNOWS*]->(:Person {id: 3})) RETURN length(p) AS x', 2),
    ],
  },
  'match-modes': {
    what: '`MATCH REPEATABLE ELEMENTS …`',
    examples: [example('MATCH REPEATABLE ELEMENTS (:Person {id: 1})-[:KNOWS]->{1,2}(n) RETURN count(n) AS x', 2)],
  },
  'path-modes': {
    what: '`MATCH ACYCLIC …`, `TRAIL`, `WALK`',
    examples: [example('MATCH ACYCLIC (:Person {id: 1})-[:KNOWS]->{1,2}(n) RETURN count(n) AS x', 2)],
  },
  'path-variables': {
    what: '`[p = (a)-->(b) \\| p]`, `CREATE p = …`, `shortestPath(…)` as a value',
    examples: [
      example('CREATE p = (:Person {id: 7})-[:KNOWS]->(:Person {id: 8}) RETURN length(p) AS x', 1),
      example('MATCH (a:Person {id: 1}) RETURN [p = (a)-[:KNOWS]->() | length(p)] AS x', [1]),
    ],
  },
  'zero-length-paths': {
    what: '`p = (n)`',
    examples: [example('MATCH p = (n:Movie) RETURN length(p) AS x', 0)],
  },
  'dynamic-labels': {
    what: '`(n:$($label))`, `SET n:$($labels)`',
    examples: [
      { text: 'MATCH (n:$($label)) RETURN count(n) AS x', params: { label: 'Person' }, x: [3] },
      {
        text: 'MATCH (n:Movie {id: 4}) SET n:$($labels) RETURN size(labels(n)) AS x',
        params: { labels: ['Film'] },
        x: [2],
      },
    ],
  },
  'dynamic-types': {
    what: '`-[:$($type)]->`',
    examples: [{ text: 'MATCH ()-[r:$($type)]->() RETURN count(r) AS x', params: { type: 'KNOWS' }, x: [2] }],
  },
  'dynamic-properties': {
    what: '`SET n[$key] = 1`, `REMOVE n[$key]`',
    examples: [
      { text: 'MATCH (n:Movie {id: 4}) SET n[$key] = 2009 RETURN n.year AS x', params: { key: 'year' }, x: [2009] },
    ],
  },
  'exists-subquery': {
    what: '`EXISTS { … }`',
    examples: [example('MATCH (n:Person) WHERE EXISTS { (n)-[:KNOWS]->() } RETURN count(n) AS x', 2)],
  },
  'count-subquery': {
    what: '`COUNT { … }`',
    examples: [example('MATCH (n:Person {id: 1}) RETURN COUNT { (n)-->() } AS x', 2)],
  },
  'collect-subquery': {
    what: '`COLLECT { … }`',
    examples: [
      example('MATCH (n:Person {id: 1}) RETURN COLLECT { MATCH (n)-->(m) RETURN m.id ORDER BY m.id } AS x', [2, 4]),
    ],
  },
  'subquery-clauses': {
    what: 'RETURN, UNION, WITH inside EXISTS and COUNT',
    examples: [
      example('MATCH (n:Movie) RETURN COUNT { MATCH (p:Person) RETURN DISTINCT p.age } AS x', 3),
      example(
        'MATCH (n:Person) WHERE EXISTS { MATCH (n)-[:KNOWS]->(m) WITH m WHERE m.age > 1 RETURN m } RETURN n.id AS x',
        1,
      ),
    ],
  },
  'pattern-comprehensions': {
    what: '`[(a)-->(b) \\| b.name]`, also nested and in conditions',
    examples: [
      example('MATCH (n:Person {id: 1}) RETURN [(n)-[:KNOWS]->(m) | m.id] AS x', [2]),
      example('MATCH (n:Person) WHERE size([(n)-->(m) | m.id]) = 2 RETURN n.id AS x', 1),
    ],
  },
  'call-subquery': {
    what: '`CALL (n) { … }`',
    examples: [example('MATCH (n:Person {id: 1}) CALL (n) { MATCH (n)-->(m) RETURN count(m) AS x } RETURN x', 2)],
  },
  'call-scope': {
    what: '`CALL (a, b) { … }`: the names it sees in brackets',
    examples: [example('MATCH (n:Movie) CALL (n) { RETURN n.title AS x } RETURN x', 'Up')],
  },
  'optional-call': {
    what: '`OPTIONAL CALL`',
    examples: [
      example('MATCH (n:Person {id: 3}) OPTIONAL CALL (n) { MATCH (n)-->(m) RETURN m.id AS x } RETURN x', null),
    ],
  },
  'call-in-transactions': {
    what: '`CALL { … } IN TRANSACTIONS`',
    examples: [
      example('UNWIND [1, 2] AS i CALL (i) { CREATE (:T {i: i}) } IN TRANSACTIONS OF 1 ROWS RETURN count(*) AS x', 2),
    ],
  },
  'transaction-status': {
    what: '`IN TRANSACTIONS … ON ERROR … REPORT STATUS AS s`',
    examples: [
      example(
        'UNWIND [1, 2] AS i CALL (i) { CREATE (:T {i: i}) } IN TRANSACTIONS OF 1 ROWS ON ERROR CONTINUE REPORT STATUS AS s RETURN count(s) AS x',
        2,
      ),
    ],
  },
  let: { what: '`LET x = 1`', examples: [example('MATCH (n:Movie) LET t = n.title RETURN t AS x', 'Up')] },
  filter: {
    what: '`FILTER n.age > 1`',
    examples: [example('MATCH (n:Person) FILTER n.age > 40 RETURN n.id AS x', 2)],
  },
  next: {
    what: '`RETURN … NEXT …`',
    examples: [example('MATCH (n:Person) RETURN n.age AS age NEXT RETURN count(age) AS x', 2)],
  },
  finish: { what: '`FINISH`', examples: [example('CREATE (:T) FINISH')] },
  insert: { what: '`INSERT (…)`', examples: [example('INSERT (n:T {i: 1}) RETURN n.i AS x', 1)] },
  'conditional-queries': {
    what: '`WHEN … THEN … ELSE …`',
    examples: [example('WHEN true THEN RETURN 1 AS x ELSE RETURN 2 AS x', 1)],
  },
  'free-order': {
    what: 'ORDER BY, SKIP, LIMIT as clauses of their own; `OFFSET`',
    examples: [
      example('MATCH (n:Person) ORDER BY n.id LIMIT 1 RETURN n.id AS x', 1),
      example('MATCH (n:Person) RETURN n.id AS x ORDER BY x OFFSET 2', 3),
    ],
  },
  'nulls-order': {
    what: '`ORDER BY n.age NULLS LAST`',
    examples: [
      example('MATCH (n:Person) RETURN n.age AS x ORDER BY x NULLS FIRST', null, 36, 41),
      example('MATCH (n:Person) RETURN n.age AS x ORDER BY x DESC NULLS LAST', 41, 36, null),
    ],
  },
  'group-by': {
    what: '`RETURN … GROUP BY n.age`',
    examples: [example('MATCH (n:Person) RETURN count(*) AS x GROUP BY n.name ORDER BY x', 1, 1, 1)],
  },
  'skip-limit-expressions': {
    what: '`LIMIT $n + 1`',
    examples: [{ text: 'MATCH (n:Person) RETURN n.id AS x ORDER BY x LIMIT $n + 1', params: { n: 1 }, x: [1, 2] }],
  },
  'unprojected-names': {
    what: 'WHERE and ORDER BY after WITH, on names that WITH does not carry',
    examples: [
      example('MATCH (n:Person) WITH n.id AS x WHERE n.age > 40 RETURN x', 2),
      example('MATCH (n:Person) WITH n.id AS x ORDER BY n.name DESC LIMIT 1 RETURN x', 3),
    ],
  },
  'nested-aggregates': {
    what: '`{n: count(*)}`, `collect(x)[..3]`',
    examples: [example('MATCH (n:Person) RETURN {c: count(*)} AS x', { c: 3 })],
  },
  'percentile-parameter': {
    what: '`percentileCont(x, $q)`',
    examples: [{ text: 'UNWIND [1, 2, 3] AS i RETURN percentileCont(i, $q) AS x', params: { q: 0.25 }, x: [1.5] }],
  },
  'percentile-disc': {
    what: '`percentileDisc(x, 0.9)`',
    examples: [
      example('UNWIND [1, 2, 3] AS i RETURN percentileDisc(i, 0.5) AS x', 2),
      example('UNWIND [1, 2, 3, 4] AS n RETURN percentileDisc(n, 0.9) AS x', 4),
    ],
  },
  'create-from-map': {
    what: '`CREATE (n:A $map)`',
    examples: [{ text: 'CREATE (n:T $map) RETURN n.a AS x', params: { map: { a: 1 } }, x: [1] }],
  },
  'set-on-null': {
    what: 'SET, REMOVE, DELETE after OPTIONAL MATCH',
    examples: [example('OPTIONAL MATCH (n:Nothing {id: 0}) SET n.a = 1 RETURN n AS x', null)],
  },
  'delete-expressions': {
    what: '`DELETE list[0]`',
    examples: [example('MATCH (n:Movie) WITH collect(n) AS l DETACH DELETE l[0] RETURN count(*) AS x', 1)],
  },
  'optional-where': {
    what: 'EXISTS, COUNT or a pattern in the WHERE of OPTIONAL MATCH',
    examples: [
      example('MATCH (m:Movie) OPTIONAL MATCH (n:Person) WHERE EXISTS { (n)-[:KNOWS]->(m) } RETURN n.id AS x', null),
    ],
  },
  'entity-expressions': {
    what: 'nodes and relationships out of CASE, coalesce, comprehensions, `+`, reduce, min and max',
    examples: [
      example('MATCH (n:Movie) RETURN coalesce(null, n).title AS x', 'Up'),
      example('MATCH (n:Movie) RETURN CASE n.id WHEN 4 THEN n END.title AS x', 'Up'),
    ],
  },
  'list-comparison': {
    what: '`[1] < [2]`, and lists or maps with a literal null compared by `=`',
    examples: [example('RETURN [1] < [2] AS x', true)],
  },
  'negative-slices': { what: '`list[-2..]`', examples: [example('RETURN [1, 2, 3][-2..] AS x', [2, 3])] },
  'concatenation-operator': {
    what: '`a \\|\\| b`',
    examples: [example("RETURN 'a' || 'b' AS x", 'ab'), example('RETURN [1] || [2] AS x', [1, 2])],
  },
  'type-predicates': {
    what: '`x IS :: INTEGER`',
    examples: [example('RETURN 1 IS :: INTEGER AS x', true), example("RETURN 'a' IS NOT TYPED INTEGER AS x", true)],
  },
  'normal-forms': { what: '`x IS NFC NORMALIZED`', examples: [example("RETURN 'a' IS NORMALIZED AS x", true)] },
  'extended-case': {
    what: '`CASE x WHEN < 3 THEN …`, `WHEN 1, 2 THEN …`',
    examples: [example("RETURN CASE 2 WHEN < 3 THEN 'few' ELSE 'many' END AS x", 'few')],
  },
  'all-reduce': {
    what: '`allReduce(…)`',
    examples: [example('RETURN allReduce(s = 0, i IN [1, 2] | s + i, s < 5) AS x', true)],
  },
  functions: {
    what: '`randomUUID`, `valueType`, `isNaN`, `round` with digits, `split` by several',
    examples: [
      example('RETURN size(randomUUID()) AS x', 36),
      example("RETURN toLower('A') AS x", 'a'),
      example('RETURN round(1.26, 1) AS x', 1.3),
    ],
  },
  'namespaced-functions': {
    what: '`date.truncate`, `duration.between` …',
    examples: [
      example("RETURN duration.between(date('2020-01-01'), date('2020-01-03')).days AS x", 2),
      example("RETURN toString(date.truncate('month', date('2020-01-17'))) AS x", '2020-01-01'),
    ],
  },
  'collection-functions': {
    what: '`coll.sort(list)` and the like, `vector(…)`',
    examples: [example('RETURN coll.sort([2, 1]) AS x', [1, 2])],
  },
  points: { what: '`point(…)`', examples: [example('RETURN point({x: 1, y: 2}).x AS x', 1)] },
  'named-zones': {
    what: '`[Europe/Stockholm]`',
    examples: [example("RETURN datetime('2020-01-01T00:00:00[Europe/Stockholm]').offsetMinutes AS x", 60)],
  },
  nanoseconds: {
    what: 'more than microseconds in a (local) date and time',
    examples: [example("RETURN datetime('2020-01-01T00:00:00.123456789Z').nanosecond AS x", 123_456_789)],
  },
  'temporal-components': {
    what: 'weeks, quarters, ordinal days, compact forms, fractions of a duration',
    examples: [example("RETURN toString(date('2020-W05')) AS x", '2020-01-27')],
  },
  'many-clauses': {
    what: 'more than 128 clauses in a row',
    examples: [example(`${'WITH 1 AS y '.repeat(130)}RETURN y AS x`, 1)],
  },
  'backtick-names': {
    what: 'a back-tick inside a name',
    examples: [example('MATCH (`a``b`:Movie) RETURN count(`a``b`) AS x', 1)],
  },
  explain: { what: '`EXPLAIN`', examples: [example('EXPLAIN MATCH (n:Movie) RETURN n.id AS x')] },
  profile: {
    what: '`PROFILE` (grafeo gives the plan and no rows)',
    examples: [example('PROFILE MATCH (n:Nothing) RETURN n.id AS x')],
  },
  'planner-hints': {
    what: '`CYPHER runtime=…`, `USING INDEX …`',
    examples: [example('MATCH (n:Movie) USING SCAN n:Movie WHERE n.id = 4 RETURN n.id AS x', 4)],
  },
  'use-graph': { what: '`USE graph`', examples: [{ text: 'USE neo4j MATCH (n:Movie) RETURN n.id AS x', x: [4] }] },
  'load-csv': {
    what: '`LOAD CSV`',
    examples: [example('LOAD CSV WITH HEADERS FROM $url AS line RETURN line.name AS x', 'Ada')],
  },
  search: { what: '`SEARCH n IN (VECTOR INDEX … FOR … LIMIT …)`', examples: [] },
  definitions: { what: '`DEFINE …` before a statement', examples: [] },
}
