import { describe, expect, it } from 'vitest'
import { parseStatement } from '../../src/grammar/parse-statement.ts'
import { cases } from './cases.ts'
import { clauseForm } from './form.ts'
import { bare, isDeeplyFrozen, refusal } from './tree.ts'

const sources = (text: string): (string | undefined)[] => parseStatement(text).map(({ source }) => source)

describe('a statement', () => {
  it('is cut into its clauses, each as written', () => {
    expect(
      sources(`MATCH (u:User {id: $id}) // who asks
      -[f:FOLLOWS]->(p:User)
      WHERE p.age >= $minAge /* of age */ AND 'x;y' <> "RETURN"
      with p,
           count(*) AS n ORDER by n DESC skip 1 LIMIT $limit
      RETURN p.name AS name;
      // the end`),
    ).toEqual([
      'MATCH (u:User {id: $id}) // who asks\n      -[f:FOLLOWS]->(p:User)',
      'WHERE p.age >= $minAge /* of age */ AND \'x;y\' <> "RETURN"',
      'with p,\n           count(*) AS n',
      'ORDER by n DESC',
      'skip 1',
      'LIMIT $limit',
      'RETURN p.name AS name',
    ])
  })

  it('has keywords in any mix of letters', () => {
    expect(parseStatement('mAtCh (u) wHeRe u.a Is NoT nUlL rEtUrN dIsTiNcT u oRdEr By u dEsC').map(clauseForm)).toEqual(
      ['(match (path (node u)))', '(where (some u.a))', '(return distinct u)', '(order (desc u))'],
    )
  })

  it('has nothing between its words but what separates them', () => {
    expect(parseStatement('MATCH(u)WHERE(u.a)RETURN[u]AS`x`ORDER BY(u)').map(clauseForm)).toEqual([
      '(match (path (node u)))',
      '(where (group u.a))',
      '(return (as (list u) x))',
      '(order (asc (group u)))',
    ])
  })

  it.each(cases.flatMap(({ kind, text, accepted }) => (kind === 'statement' && accepted ? [text] : [])))(
    'means the same put together from the texts of its clauses: %s',
    (text) => {
      expect(bare(parseStatement(sources(text).join('\n')))).toEqual(bare(parseStatement(text)))
      expect(sources(sources(text).join(' '))).toEqual(sources(text))
    },
  )

  it('is frozen', () => {
    const text = `MATCH p = (u:A|!B {x: [1]} WHERE u.y)-[*1..2 {z: $z}]-() USING INDEX u:A(x) CALL (u) { RETURN 1 AS one }
      CALL f(1) YIELD a AS b SET u.x = 1, u:C, u += {} REMOVE u.y FOREACH (x IN [1] | DELETE x)
      RETURN *, u {.a, .*, k: 1, v}, CASE u WHEN 1 THEN 2 END AS c, [x IN xs | x], reduce(s = 0, x IN xs | s), EXISTS { (u) } ORDER BY a`
    expect(isDeeplyFrozen(parseStatement(text))).toBe(true)
  })

  it.each([
    ['', 'a statement begins with MATCH, CREATE, MERGE, UNWIND, CALL, WITH or RETURN at the end'],
    ['u', "a statement begins with MATCH, CREATE, MERGE, UNWIND, CALL, WITH or RETURN at 'u'   in u"],
    [
      'MATHC (u) RETURN u',
      "a statement begins with MATCH, CREATE, MERGE, UNWIND, CALL, WITH or RETURN (did you mean MATCH?) at 'MATHC (u) RETURN u'   in MATHC (u) RETURN u",
    ],
    [
      'MATCH (u:User) RETUR u',
      "expected -[:TYPE]->, ',' or the next clause (did you mean RETURN?) at 'RETUR u'   in MATCH (u:User) RETUR u",
    ],
    ['RETURN 1; RETURN 2', "one statement at a time at 'RETURN 2'   in RETURN 1; RETURN 2"],
    ['MATCH (u) RETURN u)', "')' closes nothing at ')'   in MATCH (u) RETURN u)"],
  ])('refuses %s', (text, expected) => {
    expect(refusal(() => parseStatement(text))).toBe(expected)
  })
})

