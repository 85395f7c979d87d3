// a node
CREATE (n:User {id: $p1, full_name: $p2, score: $p3, version: $p4, at: datetime($p5), tags: $p6, free: $p7})
RETURN n.id AS id, n.full_name AS fullName, n.age AS age, n.score AS score, n.visits AS visits, n.version AS version, n.at AS at, n.tags AS tags, n.home AS home, n.secret AS secret, n.active AS active, n.free AS free

// a node of two labels
CREATE (n:User:Tag {id: $p1, full_name: $p2, version: $p3, name: $p4})
RETURN n.id AS id, n.full_name AS fullName, n.age AS age, n.score AS score, n.visits AS visits, n.version AS version, n.at AS at, n.tags AS tags, n.home AS home, n.secret AS secret, n.active AS active, n.free AS free, n.name AS name

// a node with others
CREATE (n:User {id: $p1, full_name: $p2, version: $p3})
FOREACH (r1 IN $p4 | CREATE (n)-[:WROTE]->(:Post {tenant: r1.tenant, id: r1.id, title: r1.title}))
FOREACH (r2 IN $p5 | CREATE (n)-[:FOLLOWS {since: date(r2.relationship.since), weight: r2.relationship.weight}]->(:User {id: r2.node.id, full_name: r2.node.full_name, version: r2.node.version}))
WITH n
RETURN n.id AS id, n.full_name AS fullName, n.age AS age, n.score AS score, n.visits AS visits, n.version AS version, n.at AS at, n.tags AS tags, n.home AS home, n.secret AS secret, n.active AS active, n.free AS free

// others of others
CALL () {
  UNWIND $p1 AS k
  MATCH (m:Tag {name: k.name})
  WITH k, m
  ORDER BY k.`$at`
  RETURN collect(m) AS t1
}
WITH t1
WHERE size(t1) = $p2
CREATE (n:User {id: $p3, full_name: $p4, version: $p5})
FOREACH (r1 IN $p6 | CREATE (n)-[:WROTE]->(m1:Post {tenant: r1.node.tenant, id: r1.node.id, title: r1.node.title}) FOREACH (r2 IN r1.s2 | CREATE (m1)-[:TAGGED]->(:Tag {name: r2.name})) FOREACH (r3 IN r1.s3 | FOREACH (m3 IN [t1[r3]] | MERGE (m1)-[:TAGGED]->(m3))) FOREACH (r4 IN r1.s4 | MERGE (m4:Tag {name: r4.name}) MERGE (m1)-[:TAGGED]->(m4)))
WITH n
RETURN n.id AS id, n.full_name AS fullName, n.age AS age, n.score AS score, n.visits AS visits, n.version AS version, n.at AS at, n.tags AS tags, n.home AS home, n.secret AS secret, n.active AS active, n.free AS free, COLLECT { MATCH (n)-[:WROTE]->(n2:Post) RETURN {title: n2.title} AS x } AS WROTE

// what is there
CALL () {
  UNWIND $p1 AS k
  MATCH (m:Post {tenant: k.tenant, id: k.id})
  WITH k, m
  ORDER BY k.`$at`
  RETURN collect(m) AS t1
}
CALL () {
  UNWIND $p2 AS k
  MATCH (m:Tag {name: k.name})
  WITH k, m
  ORDER BY k.`$at`
  RETURN collect(m) AS t2
}
CALL () {
  UNWIND $p3 AS k
  MATCH (m:User {id: k.id})
  WITH k, m
  ORDER BY k.`$at`
  RETURN collect(m) AS t3
}
WITH t1, t2, t3
WHERE size(t1) = $p4 AND size(t2) = $p5 AND size(t3) = $p6
CREATE (n:User {id: $p7, full_name: $p8, version: $p9})
FOREACH (r1 IN $p10 | FOREACH (m1 IN [t1[r1]] | MERGE (n)-[:WROTE]->(m1)))
FOREACH (r2 IN $p11 | FOREACH (m2 IN [t1[r2]] | MERGE (n)-[:LIKES]->(m2)))
FOREACH (r3 IN $p12 | FOREACH (m3 IN [t2[r3]] | MERGE (n)-[:LIKES]->(m3)))
FOREACH (r4 IN $p13 | FOREACH (m4 IN [t3[r4.at]] | MERGE (n)<-[q4:FOLLOWS]-(m4) SET q4.since = date(r4.relationship.since)))
FOREACH (r5 IN $p14 | FOREACH (m5 IN [t3[r5.at]] | MERGE (n)<-[q5:FOLLOWS]-(m5) SET q5.since = date(r5.relationship.since), q5.weight = r5.relationship.weight))
WITH n
RETURN n.id AS id, n.full_name AS fullName, n.age AS age, n.score AS score, n.visits AS visits, n.version AS version, n.at AS at, n.tags AS tags, n.home AS home, n.secret AS secret, n.active AS active, n.free AS free

