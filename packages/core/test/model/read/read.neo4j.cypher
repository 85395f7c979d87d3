// all rows
MATCH (n:User)
RETURN n.id AS id, n.full_name AS fullName, n.age AS age, n.score AS score, n.seen AS seen, n.home AS home, n.tags AS tags, n.secret AS secret, n.active AS active
// {}

// a key
MATCH (n:User)
WHERE n.id = $p1
RETURN n.id AS id, n.full_name AS fullName, n.age AS age, n.score AS score, n.seen AS seen, n.home AS home, n.tags AS tags, n.secret AS secret, n.active AS active
// {"p1":7}

// a key of two
MATCH (n:Post)
WHERE n.tenant = $p1 AND n.id = $p2
RETURN n.tenant AS tenant, n.id AS id, n.title AS title, n.at AS at
// {"p1":"blue","p2":"7n"}

// many keys
UNWIND $p1 AS k
MATCH (n:User)
WHERE n.id = k.id
RETURN n.id AS id, n.full_name AS fullName, n.age AS age, n.score AS score, n.seen AS seen, n.home AS home, n.tags AS tags, n.secret AS secret, n.active AS active, k.`$at` AS `$at`
// {"p1":[{"id":7,"$at":0},{"id":8,"$at":1}]}

// many keys of two
UNWIND $p1 AS k
MATCH (n:Post)
WHERE n.tenant = k.tenant AND n.id = k.id
RETURN n.tenant AS tenant, n.id AS id, n.title AS title, n.at AS at, k.`$at` AS `$at`
// {"p1":[{"tenant":"blue","id":"7n","$at":0},{"id":"8n","tenant":"red","$at":1}]}

// all of two labels
MATCH (n:User:Admin)
WHERE n.level = $p1
RETURN n.full_name AS fullName
// {"p1":1}

// what is equal, and null
MATCH (n:User)
WHERE n.full_name = $p1 AND n.age IS NULL
RETURN n.id AS id
// {"p1":"Ada"}

// operators
MATCH (n:User)
WHERE n.id IN $p1 AND NOT n.id IN $p2 AND n.age >= $p3 AND n.age < $p4 AND n.age <> $p5 AND n.score > $p6 AND n.score <= $p7 AND n.full_name CONTAINS $p8 AND n.full_name STARTS WITH $p9 AND n.full_name ENDS WITH $p10 AND n.full_name =~ $p11 AND n.seen IS NOT NULL AND n.active = $p12
RETURN n.id AS id
// {"p1":[1,2],"p2":[3],"p3":18,"p4":65,"p5":30,"p6":1.5,"p7":2,"p8":"d","p9":"A","p10":"a","p11":"A.*","p12":true}

// upper and lower case
MATCH (n:User)
WHERE toLower(n.full_name) = toLower($p1) OR toLower(n.full_name) IN [x IN $p2 | toLower(x)] OR toLower(n.full_name) CONTAINS toLower($p3) OR n.full_name =~ $p4
RETURN n.id AS id
// {"p1":"ada","p2":["BOB"],"p3":"X","p4":"(?i)a.*"}

// lists
MATCH (n:User)
WHERE $p1 IN n.tags AND any(x IN n.tags WHERE x IN $p2) AND all(x2 IN $p3 WHERE x2 IN n.tags) AND size(n.tags) > 0
RETURN n.id AS id
// {"p1":"a","p2":["a","b"],"p3":["c"]}

// and, or, not
MATCH (n:User)
WHERE n.id = $p1 AND (n.age = $p2 OR n.age = $p3) AND NOT n.age > $p4 AND false
RETURN n.id AS id
// {"p1":1,"p2":1,"p3":2,"p4":3}

// some, every, none
MATCH (n:User)
WHERE EXISTS { MATCH (n)-[:WROTE]->(n2:Post|Comment) } AND NOT EXISTS { MATCH (n)-[:WROTE]->(n3:Post|Comment) WHERE coalesce(n3.at > $p1, false) = false } AND NOT EXISTS { MATCH (n)-[:WROTE]->(n4:Post|Comment) WHERE n4.text = $p2 } AND EXISTS { MATCH (n)<-[r:FOLLOWS]-(n5:User) WHERE r.weight > $p3 AND EXISTS { MATCH (n5)-[:WROTE]->(n6:Post) WHERE n6.title = $p4 } }
RETURN n.id AS id
// {"p1":"2026-01-01","p2":"x","p3":1,"p4":"t"}

