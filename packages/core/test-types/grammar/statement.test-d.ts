import type { CypherDoor } from '../../src/builder/statement.ts'
import type { Runnable } from '../../src/builder/runnable.ts'
import type { Flat, ParametersOf } from '../../src/grammar/statement.ts'
import type { Duration, PlainDate, ZonedDateTime } from '../../src/value/temporal.ts'
import type { Point } from '../../src/value/point.ts'
import type { Equal } from '../equal.ts'
import type { Social } from '../social.ts'

declare const db: { readonly cypher: CypherDoor<Social> }
type Of<X> =
  X extends Runnable<infer P, infer Row> ? [Flat<ParametersOf<P>>, [Row] extends [never] ? never : Flat<Row>] : X
/** Parameters and rows of a statement are exactly these. */
declare const is: <P, Row>() => <X>(
  statement: X,
  ...verdict: Equal<Of<X>, [P, Row]> extends true ? [] : [Of<X>]
) => void
type User = Social['nodes']['User']['properties']

is<
  { id: number; minAge: number; skip: number },
  { 'p.name': string; age: number | null; posts: number; names: string[] }
>()(
  db.cypher(`
  MATCH (u:User)-[f:FOLLOWS]->(p:User)
  WHERE u.id = $id AND p.age >= $minAge
  OPTIONAL MATCH (p)-[:WROTE]->(post:Post)
  WITH p, count(post) AS posts
  RETURN p.name, p.age AS age, posts, collect(p.name) AS names
  ORDER BY posts DESC SKIP $skip LIMIT 10`),
)
is<{}, { u: User }>()(db.cypher('MATCH (u:User) RETURN u'))
is<{}, { n: number }>()(db.cypher('MATCH (u:User) RETURN count(*) AS n'))
is<{}, { f: { since: Date } | null; t: string | null }>()(
  db.cypher('match (u:User) optional match (u)-[f:FOLLOWS]->() return f, type(f) as t'),
)
is<{ xs: readonly number[]; s: string }, { name: string }>()(
  db.cypher(
    'MATCH (u:User) WHERE u.id IN $xs AND (u.name STARTS WITH $s OR NOT u.name CONTAINS "x AND y") RETURN u.name AS name',
  ),
)
is<{}, { t: string | null; k: string }>()(
  db.cypher(
    "MATCH (u:User) // the user's (MATCH)\n OPTIONAL MATCH (u)-[:WROTE]->(p) RETURN p.title AS t, 'http://x' AS k",
  ),
)
is<{ rows: readonly { id: number; name: string; age: number | null }[] }, { u: User }>()(
  db.cypher(`
  UNWIND $rows AS row
  MERGE (u:User {id: row.id})
  ON CREATE SET u.name = row.name
  ON MATCH SET u.age = row.age
  RETURN u`),
)
is<{ id: number; name: string; age: number | null }, never>()(
  db.cypher('CREATE (u:User {id: $id}) SET u.name = $name, u.age = $age'),
)
is<{ id: number; p: Partial<User> }, never>()(db.cypher('MATCH (u:User) WHERE u.id=$id SET u += $p'))
is<{ id: number }, never>()(
  db.cypher('MATCH (u:User {id: $id})-[f:FOLLOWS]->(:User) REMOVE u.age, u:Admin DELETE f DETACH DELETE u'),
)
is<{}, { x: { name: string; age: number | null; n: number } }>()(
  db.cypher('MATCH (p:User) RETURN p {.name, .age, n: size(p.name)} AS x'),
)
is<{}, { x: { title: string } | null }>()(
  db.cypher('MATCH (u:User) OPTIONAL MATCH (u)-[:WROTE]->(p) RETURN p {.title} AS x'),
)
is<{ d: number }, { a: number; b: string; c: number; e: boolean | null; l: string[]; y: number }>()(
  db.cypher(
    'MATCH (p:User) RETURN coalesce(p.age, $d) AS a, p.name + "!" AS b, p.id * 2 + 1 AS c, p.age > 3 AND p.id < 2 AS e, labels(p) AS l, CASE WHEN p.age > 3 THEN 1 ELSE 2 END AS y',
  ),
)
is<{}, { a: string; b: Date }>()(
  db.cypher('MATCH (u:User)-[:WROTE]->(p) WITH DISTINCT u.name AS a, p.at AS b RETURN *'),
)
is<{ z: unknown }, { n: unknown }>()(db.cypher('MATCH (u:User) RETURN apoc.foo(u, $z) AS n'))
is<{ id: number; pid: number }, { name: string }>()(
  db.cypher(
    'MATCH (u:User) WHERE u.id = $id AND EXISTS { MATCH (u)-[:WROTE]->(q:Post {id: $pid}) WHERE q.id > 3 } RETURN u.name AS name',
  ),
)
is<{}, { tag: string; n: number }>()(
  db.cypher('MATCH (p:Post) UNWIND p.tags AS tag RETURN tag, count(DISTINCT p) AS n ORDER BY n DESC, tag LIMIT 3'),
)
is<{}, { x: string } | { x: number }>()(
  db.cypher('MATCH (p:Post) RETURN p.title AS x UNION ALL MATCH (p:Post) RETURN p.id AS x'),
)
is<{ q: unknown }, { node: Record<string, unknown>; score: number }>()(
  db.cypher("CALL db.index.fulltext.queryNodes('x', $q) YIELD node, score RETURN node, score"),
)
is<{}, { xs: string[] }>()(db.cypher('MATCH (p:Post) RETURN [t IN p.tags WHERE t <> "a" | t] AS xs'))
is<{ a: number }, { id: number }>()(db.cypher('MATCH(u:User)\n\twhere u.id>=$a\r\nRETURN u.id as id;'))
is<{ a: number }, { x: boolean }>()(
  db.cypher(
    'MATCH (u:User)-[:WROTE]->(p) WHERE size(u.name) > $a AND u.age IS NOT NULL RETURN any(t IN p.tags WHERE t = "a") AS x',
  ),
)
is<{ lo: number; hi: number }, { 'u.name': string }>()(
  db.cypher('MATCH (u:User) WHERE $lo <= u.age AND (u.age < $hi OR u.age IS NULL) RETURN u.name'),
)
is<{ t: string }, { 'p.title': string }>()(db.cypher('MATCH (p:Post) WHERE $t IN p.tags RETURN p.title'))
is<{ id: number }, { n: string; k: number }>()(
  db.cypher(
    'MATCH (u:User) WHERE u.id = $id CALL { WITH u MATCH (u)-[:WROTE]->(p) RETURN count(p) AS k } RETURN u.name AS n, k',
  ),
)
is<{}, { m: number }>()(
  db.cypher('MATCH (u:User) CALL (u) { MATCH (u)-[:WROTE]->(p) RETURN p.id AS k } RETURN -u.id AS m ORDER BY k'),
)
is<{}, { y: number; 'my name': string }>()(db.cypher('MATCH (p:Post) RETURN p.at.year AS y, p.title AS `my name`'))
is<{}, { 'min(u.age)': number | null }>()(db.cypher('MATCH (u:User) RETURN min(u.age)'))