// what is there, or not
CREATE (n:User {id: $p1, full_name: $p2, version: $p3})
FOREACH (r1 IN $p4 | MERGE (m1:User {id: r1.node.id}) ON CREATE SET m1.full_name = r1.node.full_name, m1.version = r1.node.version MERGE (n)-[q1:FOLLOWS]->(m1) SET q1.since = date(r1.relationship.since))
WITH n
RETURN n.id AS id, n.full_name AS fullName, n.age AS age, n.score AS score, n.visits AS visits, n.version AS version, n.at AS at, n.tags AS tags, n.home AS home, n.secret AS secret, n.active AS active, n.free AS free

// many nodes
UNWIND $p1 AS row
CREATE (n:User {id: row.id, full_name: row.full_name, score: row.score, version: row.version, home: row.home})

// many nodes with others
CALL () {
  UNWIND $p1 AS k
  MATCH (m:Tag {name: k.name})
  WITH k, m
  ORDER BY k.`$at`
  RETURN collect(m) AS t1
}
WITH t1
WHERE size(t1) = $p2
UNWIND $p3 AS row
CREATE (n:Post {tenant: row.node.tenant, id: row.node.id, title: row.node.title})
FOREACH (r1 IN row.s1 | FOREACH (m1 IN [t1[r1]] | MERGE (n)-[:TAGGED]->(m1)))
FOREACH (r2 IN row.s2 | CREATE (n)<-[:WROTE]-(:User {id: r2.id, full_name: r2.full_name, version: r2.version}))
WITH n
RETURN count(n) AS created

// a change
MATCH (n:User {id: $p1})
SET n.full_name = $p2, n.age = $p3, n.at = datetime($p4), n.version = coalesce(n.version, 0) + 1
RETURN n.id AS id, n.full_name AS fullName, n.age AS age, n.score AS score, n.visits AS visits, n.version AS version, n.at AS at, n.tags AS tags, n.home AS home, n.secret AS secret, n.active AS active, n.free AS free

// a sum
MATCH (n:User {id: $p1})
SET n.visits = coalesce(n.visits, 0) + $p2, n.score = coalesce(n.score, 0.0) + $p3, n.version = coalesce(n.version, 0) + 1
RETURN n.id AS id

// a change of a version
MATCH (n:User {id: $p1})
SET n._lock = true
REMOVE n._lock
WITH *
WHERE n.version = $p2
SET n.age = $p3, n.version = coalesce(n.version, 0) + 1
RETURN n.id AS id

// a change of no version
MATCH (n:User {id: $p1})
SET n._lock = true
REMOVE n._lock
WITH *
WHERE n.version IS NULL
SET n.age = $p2, n.version = coalesce(n.version, 0) + 1
RETURN n.id AS id

// a key of two
MATCH (n:Post {tenant: $p1, id: $p2})
SET n.title = $p3
RETURN n.id AS id

// a change of relations
CALL () {
  UNWIND $p1 AS k
  MATCH (m:Tag {name: k.name})
  WITH k, m
  ORDER BY k.`$at`
  RETURN collect(m) AS t1
}
WITH t1
WHERE size(t1) = $p2
MATCH (n:Post {tenant: $p3, id: $p4})
SET n.title = $p5
WITH *
CALL (n) {
  MATCH (n)-[x1:TAGGED]->(o1:Tag)
  WHERE o1.name IN $p6
  DELETE x1
}
CALL (n) {
  MATCH (n)<-[x2:WROTE]-(o2:User)
  DELETE x2
}
FOREACH (r1 IN $p7 | CREATE (n)-[:TAGGED]->(:Tag {name: r1.name}))
FOREACH (r2 IN $p8 | FOREACH (m2 IN [t1[r2]] | MERGE (n)-[:TAGGED]->(m2)))
WITH n
RETURN n.id AS id

// a set of relations
CALL () {
  UNWIND $p1 AS k
  MATCH (m:Post {tenant: k.tenant, id: k.id})
  WITH k, m
  ORDER BY k.`$at`
  RETURN collect(m) AS t1
}
WITH t1
WHERE size(t1) = $p2
MATCH (n:Tag {name: $p3})
WITH *
CALL (n) {
  MATCH (n)<-[x1:TAGGED]-(o1:Post)
  WHERE NOT any(k IN $p4 WHERE o1.tenant = k.tenant AND o1.id = k.id)
  DELETE x1
}
CALL (n) {
  MATCH (n)<-[x2:LIKES]-(o2:User)
  DELETE x2
}
FOREACH (r1 IN $p5 | FOREACH (m1 IN [t1[r1]] | MERGE (n)<-[:TAGGED]-(m1)))
WITH n
RETURN n.name AS name