// order, skip, limit
MATCH (n:User)
RETURN n.id AS id
ORDER BY n.full_name, n.age DESC, n.id
SKIP $p1
LIMIT $p2
// {"p1":20,"p2":10}

// a relation
MATCH (n:User)
RETURN n.id AS id, n.full_name AS fullName, n.age AS age, n.score AS score, n.seen AS seen, n.home AS home, n.tags AS tags, n.secret AS secret, n.active AS active, COLLECT { MATCH (n)-[:FOLLOWS]->(n2:User) RETURN {id: n2.id, fullName: n2.full_name, age: n2.age, score: n2.score, seen: n2.seen, home: n2.home, tags: n2.tags, secret: n2.secret, active: n2.active} AS x } AS FOLLOWS
// {}

// one of a relation
MATCH (n:User)
RETURN head(COLLECT { MATCH (n)-[:FOLLOWS]->(n2:User) RETURN {id: n2.id} AS x LIMIT 1 }) AS boss
// {}

// a relation to several labels
MATCH (n:User)
RETURN COLLECT { MATCH (n)-[:WROTE]->(n2:Post|Comment) RETURN {tenant: n2.tenant, id: n2.id, title: n2.title, at: n2.at, text: n2.text, `$labels`: labels(n2)} AS x } AS WROTE
// {}

// one of them
MATCH (n:User)
RETURN COLLECT { MATCH (n)-[:WROTE]->(n2:Post) RETURN {title: n2.title} AS x } AS WROTE
// {}

// how many
MATCH (n:User)
RETURN n.id AS id, COUNT { MATCH (n)-[:WROTE]->(n2:Post|Comment) } AS WROTE, COUNT { MATCH (n)<-[:FOLLOWS]-(n3:User) WHERE n3.age = $p1 } AS followers
// {"p1":3}

// three levels, each with what it asks
MATCH (n:User)
WHERE n.age >= $p1
WITH n
ORDER BY n.full_name
LIMIT $p2
RETURN n.id AS id, COLLECT { MATCH (n)-[r:FOLLOWS]->(n2:User) WHERE r.since < $p3 WITH n2, r ORDER BY r.since DESC, n2.id LIMIT $p4 RETURN {fullName: n2.full_name, WROTE: COLLECT { MATCH (n2)-[:WROTE]->(n3:Post) WHERE n3.title CONTAINS $p5 WITH n3 ORDER BY n3.at DESC SKIP $p6 RETURN {title: n3.title, `<ON`: COUNT { MATCH (n3)<-[:`ON`]-(n4:Comment) }, `<WROTE`: COLLECT { MATCH (n3)<-[:WROTE]-(n5:User) RETURN {id: n5.id} AS x }} AS x2 ORDER BY n3.at DESC }, `$relationship`: {since: r.since, weight: r.weight}} AS x3 ORDER BY r.since DESC, n2.id } AS FOLLOWS
ORDER BY n.full_name
// {"p1":18,"p2":5,"p3":"2026-01-01","p4":3,"p5":"x","p6":1}

// the first
MATCH (n:User)
WHERE n.age = $p1
RETURN n.id AS id
ORDER BY n.id
LIMIT $p2
// {"p1":3,"p2":1}

// a count
MATCH (n:User)
WHERE n.age > $p1
RETURN count(*) AS count
// {"p1":3}

// whether there is one
MATCH (n:User)
WHERE n.age > $p1
WITH n
LIMIT 1
RETURN true AS found
// {"p1":3}

// aggregates
MATCH (n:User)
WHERE n.age > $p1
RETURN n.active AS active, count(*) AS count, sum(n.age) AS `$sum age`, avg(n.score) AS `$avg score`, min(n.full_name) AS `$min fullName`, max(n.seen) AS `$max seen`
// {"p1":3}

// a first page
MATCH (n:User)
RETURN n.full_name AS fullName, n.age AS `$cursor0`, n.id AS `$cursor1`
ORDER BY n.age DESC, n.id
LIMIT $p1
// {"p1":11}

// names that are dangerous
MATCH (n:User)
WHERE n.full_name = $p1
RETURN n.id AS id
// {"p1":"x'}) DETACH DELETE n //"}
