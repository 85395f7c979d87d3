// create a node (write)
CREATE (u:User {id: $id, name: $name})
RETURN u.id AS id

// create with what may be missing (write)
UNWIND $rows AS row
CREATE (u:User {id: row.id, name: row.name, age: row.age})
RETURN u.age AS age

// create a pattern put together at run time (write)
CREATE (t:Tag {name: $p1})
// $p1 = "a \"quoted\" `tag`"

// create a relationship (write)
MATCH (u:User {id: $from}), (v:User {id: $to})
CREATE (u)-[:KNOWS {weight: $weight}]->(v)

// merge with both branches (write)
MERGE (u:User {id: $id})
ON CREATE SET u.name = $name
ON MATCH SET u.age = $age
RETURN u.name AS name, u.age AS age

// rows at once (write)
UNWIND $rows AS row
MERGE (u:User {id: row.id})
ON CREATE SET u.name = row.name

// rows at once, their type stated (write)
UNWIND $rows AS row
CREATE (u:User {id: row.id, name: row.name})

// set by text (write)
MATCH (u:User {id: $id})
SET u.name = $name, u.age = u.age + 1
RETURN u.name AS name

// set by values (write)
MATCH (u:User {id: $id})
SET u.name = $p1, u.age = $p2
// $p1 = "Ada"
// $p2 = null

// set from a map (write)
MATCH (u:User {id: $id})
SET u += $changes

// set and remove a label (write)
MATCH (u:User {id: $id})
SET u:Admin
REMOVE u:Admin, u.age

// set on what may be null (write)
MATCH (u:User)
OPTIONAL MATCH (u)-[:WROTE]->(p:Post)
SET p.title = $title
RETURN u.id AS id, p.title AS title
ORDER BY id

// delete a relationship (write)
MATCH (u:User {id: $id})-[f:FOLLOWS]->(:User)
DELETE f

// delete nodes with their relationships (write)
MATCH (u:User {id: $id})
DETACH DELETE u

// delete everything, by name (write)
MATCH (t:Tag)
DETACH DELETE t

// delete what may be null (write)
MATCH (u:User {id: $id})
OPTIONAL MATCH (u)-[f:KNOWS]->(:User)
DELETE f
RETURN u.name AS name