// subqueries see what they import; their columns join
type Post = Social['nodes']['Post']['properties']
is<{}, { t: string; n: string }>()(
  db.cypher(
    'MATCH (u:User) CALL { WITH u MATCH (u)-[:WROTE]->(p) RETURN p } MATCH (p)<-[:WROTE]-(w) RETURN p.title AS t, w.name AS n',
  ),
)
is<{}, { k: number }>()(
  db.cypher(
    'MATCH (u:User) CALL (u) { MATCH (u)-[:WROTE]->(p) RETURN p.id AS k UNION MATCH (u)-[:KNOWS]->(v) RETURN v.id AS k } RETURN k',
  ),
)
is<{}, { p: Post | null; k: number | null }>()(
  db.cypher('MATCH (u:User) OPTIONAL CALL (u) { MATCH (u)-[:WROTE]->(p) RETURN p, p.id AS k } RETURN p, k'),
)
is<{ age: number | null }, { id: number }>()(
  db.cypher('MATCH (u:User) CALL (u) { SET u.age = $age } RETURN u.id AS id'),
)
is<{}, { failed: string | null }>()(
  db.cypher(
    'MATCH (u:User) CALL (u) { DETACH DELETE u } IN TRANSACTIONS OF 10 ROWS ON ERROR CONTINUE REPORT STATUS AS s RETURN s.errorMessage AS failed',
  ),
)

// procedures yield what the schema or the table of well-known ones says
declare const server: {
  readonly cypher: CypherDoor<
    Social & { procedures: { 'shop.orders': { arguments: readonly [since: Date]; yields: { sku: string } } } }
  >
}
is<{ since: Date }, { sku: string }>()(server.cypher('CALL shop.orders($since) YIELD sku RETURN sku'))
is<{}, { sku: string }>()(server.cypher('CALL shop.orders(date())'))
is<{}, { l: string }>()(db.cypher('CALL db.labels() YIELD label AS l WHERE l <> "x" RETURN l'))
is<{}, { label: string }>()(db.cypher('CALL db.labels()'))
is<{ x: unknown }, { a: unknown; c: unknown }>()(db.cypher('CALL my.own($x) YIELD a, b AS c RETURN a, c'))

