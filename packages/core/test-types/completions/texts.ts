import type { Graph } from '@motif/core'
import type { Social } from '../social.ts'

declare const db: Graph<Social>

db.match('(u:Us¦)') // ⇥ (u:User) ≤ 5000
db.match('(u:¦)') // ⇥ (u:User) ⇥ (u:Admin) ⇥ (u:Post) ⇥ (u:Comment) ⇥ (u:Tag) ≤ 5000
db.match('(u:User)-[:FO¦') // ⇥ (u:User)-[:FOLLOWS ≤ 5000
db.match('(u:User)-[:WROTE]->(p:¦)') // ⇥ (u:User)-[:WROTE]->(p:Post) ≤ 5000
db.match('(u:User {n¦})') // ⇥ (u:User {name: $name}) ≤ 5000
db.match('(u:User)').where('u.¦') // ⇥ u.id ⇥ u.name ⇥ u.age ≤ 5000
db.match('(u:User)').where('u.id = $id AND u.¦ = 1') // ⇥ u.id = $id AND u.id = 1 ⇥ u.id = $id AND u.name = 1 ⇥ u.id = $id AND u.age = 1 ≤ 5000
db.match('(u:User)').return('u.na¦') // ⇥ u.name ≤ 5000
db.cypher('MATCH (u:User)-[:WROTE]->(p:¦) RETURN p') // ⇥ MATCH (u:User)-[:WROTE]->(p:Post) RETURN p ≤ 5000
db.match('(u:User WHERE u.na¦') // ⇥ (u:User WHERE u.name ≤ 5000
db.match('(u:User WHERE u.¦)-[:WROTE]->(p)') // ⇥ (u:User WHERE u.id)-[:WROTE]->(p) ⇥ (u:User WHERE u.name)-[:WROTE]->(p) ⇥ (u:User WHERE u.age)-[:WROTE]->(p) ≤ 5000
db.match('(u:!Us¦)') // ⇥ (u:!User) ≤ 5000
db.match('(u:%)-[:FO¦') // ⇥ (u:%)-[:FOLLOWS ≤ 5000
db.match('(u:User WHERE u.id = $id)-[:WROTE]->(p:¦)') // ⇥ (u:User WHERE u.id = $id)-[:WROTE]->(p:Post) ≤ 5000
db.match('(u:User)-[:KNOWS]->+(v:¦)') // ⇥ (u:User)-[:KNOWS]->+(v:User) ≤ 5000
