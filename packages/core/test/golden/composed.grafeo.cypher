// a clause that is wanted (read)
MATCH (u:User)
WHERE u.age >= $least
RETURN u.name AS name

// a clause that is not (read)
MATCH (u:User)
RETURN u.name AS name

// a fragment (read)
MATCH (u:User {id: $id})
OPTIONAL MATCH (u)-[:WROTE]->(post:Post)
WHERE post.id >= $least
RETURN u.name AS name, count(post) AS posts

// a predicate (read)
MATCH (u:User)
WHERE u.age >= $p1
RETURN u.name AS name
// $p1 = 18

// a query that branches (read)
MATCH (u:User)
WHERE u.id > $id
WITH u
ORDER BY u.name
LIMIT $p1
RETURN u.name AS name
// $p1 = 3

// dynamic text (read)
MATCH (n:User) WHERE n.id = $v1 AND n.name <> $v2 RETURN n.name AS name
// $v1 = 1
// $v2 = "`; DROP"

// dynamic text in dynamic text (read)
MATCH (n:User) WHERE n.id = $v1 OR n.id = $v2 RETURN n.id AS id
// $v1 = 1
// $v2 = 2

// stated types (read)
MATCH (n:User) WHERE n.id = $id RETURN count(n) AS n

// one parameter twice (read)
MATCH (u:User)
WHERE u.id = $x OR u.age = $x
RETURN u.id AS id

// an inline value beside a parameter of the generated name (read)
MATCH (u:User {id: $p1})
WHERE u.name = $p2
RETURN u.id AS id
// $p2 = "Ada"
