/**
 * Statements that Cypher takes and that few programs hold: each of them says something in a way of its own. They are
 * about users who write posts; none may be refused by type.
 */
export const oddStatements: readonly string[] = [
  // patterns
  'MATCH (anything) RETURN anything LIMIT 5',
  'MATCH (u:User {name: "Miles O\\"Brien (x)"})-[any]-(other) RETURN type(any), other',
  'MATCH (u:`User`) RETURN u.name AS name',
  'MATCH (u:User WHERE u.age > 30) RETURN u',
  'MATCH (u:User&!Admin) RETURN u.id AS id',
  'MATCH ((a:User)-[:KNOWS]->(b:User)){1,3} RETURN a',
  'MATCH (a:User)-[:KNOWS]->+(b:User) RETURN b',
  'MATCH path = shortestPath((a:User)-[:KNOWS*..6]-(b:User)) RETURN path, length(path) AS steps',
  'MATCH path = (a:User)-[:KNOWS*1..3]->(b) WHERE all(n IN nodes(path) WHERE n.age > 3) RETURN [n IN nodes(path) | n.name] AS names',
  'CREATE (u:User {id: 1, name: toUpper($name), age: 20 + 3}) RETURN u',
  'CREATE (u:User $properties) RETURN u',
  // conditions
  'MATCH (u:User) WHERE (u)-[:WROTE]->(:Post) RETURN u.id AS id',
  'MATCH (u:User) WHERE NOT (u)-[:WROTE]->(:Post) AND u.id > 3 RETURN u.id AS id',
  'MATCH (u:User) WHERE u:Admin RETURN u',
  'MATCH (u:User) WHERE u.name =~ "M.*" RETURN u',
  'MATCH (u:User) WHERE u.age IN [20, 30, $age] RETURN u',
  'MATCH (u:User) WHERE 18 <= u.age < 65 RETURN u',
  'MATCH (u:User) WHERE exists((u)-[:WROTE]->()) RETURN u.name AS name',
  'MATCH (u:User) WHERE EXISTS((u)-[:WROTE]->()) XOR u.id=1 RETURN avg(u.age)/2 AS half, u.id%2=0 AS even, max(u.age)-min(u.age) AS spread',
  // expressions
  'MATCH (u:User) RETURN count(u)',
  'MATCH (u:User) RETURN u.id AS id, size([(u)-[:WROTE]->(p) | p.title]) AS posts',
  'MATCH (u:User) RETURN u.id AS id, COUNT { (u)-[:WROTE]->() } AS posts',
  'MATCH (u:User) RETURN u.name AS `full name`',
  'MATCH (p:Post) WHERE p.at > datetime("2025-01-01") RETURN p.at.year AS year, date(p.at) AS day',
  'MATCH (p:Post) WHERE p.at > datetime() - duration({days: $days}) RETURN p',
  'RETURN reduce(sum = 0, x IN [1, 2] | sum + x) AS total',
  'MATCH (u:User) RETURN u.name, CASE u.age WHEN 1 THEN "a" ELSE "b" END AS kind, -u.id AS less, u["name"] AS name',
  'MATCH (u:User) RETURN DISTINCT labels(u)[0] AS label, keys(u) AS names, u {.*} AS all, [u.id, u.age] AS pair, {a: u.id, b: {c: u.name}} AS map',
  'UNWIND [3, 2, 1] AS x RETURN x * 2 AS y',
  'UNWIND range(1, $most) AS x RETURN x',
  // clauses
  'MATCH (u:User) CALL { WITH u MATCH (u)-[:WROTE]->(p) RETURN count(p) AS posts } RETURN u.id AS id, posts',
  'MATCH (u:User) CALL (u) { MATCH (u)-[:WROTE]->(p) RETURN count(p) AS posts } RETURN u.id AS id, posts',
  'MATCH (u:User) WITH u ORDER BY u.name SKIP 1 LIMIT 3 RETURN collect(u {.*, rank: 1}) AS users',
  'CALL db.labels() YIELD label AS name WHERE name <> "User" RETURN name',
  'MATCH (u:User {id: $id}) FOREACH (x IN [1] | SET u.age = x)',
  'LOAD CSV WITH HEADERS FROM "file:///users.csv" AS line CREATE (u:User {id: toInteger(line.id), name: line.name})',
  'MATCH (a:User {id: $id}), (b:Post) MERGE (a)-[l:LIKES {stars: 3}]->(b) ON CREATE SET l.stars = 5 RETURN l.stars AS stars',
  'MATCH (u:User) USING INDEX u:User(name) WHERE u.name = $name RETURN u',
  'CREATE INDEX user_name FOR (u:User) ON (u.name)',
  'MATCH (u:User {id: $id}) SET u:Admin, u.age = u.age + 1, u = {id: 1, name: $name}',
  'MATCH (u:User {id: $id}) SET u.age = null REMOVE u:Admin',
  'EXPLAIN MATCH (u:User) RETURN u',
]
