import type { CypherDoor } from '../../src/builder/statement.ts'
import type { Runnable } from '../../src/builder/runnable.ts'
import type { Flat, ParametersOf } from '../../src/grammar/statement.ts'
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
is<{ d: number }, { a: number; b: string; c: number; e: boolean; l: string[]; y: unknown }>()(
  db.cypher(
    'MATCH (p:User) RETURN coalesce(p.age, $d) AS a, p.name + "!" AS b, p.id * 2 + 1 AS c, p.age > 3 AND p.id < 2 AS e, labels(p) AS l, CASE WHEN p.age > 3 THEN 1 ELSE 2 END AS y',
  ),
)
is<{}, { a: string; b: Date }>()(
  db.cypher('MATCH (u:User)-[:WROTE]->(p) WITH DISTINCT u.name AS a, p.at AS b RETURN *'),
)
is<{ z: unknown }, { n: unknown }>()(db.cypher('MATCH (u:User) RETURN apoc.foo(u, $z) AS n'))
is<{ id: number; pid: unknown }, { name: string }>()(
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
is<{}, { xs: unknown[] }>()(db.cypher('MATCH (p:Post) RETURN [t IN p.tags WHERE t <> "a" | t] AS xs'))
is<{ a: number }, { id: number }>()(db.cypher('MATCH(u:User)\n\twhere u.id>=$a\r\nRETURN u.id as id;'))
is<{ a: number }, { x: boolean }>()(
  db.cypher('MATCH (u:User) WHERE size(u.name) > $a AND u.age IS NOT NULL RETURN any(t IN u.name WHERE t = 1) AS x'),
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
is<{}, { y: unknown; 'my name': string }>()(db.cypher('MATCH (p:Post) RETURN p.at.year AS y, p.title AS `my name`'))
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
is<{ url: string }, { line: string[] }>()(db.cypher("LOAD CSV FROM $url AS line FIELDTERMINATOR ';' RETURN line"))
is<{}, { name: string | null }>()(
  db.cypher("LOAD CSV WITH HEADERS FROM 'file:///a.csv' AS line RETURN line.name AS name"),
)
