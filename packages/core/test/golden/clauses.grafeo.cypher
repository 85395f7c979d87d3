// a subquery for each row (read)
MATCH (u:User)
CALL (u) {
  MATCH (u)-[:WROTE]->(p:Post)
  WHERE p.id >= $least
  RETURN count(p) AS posts
}
RETURN u.name AS name, posts

// a subquery whose node goes on (read)
MATCH (u:User)
CALL (u) {
  MATCH (u)-[:WROTE]->(p:Post)
  RETURN p
  LIMIT $p1
}
WITH *
WHERE p.id > $p2
RETURN u.name AS name, p.title AS title
// $p1 = 1
// $p2 = 10

// a subquery that sees nothing (read)
CALL () {
  MATCH (t:Tag)
  RETURN count(t) AS tags
}
RETURN tags

// a subquery without columns (write)
MATCH (u:User {id: $id})
CALL (u) {
  CREATE (t:Tag {name: $name})
  CREATE (u)-[:KNOWS {weight: 1.0}]->(:User {id: 9, name: $name})
}
RETURN u.id AS id

// a subquery by its text (read)
MATCH (u:User)
CALL (u) { MATCH (u)-[:WROTE]->(p:Post) RETURN count(p) AS n }
RETURN u.id AS id, n

// a union (read)
MATCH (u:User {id: $id})
RETURN u.name AS name
UNION
MATCH (t:Tag)
RETURN t.name AS name
UNION
MATCH (a:User)
WHERE a.age < $p1
RETURN a.name AS name
// $p1 = 20

// a union of statements (read)
MATCH (u:User)
RETURN u.id AS id
UNION ALL
MATCH (p:Post)
RETURN p.id AS id

// a union in a subquery (read)
MATCH (u:User)
CALL (u) {
  MATCH (u)-[:WROTE]->(p:Post)
  RETURN p.title AS title
  UNION
  MATCH (u)-[:LIKES]->(l:Post)
  RETURN l.title AS title
}
RETURN u.name AS name, count(title) AS titles

// foreach by callbacks (write)
MATCH (p:Post {id: $id})
FOREACH (tag IN p.tags | CREATE (t:Tag) SET t.name = tag FOREACH (again IN p.tags | SET p.title = again))

// foreach by its text (write)
FOREACH (name IN $names | CREATE (:Tag {name: name}))

// set by what stands in the graph (write)
MATCH (u:User {id: $id})
SET u.age = u.age + $p1, u.name = $name
RETURN u.age AS age, u.name AS name
// $p1 = 1

// labels by name (write)
MATCH (u:User {id: $id})
SET u:Admin:`in between`
REMOVE u:Admin
RETURN u.id AS id

// remove by name (write)
MATCH (u:User {id: $id})
REMOVE u.age, u.name
RETURN u.age AS age

// delete by a callback (write)
MATCH (u:User {id: $id})-[f:KNOWS]->(v:User)
DELETE f
RETURN v.id AS id

// detach delete by a callback (write)
MATCH (u:User {id: $id}), (t:Tag {name: $name})
DETACH DELETE u, t

// null where it is wanted (read)
MATCH (u:User)
RETURN u.name AS name, u.age AS age
ORDER BY age IS NULL, age DESC, name
SKIP $from
LIMIT $rows

// null first (read)
MATCH (u:User)
RETURN u.age AS age, count(u) AS n
ORDER BY age IS NOT NULL, age
LIMIT $p1
// $p1 = 1

// an optional pattern put together at run time (read)
MATCH (t:Tag)
OPTIONAL MATCH (u:User {id: $p1})-[:LIKES]->(p:Post)
RETURN t.name AS tag, p.title AS title
// $p1 = 2