// a delete of related nodes
MATCH (n:User {id: $p1})
CALL (n) {
  MATCH (n)-[x1:WROTE]->(o1:Post)
  WHERE any(k IN $p2 WHERE o1.tenant = k.tenant AND o1.id = k.id)
  WITH o1, count(x1) AS owno1, COUNT { MATCH (o1)--() } AS allo1
  RETURN sum(allo1 - owno1) AS others1
}
WITH *
WHERE others1 = 0
SET n.version = coalesce(n.version, 0) + 1
WITH *
CALL (n) {
  MATCH (n)-[x1:WROTE]->(o1:Post)
  WHERE any(k IN $p3 WHERE o1.tenant = k.tenant AND o1.id = k.id)
  DETACH DELETE o1
}
CALL (n) {
  MATCH (n)-[x2:LIKES]->(o2)
  WHERE o2:Tag AND o2.name IN $p4
  DETACH DELETE o2
}
WITH n
RETURN n.id AS id

// many changes
MATCH (n:User)
WHERE n.age >= $p1 AND EXISTS { MATCH (n)-[:WROTE]->(n2:Post) WHERE n2.title = $p2 }
SET n.full_name = $p3, n.visits = coalesce(n.visits, 0) + $p4, n.version = coalesce(n.version, 0) + 1
RETURN count(n) AS updated

// changes of all
MATCH (n:Tag)
SET n.name = $p1
RETURN count(n) AS updated

// an upsert
MERGE (n:User {id: $p1})
ON CREATE SET n.full_name = $p2, n.visits = $p3, n.version = $p4
ON MATCH SET n.visits = coalesce(n.visits, 0) + $p5, n.version = coalesce(n.version, 0) + 1
RETURN n.id AS id

// an upsert of a key
MERGE (n:Tag {name: $p1})
RETURN n.name AS name

// an upsert with relations
CALL () {
  UNWIND $p1 AS k
  MATCH (m:Post {tenant: k.tenant, id: k.id})
  WITH k, m
  ORDER BY k.`$at`
  RETURN collect(m) AS t1
}
WITH t1
WHERE size(t1) = $p2
MERGE (n:Tag {name: $p3})
ON CREATE SET n._created = true
WITH n, t1, n._created IS NOT NULL AS created
REMOVE n._created
WITH *
CALL (n) {
  MATCH (n)<-[x1:LIKES]-(o1:User)
  DELETE x1
}
FOREACH (r1 IN CASE WHEN created THEN $p4 ELSE [] END | FOREACH (m1 IN [t1[r1]] | MERGE (n)<-[:TAGGED]-(m1)))
FOREACH (r2 IN CASE WHEN NOT created THEN $p5 ELSE [] END | CREATE (n)<-[:TAGGED]-(:Post {tenant: r2.tenant, id: r2.id, title: r2.title}))
WITH n, created
RETURN n.name AS name, created AS `$created`

// a delete
MATCH (n:User {id: $p1})
WITH n, COUNT { MATCH (n)--() } AS each
WITH collect(n) AS found, sum(each) AS related
FOREACH (m IN CASE WHEN related = 0 THEN found ELSE [] END | DELETE m)
RETURN size(found) AS deleted, related

// a delete with relationships
MATCH (n:Post {tenant: $p1, id: $p2})
DETACH DELETE n
RETURN count(n) AS deleted

// many deletes
MATCH (n:Post)
WHERE n.title STARTS WITH $p1
WITH n, COUNT { MATCH (n)--() } AS each
WITH collect(n) AS found, sum(each) AS related
FOREACH (m IN CASE WHEN related = 0 THEN found ELSE [] END | DELETE m)
RETURN size(found) AS deleted, related

// deletes of all
MATCH (n:Post)
DETACH DELETE n
RETURN count(n) AS deleted

// a relationship
CALL () {
  UNWIND $p1 AS k
  MATCH (m:User {id: k.id})
  WITH k, m
  ORDER BY k.`$at`
  RETURN collect(m) AS t1
}
WITH t1
WHERE size(t1) = $p2
MATCH (n:User {id: $p3})
WITH *
FOREACH (r1 IN $p4 | FOREACH (m1 IN [t1[r1.at]] | MERGE (n)-[q1:FOLLOWS]->(m1) SET q1.since = date(r1.relationship.since)))
WITH *
RETURN 1 AS found

// no relationship
MATCH (n:User {id: $p1})
WITH *
CALL (n) {
  MATCH (n)<-[x1:FOLLOWS]-(o1:User)
  WHERE o1.id IN $p2
  DELETE x1
}
WITH *
RETURN 1 AS found

// these relationships
CALL () {
  UNWIND $p1 AS k
  MATCH (m:Tag {name: k.name})
  WITH k, m
  ORDER BY k.`$at`
  RETURN collect(m) AS t1
}
WITH t1
WHERE size(t1) = $p2
MATCH (n:Post {tenant: $p3, id: $p4})
WITH *
CALL (n) {
  MATCH (n)-[x1:TAGGED]->(o1:Tag)
  WHERE NOT o1.name IN $p5
  DELETE x1
}
FOREACH (r1 IN $p6 | FOREACH (m1 IN [t1[r1]] | MERGE (n)-[:TAGGED]->(m1)))
WITH *
RETURN 1 AS found