/** Valid Cypher of the kind people write, odd corners included. */
const valid = [
  'MATCH (n) RETURN n LIMIT 25',
  'MATCH (n) RETURN count(n), count(*)',
  'MATCH (a:Airport {name: "St. \\"John\\" (old)"})-[r]-(x) RETURN type(r), x',
  'MATCH p = shortestPath((a:Airport)-[:ROUTE*..15]-(b:Airport)) RETURN p, length(p) AS hops',
  'MATCH p = (a:Airport)-[:ROUTE*1..3]->(b) WHERE all(n IN nodes(p) WHERE n.open) RETURN [n IN nodes(p) | n.code] AS codes',
  'MATCH (a:Airport) WHERE (a)-[:ROUTE]->(:Airport) RETURN a.code AS code',
  'MATCH (a:Airport) WHERE NOT (a)<-[:ROUTE]-() AND a.runways > 3 RETURN a.code',
  'MATCH (a:Airport) RETURN a.code, size([(a)-[:ROUTE]->(b) WHERE b.open | b.code]) AS n',
  'MATCH (a:Airport) RETURN a.code, COUNT { (a)-[:ROUTE]->() } AS n, COLLECT { MATCH (a)--(b) RETURN b.code } AS codes',
  'MATCH (a:Airport) CALL { WITH a MATCH (a)-[:ROUTE]->(b) RETURN count(b) AS n } RETURN a.code, n',
  'MATCH (a:Airport) CALL (a) { MATCH (a)-[:ROUTE]->(b) RETURN count(b) AS n } RETURN a.code, n',
  'MATCH (a:Airport) WHERE a:Hub OR a:Base&!Closed RETURN a',
  "MATCH (a:Airport) WHERE a.code =~ 'S.*' AND a.city IN ['Rome', 'Oslo', $city] RETURN a",
  'MATCH (a:Airport) WHERE 2 <= a.runways < 5 RETURN a',
  'MATCH (a:Airport) WITH a ORDER BY a.code SKIP 1 LIMIT 3 RETURN collect(a {.*, rank: 1}) AS airports',
  'MATCH (a:Airport) RETURN a.code AS `the code`',
  'MATCH (`an airport`:`Air port` {`zip code`: $`zip code`}) RETURN `an airport`.`zip code`',
  'MATCH (a:Airport WHERE a.runways > 3)-[r:ROUTE WHERE r.count > $least]->(b) RETURN a',
  'MATCH (a:Airport&!Closed)-[:ROUTE|FERRY]->(b:%) RETURN a',
  'CREATE (a:Airport {code: toUpper($code), runways: 3 + 4, tags: [$t, "x"]}) RETURN a',
  'CREATE (a:Airport $properties)-[:ROUTE $more]->(b) RETURN a',
  'UNWIND [1, 2, 3] AS x RETURN x * 2 ^ 2 AS y',
  'UNWIND range(1, $n) AS x WITH x WHERE x % 2 = 0 RETURN x',
  'MATCH (r:Run) WHERE r.at > datetime("2020-01-01") - duration({days: $d}) RETURN r.at.year AS y, date(r.at) AS d',
  'RETURN reduce(s = 0, x IN [1, 2] | s + x) AS total',
  'MATCH (a:Airport) FOREACH (x IN [1] | SET a.runways = x)',
  'LOAD CSV WITH HEADERS FROM "file:///airports.csv" AS line CREATE (a:Airport {runways: toInteger(line.runways)})',
  "CALL db.labels() YIELD label AS l WHERE l <> 'x' RETURN l",
  "RETURN CASE $x WHEN 1 THEN 'a' ELSE 'b' END AS k, CASE WHEN $y THEN 1 END, -$z AS m, $row['name'] AS z",
  'MATCH (a:Airport), (b:Airport) MERGE (a)-[r:ROUTE {count: 3}]->(b) ON CREATE SET r.count = 5 ON MATCH SET r += $more RETURN r.count AS c',
  'MATCH (a:Airport) USING INDEX a:Airport(code) WHERE a.code = $code RETURN a',
  'CREATE INDEX by_code FOR (a:Airport) ON (a.code)',
  'MATCH (a:Airport) SET a:Hub, a.runways = a.runways + 1, a = {id: 1, code: $code}',
  'MATCH (a:Airport) SET a.closed = null REMOVE a:Hub, a.opened',
  'MATCH (a)-[r]->() DELETE r DETACH DELETE a',
  'MATCH (a:Airport) RETURN DISTINCT labels(a)[0] AS l, keys(a)[1..-1] AS k, a {.*} AS all, [a.x, a.y] AS pair, {a: a.id, b: {c: a.code}} AS m',
  'MATCH (a:Airport) WHERE exists((a)-[:ROUTE]->()) XOR a.id=1 RETURN avg(a.runways)/2 AS h, a.id%2=0 AS even, max(a.x)-min(a.x) AS spread',
  'EXPLAIN MATCH (a:Airport) RETURN a',
  'MATCH (a) RETURN a.x AS x ORDER BY x DESC NULLS LAST UNION ALL MATCH (b) RETURN b.x AS x',
  'MATCH (start)-[r]->(end) RETURN start, end, r.order AS order ORDER BY order, end.limit LIMIT 3',
  "MATCH (a) // the 'first'\nWHERE a.url = 'http://x.y/*z*/' /* not \" this */\r\n\tRETURN a // `end",
  'MATCH(a)WHERE a.x=1AND a.y=2 RETURN a',
]

describe('valid Cypher', () => {
  it.each(valid)('%s is understood in every part', (text) => {
    expect(JSON.stringify(parseStatement(text))).not.toContain('"opaque"')
  })
})