// what FOREACH binds stays inside; rows of a parameter are put together from their uses
is<{ rows: readonly { id: number; name: string }[] }, never>()(
  db.cypher('FOREACH (row IN $rows | CREATE (u:User {id: row.id}) SET u.name = row.name)'),
)

// what has no rows, and what has unknown ones
is<{}, never>()(db.cypher('CREATE INDEX user_name FOR (u:User) ON (u.name)'))
is<{}, { [column: string]: unknown }>()(db.cypher('SHOW INDEXES YIELD name RETURN name'))
is<{ url: string }, { line: (string | null)[] }>()(
  db.cypher("LOAD CSV FROM $url AS line FIELDTERMINATOR ';' RETURN line"),
)
is<{}, { name: string | null }>()(
  db.cypher("LOAD CSV WITH HEADERS FROM 'file:///a.csv' AS line RETURN line.name AS name"),
)

// CASE: the union of its branches, null without ELSE; operators and commas in it are its own
is<{ a: number; n: string }, { y: string | null; id: number }>()(
  db.cypher('MATCH (u:User) RETURN CASE WHEN u.age > $a AND u.name = $n THEN u.name END AS y, u.id AS id'),
)
is<{ x: number }, { y: string | number }>()(
  db.cypher("MATCH (u:User) RETURN CASE u.age WHEN 1 THEN 'a' WHEN $x THEN 'b' ELSE u.id END AS y"),
)
is<{}, { n: number; z: number | null }>()(
  db.cypher(
    'MATCH (u:User) RETURN sum(CASE WHEN u.age > 3 THEN 1 ELSE 0 END) + 1 AS n, case when u.id = 1 then CASE u.age WHEN > 1 THEN 2 END else 3 end AS z',
  ),
)

// lists, and what goes through them
is<{ x: string }, { xs: number[]; ys: string[] }>()(
  db.cypher('MATCH (p:Post) RETURN [t IN p.tags WHERE t <> "a" | size(t)] AS xs, [t IN p.tags WHERE t <> $x] AS ys'),
)
is<{ m: number }, { ts: string[]; n: number }>()(
  db.cypher(
    'MATCH (u:User) RETURN [(u)-[:WROTE]->(p) WHERE p.id > $m | p.title] AS ts, size([(u)-[:WROTE]->(p) | p]) AS n',
  ),
)
is<{}, { total: number; names: string }>()(
  db.cypher(
    "MATCH (u:User) RETURN reduce(s = 0, x IN [1, 2] | s + x) AS total, reduce(s = '', x IN collect(u.name) | s + x) AS names",
  ),
)
is<{ n: number }, { l: string | null; some: string[]; first: string | null; k: unknown }>()(
  db.cypher(
    'MATCH (u:User) RETURN labels(u)[0] AS l, collect(u.name)[1..$n] AS some, collect(u)[0].name AS first, u["name"] AS k',
  ),
)
is<{}, { c: string; d: number }>()(db.cypher('MATCH (u:User) RETURN {a: u.id, b: {c: u.name}}.b.c AS c, {a: 1}.a AS d'))
is<{}, { names: unknown[]; types: string[] }>()(
  db.cypher(
    'MATCH p = (a:User)-[:KNOWS*1..3]->(b:User) WHERE all(n IN nodes(p) WHERE n.age > 3) RETURN [n IN nodes(p) | n.name] AS names, [r IN relationships(p) | type(r)] AS types',
  ),
)

// subqueries as expressions
is<{ n: number }, { k: number; ts: string[]; ps: Post[]; e: boolean }>()(
  db.cypher(
    'MATCH (u:User) WHERE COUNT { (u)-[:WROTE]->() } > $n RETURN COUNT { (u)-[:WROTE]->() } AS k, COLLECT { MATCH (u)-[:WROTE]->(p) RETURN p.title } AS ts, COLLECT { MATCH (u)-[:WROTE]->(p) RETURN p } AS ps, EXISTS {(u)-[:KNOWS]->()} AS e',
  ),
)
is<{}, { x: { name: string; friends: { name: string }[]; n: number } }>()(
  db.cypher(
    'MATCH (u:User) RETURN u {.name, friends: [(u)-[:KNOWS]->(v) | v {.name}], n: COUNT { (u)-[:WROTE]->() }} AS x',
  ),
)

