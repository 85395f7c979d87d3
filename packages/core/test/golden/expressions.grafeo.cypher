// comparisons (read)
MATCH (u:User)
WHERE u.id > $p1 AND u.id >= $p2 AND u.id < $p3 AND u.id <= $p4 AND u.id <> $p5 AND u.name = $name
RETURN u.id AS id
// $p1 = 0
// $p2 = 1
// $p3 = 100
// $p4 = 99
// $p5 = 50

// text predicates (read)
MATCH (u:User)
WHERE u.name STARTS WITH $p1 OR u.name ENDS WITH $p2 OR u.name CONTAINS $p3 OR u.name =~ $p4
RETURN u.name AS name
// $p1 = "A"
// $p2 = "a"
// $p3 = "d"
// $p4 = "A.*"

// logic keeps its brackets (read)
MATCH (u:User)
WHERE NOT (u.id = $p1 OR u.id = $p2) AND NOT (u.id = $p3 XOR u.id = $p4)
RETURN u.id AS id
// $p1 = 1
// $p2 = 2
// $p3 = 3
// $p4 = 4

// lists (read)
MATCH (p:Post)
WHERE $tag IN p.tags
RETURN p.title AS title, size(p.tags) AS tags, head(p.tags) AS first

// arithmetic (read)
MATCH (u:User)
RETURN (u.id + $p1) * $p2 AS a, u.id - (u.id - $p3) AS b, u.id / $p4 AS c, u.id % $p5 AS d, (u.id ^ $p6) ^ $p7 AS e, u.name + $p8 AS f
// $p1 = 1
// $p2 = 2
// $p3 = 1
// $p4 = 2
// $p5 = 2
// $p6 = 2
// $p7 = 3
// $p8 = "!"

// arithmetic by text (read)
MATCH (u:User)
RETURN (u.id + 1) * 2 AS a, u.id - (u.id - 1) AS b, (2 ^ 3) ^ 2 AS c, -u.id % 3 AS d, u.name + "!" AS e

// functions of a value (read)
MATCH (u:User)
RETURN coalesce(u.age, $p1) AS known, toUpper(u.name) AS up, toLower(u.name) AS low, size(u.name) AS n
// $p1 = 0

// functions of an entity (read)
MATCH (u:User)-[f:FOLLOWS]->(v)
RETURN labels(u) AS labels, type(f) AS type, id(v) AS id, elementId(v) AS element

// aggregates by callback (read)
MATCH (u:User)
RETURN count(*) AS n, count(u) AS users, count(DISTINCT u.age) AS ages, coalesce(sum(u.age), 0) AS sum, avg(u.age) AS avg, min(u.age) AS min, max(u.name) AS max, collect(DISTINCT u.name) AS names

// a map projection (read)
MATCH (u:User)-[:WROTE]->(p)
RETURN u {.name, .age, title: p.title} AS u

// a map projection by text (read)
MATCH (u:User)
RETURN u {.*, twice: u.id * 2} AS u

// case, both forms (read)
MATCH (u:User)
RETURN CASE WHEN u.age >= 18 THEN 'grown' ELSE 'young' END AS a, CASE u.id WHEN 1 THEN 'one' END AS b

// comprehensions (read)
MATCH (p:Post)
RETURN [t IN p.tags WHERE t <> $tag | toUpper(t)] AS tags, any(t IN p.tags WHERE t = $tag) AS has

// an exists subquery (read)
MATCH (u:User)
WHERE EXISTS { MATCH (u)-[:WROTE]->(p:Post) WHERE p.id > $least }
RETURN u.name AS name

// a pattern as a predicate (read)
MATCH (u:User)
WHERE (u)-[:WROTE]->(:Post)
RETURN u.name AS name

// a call subquery (read)
MATCH (u:User) CALL (u) { MATCH (u)-[:WROTE]->(p) RETURN count(p) AS posts } RETURN u.name AS name, posts

// maps and lists (read)
MATCH (u:User)
RETURN {name: u.name, pair: [u.id, u.age]} AS m, [1, 2, 3][0..2] AS two, range(1, 3) AS r

// texts with quotes (read)
MATCH (u:User)
WHERE u.name <> "it's" AND u.name <> "a \"b\" // c"
RETURN u.id AS id

// a union (read)
MATCH (u:User) RETURN u.name AS name UNION MATCH (t:Tag) RETURN t.name AS name
