// a node by key (read)
MATCH (u:User {id: $id})
RETURN u

// a column without alias (read)
MATCH (u:User)
RETURN u.name, u.age

// a hop out, in, and both ways (read)
MATCH (u:User)-[f:FOLLOWS]->(p:User)<-[:KNOWS]-(q:User)-[:KNOWS]-(r)
RETURN u.name AS u, p.name AS p, q.name AS q, r.name AS r

// several patterns (read)
MATCH (u:User)-[:WROTE]->(p), (t:Tag)
RETURN u.name AS name, p.title AS title, t.name AS tag

// variable length (read)
MATCH (u:User {id: $id})-[k:KNOWS*1..3]->(v:User)
RETURN v.name AS name, size(k) AS hops

// a path (read)
MATCH p = (u:User)-[:KNOWS]->(v:User)
RETURN p, length(p) AS n

// conditions by text (read)
MATCH (u:User)
WHERE u.age >= $least AND (u.name STARTS WITH $start OR NOT u.id IN $ids)
RETURN u.name AS name

// conditions by callback (read)
MATCH (u:User)
WHERE u.age >= $least AND (u.name STARTS WITH $p1 OR NOT u.id IN $p2)
RETURN u.name AS name
// $p1 = "A"
// $p2 = [1,2]

// two conditions in a row (read)
MATCH (u:User)
WHERE (u.id = 1 OR u.id = 2) AND u.name <> $p1
RETURN u.name AS name
// $p1 = "x"

// null tests (read)
MATCH (u:User)
WHERE u.age IS NULL OR u.name IS NOT NULL
RETURN u.id AS id

// an optional match (read)
MATCH (u:User)
OPTIONAL MATCH (u)-[:WROTE]->(p:Post)
RETURN u.name AS name, p.title AS title, p

// a projection of what may be null (read)
MATCH (u:User)
OPTIONAL MATCH (u)-[:WROTE]->(p:Post)
RETURN u {.name, .age} AS u, p {.title} AS p, p {.*} AS whole

// grouping (read)
MATCH (u:User)-[:WROTE]->(p)
RETURN u, count(*)

// aggregates (read)
MATCH (u:User)
RETURN count(u) AS n, count(DISTINCT u.age) AS ages, sum(u.age) AS sum, avg(u.age) AS avg, min(u.age) AS min, max(u.age) AS max, collect(u.name) AS names

// aggregates over nothing (read)
MATCH (u:User {id: 999})
RETURN count(u) AS n, sum(u.age) AS sum, avg(u.age) AS avg, collect(u.name) AS names

// a collected node (read)
MATCH (u:User)-[:WROTE]->(p)
RETURN u.name AS name, collect(p) AS posts

// WITH narrows (read)
MATCH (u:User)-[:WROTE]->(p)
WITH u, count(p) AS posts
WHERE posts > $least
RETURN u.name AS name, posts

// WITH by callback (read)
MATCH (u:User)-[:WROTE]->(p)
WITH u, count(p) AS posts
WHERE posts > $least
RETURN u.name AS name, posts

// order, skip, limit by text (read)
MATCH (u:User)
RETURN u.name AS name, u.age AS age
ORDER BY age DESC, name
SKIP $skip
LIMIT $limit

// order, skip, limit by value (read)
MATCH (u:User)
RETURN u.name AS name, u.age AS age
ORDER BY age DESC, name
SKIP $p1
LIMIT $p2
// $p1 = 0
// $p2 = 2

// distinct (read)
MATCH (u:User)
RETURN DISTINCT u.age AS age
ORDER BY age

// distinct by call (read)
MATCH (u:User)
RETURN DISTINCT u.age AS age

// unwind a property (read)
MATCH (p:Post)
UNWIND p.tags AS tag
RETURN tag, count(*) AS n

// unwind a parameter (read)
UNWIND $ids AS id
MATCH (u:User {id: $one})
RETURN id, u.name AS name

// a whole node (read)
MATCH (u:User {id: $id})
RETURN u, u.name AS name

// a nested column (read)
MATCH (u:User)-[:WROTE]->(p)
WITH u, collect(p.title) AS titles
RETURN {name: u.name, titles: titles} AS author

// either label (read)
MATCH (n:User|Admin)
RETURN n.name AS name, labels(n) AS labels

// a type of relationship and its name (read)
MATCH (u:User)-[r:LIKES|WROTE]->(x)
RETURN type(r) AS type, id(u) AS id

// a pattern put together at run time (read)
MATCH (u:User {id: $id})-[f:FOLLOWS]->(p:User)
RETURN p.name AS name, f.since AS since

// a whole statement (read)
MATCH (u:User {id: $id})
// the posts of one author
OPTIONAL MATCH (u)-[:WROTE]->(p:Post)
RETURN u.name AS name, collect(p.title) AS titles;

// a limit that is computed (read)
MATCH (u:User) RETURN u.name AS name ORDER BY name LIMIT $most - 1
