import { type Graph, sum } from '@motif/core'
import { toUpper } from '@motif/core/functions'
import type { Model } from '@motif/core/model'
import type { Social } from '../social.ts'

// What the compiler refuses on the pages of docs/guide, each region on the page of its first word.

declare const db: Graph<Social>
declare const input: string
declare const users: Model<Social, {}, 'User'>

// #region reading refused
// ✖ User has no property 'nme'; did you mean 'name'?   in RETURN u.nme
db.match('(u:User)').return('u.nme')
// ✖ no variable 'u' here   in RETURN u.name
db.match('(u:User)').with('u.name AS name').return('u.name')
// ✖ no variable 'v' here   in WHERE v.age > 3
db.cypher('MATCH (u:User) WHERE v.age > 3 RETURN u')
// #endregion

// #region patterns refused
// ✖ there is no label 'Usr'; did you mean 'User'?   in MATCH (u:Usr)
db.match('(u:Usr)')
// ✖ no WROTE leaves Post: it goes (User)-[:WROTE]->(Post)
db.match('(p:Post)-[:WROTE]->(u:User)')
// ✖ WROTE from User never meets Comment, only Post
db.match('(u:User)-[:WROTE]->(c:Comment)')
// ✖ property 'id' does not take a string
db.match("(u:User {id: 'x'})")
// #endregion

// #region filtering refused
// ✖ Argument of type 'number' is not assignable to parameter of type 'Argument<string>'
db.match('(u:User)').where(({ u }) => u.name.eq(3))
// ✖ Argument of type 'null' is not assignable to parameter of type 'Argument<number>'
db.match('(u:User)').where(({ u }) => u.age.eq(null))
// ✖ there is no label 'Pst'; did you mean 'Post'?
db.match('(u:User)').where('(u)-[:WROTE]->(:Pst)')
// #endregion

// #region aggregating refused
// ✖ Argument of type 'Operand<string, {}>' is not assignable to parameter of type
db.match('(u:User)').return(({ u }) => ({ names: sum(u.name) }))
// #endregion

// #region ordering refused
// ✖ no variable 'nme' here; did you mean 'name'?   in ORDER BY nme
db.match('(u:User)').return('u.name AS name').orderBy('nme')
// #endregion

// #region unions refused
// ✖ UNION takes queries with the same columns: 'id' is missing in the second
db.match('(u:User)').return('u.id AS id').union(db.match('(t:Tag)').return('t.name AS name'))
// ✖ the branches of UNION must have the same columns, by name: not all of them have 'y'
db.cypher('MATCH (u:User) RETURN u.id AS x UNION MATCH (p:Post) RETURN p.id AS y')
// #endregion

// #region writing refused
// ✖ a new User needs 'name', which is never null there
db.cypher('CREATE (u:User {id: $id})')
// ✖ property 'name' does not take a number   in SET u.name = 3
db.match('(u:User {id: $id})').set('u.name = 3')
// ✖ Type 'string' is not assignable to type
db.match('(u:User {id: $id})').set('u', { age: 'old' })
// ✖ Argument of type '"Amin"' is not assignable to parameter of type 'Label<Social>'
db.match('(u:User {id: $id})').setLabels('u', 'Amin')
// #endregion

// #region functions refused
// ✖ Argument of type 'Operand<number, {}>' is not assignable to parameter of type
db.match('(u:User)').return(({ u }) => ({ name: toUpper(u.id) }))
// #endregion

// #region parameters refused
// ✖ Cypher text must be one literal without holes
db.cypher(`MATCH (u:User) WHERE u.name = '${input}' RETURN u.name AS name`)
// ✖ $x is used for two types that exclude each other
db.match('(u:User {id: $x})').where('u.name = $x')
// ✖ Property 'id' is missing
db.match('(u:User {id: $id})').return('u.name AS name').run({})
// ✖ this query asks for no parameter
db.match('(u:User)').return('u.name AS name').run({ id: 1 })
// #endregion

// #region subqueries refused
// ✖ no variable 'p' here
db.match('(u:User), (p:Post)').call(['u'], (query) => query.match('(u)-[:WROTE]->(q)').where('p.id = q.id'))
// #endregion

// #region procedures refused
// ✖ the procedure yields no 'lable'; did you mean 'label'?
db.cypher('CALL db.labels() YIELD lable RETURN lable')
// #endregion

// #region models-reading compiler
// ✖ there is no 'nme' here; did you mean 'name'?
users.find({ where: { nme: 'Ada' } })
// ✖ there is no 'titel' here; did you mean 'title'?
users.find({ include: { WROTE: { select: { titel: true } } } })
// ✖ Type 'number' is not assignable to type 'Condition<string> | undefined'
users.find({ where: { name: 7 } })
// ✖ select names all that rows have, include what they have besides: give one of them
users.find({ select: { name: true }, include: { WROTE: true } })
// ✖ User has no key: give it a uniqueness constraint, or declare one: models<Schema>()({ User: { key: … } })
users.get(7)
// ✖ Property 'age' does not exist on type '{ name: string; }'
users.findOrThrow({ select: { name: true } }).then(({ age }) => age)
// #endregion