// null of an operand is null of the comparison
is<{}, { a: boolean | null; b: boolean; c: boolean; d: boolean | null; e: boolean | null }>()(
  db.cypher(
    "MATCH (u:User) RETURN u.age > 3 AS a, u.id > 3 AS b, u.age IS NULL AS c, NOT u.age = 3 AS d, u.name CONTAINS 'x' AND u.age = 3 AS e",
  ),
)

// moments: Social has them read as JS Dates, others as Temporal objects
is<{ d: unknown }, { y: number; m: number; now: Date; before: Date; t: Date; days: unknown }>()(
  db.cypher(
    "MATCH (p:Post) RETURN p.at.year AS y, date(p.at).month AS m, datetime() AS now, p.at - duration({days: $d}) AS before, date.truncate('month', p.at) AS t, duration.between(p.at, datetime()).days AS days",
  ),
)
declare const plain: { readonly cypher: CypherDoor<Omit<Social, 'temporal'>> }
is<{}, { today: PlainDate; later: ZonedDateTime; days: number; d: Duration }>()(
  plain.cypher(
    "RETURN date() AS today, datetime() + duration('P1D') AS later, duration.between(date(), date()).days AS days, duration('P1D') * 2 AS d",
  ),
)
is<{ y: unknown }, { p: Point; d: number; x: number }>()(
  db.cypher(
    'RETURN point({x: 1, y: $y}) AS p, point.distance(point({x: 1, y: 2}), point({x: 1, y: 3})) AS d, point({x: 1, y: 2}).x AS x',
  ),
)

// functions and aggregates; the schema's own by what they take and give
is<{}, { m: number | null; s: number; n: number; spread: number | null; less: number }>()(
  db.cypher(
    'MATCH (u:User) RETURN percentileCont(u.age, 0.5) AS m, stDev(u.age) AS s, count(DISTINCT u.name) AS n, max(u.age)-min(u.age) AS spread, u.id-1 AS less',
  ),
)
is<{}, { s: string; n: string; x: string | null }>()(
  db.cypher('MATCH (u:User) RETURN trim(u.name) AS s, normalize(u.name, NFC) AS n, substring(u.name, u.age) AS x'),
)
declare const shop: {
  readonly cypher: CypherDoor<
    Social & { functions: { 'shop.price': { arguments: readonly [sku: string, at: Date]; returns: number | null } } }
  >
}
is<{ sku: string; at: Date }, { p: number | null }>()(shop.cypher('RETURN shop.price($sku, $at) AS p'))

// what is known not to be null
is<{}, { a: number; b: number; u: User }>()(
  db.cypher('MATCH (u:User) WHERE u.age IS NOT NULL AND u.id > 3 RETURN u.age AS a, u.age + 1 AS b, u'),
)
is<{}, { a: number | null }>()(db.cypher('MATCH (u:User) WHERE u.age IS NOT NULL OR u.id > 3 RETURN u.age AS a'))
is<{}, { t: string; id: number; n: number | null }>()(
  db.cypher(
    'MATCH (u:User) OPTIONAL MATCH (u)-[:WROTE]->(p) WITH u, p WHERE p.title IS NOT NULL RETURN p.title AS t, p.id AS id, u.age AS n',
  ),
)
is<{}, { t: string | null }>()(
  db.cypher('MATCH (u:User) OPTIONAL MATCH (u)-[:WROTE]->(p) WHERE p.title IS NOT NULL RETURN p.title AS t'),
)
is<{ a: number | null }, { a: number | null }>()(
  db.cypher('MATCH (u:User) WHERE u.age IS NOT NULL SET u.age = $a RETURN u.age AS a'),
)

// WHERE after WITH sees the names before it; of a node without label nothing is known
is<{ a: number; n: string }, { name: string }>()(
  db.cypher('MATCH (u:User) WITH u.name AS name WHERE u.age > $a AND name = $n RETURN name'),
)
is<{}, { name: unknown }>()(db.cypher("MATCH (n {name: 'Ada'}) RETURN n.name AS name"))

// what is added of whole numbers of any size is one
interface Accounts {
  nodes: { Account: { properties: { cents: bigint; debt: bigint | null; rate: number }; in: {}; out: {} } }
  relationships: {}
}
declare const ofAccounts: CypherDoor<Accounts>
is<{}, { s: bigint; d: bigint; r: number; u: number; a: bigint | null }>()(
  ofAccounts(
    'MATCH (n:Account) RETURN sum(n.cents) AS s, sum(n.debt) AS d, sum(n.rate) AS r, sum(null) AS u, abs(n.debt) AS a',
  ),
)
