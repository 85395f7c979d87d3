import { $, type Graph } from '@motif/core'
import type { Social } from '../social.ts'

declare const db: Graph<Social>
declare const input: string

// patterns
db.match('(u:Usr)') // ✖ "✖ there is no label 'Usr'; did you mean 'User'?   in MATCH (u:Usr)"
db.match('(u:Xyz)') // ✖ "✖ there is no label 'Xyz'
db.match('(u:User {nme: $x})') // ✖ "✖ User has no property 'nme'; did you mean 'name'?
db.match('(p:Post)-[:WROTE]->(u:User)') // ✖ "✖ no WROTE leaves Post: it goes (User)-[:WROTE]->(Post)
db.match('(u:User)-[:WROTE]->(c:Comment)') // ✖ "✖ WROTE from User never meets Comment, only Post
db.match('(p:Post)').match('(p)-[:FOLLOWS]->(x)') // ✖ "✖ no FOLLOWS leaves Post: it goes (User)-[:FOLLOWS]->(User)
db.match("(u:User {id: 'x'})") // ✖ "✖ property 'id' does not take a string
db.match('(u:User)-[:WROTE]->') // ✖ "(u:User)-[:WROTE]->("

// clauses
db.match('(u:User)').where('u.nme = $x') // ✖ "✖ User has no property 'nme'; did you mean 'name'?   in WHERE u.nme = $x
db.match('(u:User)').where('v.name = $x') // ✖ "✖ no variable 'v' here   in WHERE v.name = $x
db.match('(u:User)').with('u.name AS name').return('u.name') // ✖ "✖ no variable 'u' here   in RETURN u.name
db.match('(u:User)').set('u.name = 3') // ✖ "✖ property 'name' does not take a number   in SET u.name = 3
db.match('(u:User)').where('u.id = $x AND u.name = $x') // ✖ "✖ $x is used for two types that exclude each other
db.match('(u:User {id: $x})').where('u.name = $x') // ✖ "✖ $x is used for two types that exclude each other

db.match('(u:User)').return('u.name AS name').orderBy('nme') // ✖ "✖ no variable 'nme' here; did you mean 'name'?   in ORDER BY nme"
db.match('(u:User)').optionalMatch('(u)-[:WROTE]->(x:Comment)') // ✖ "✖ WROTE from User never meets Comment, only Post   in OPTIONAL MATCH (u)

// what is created has all that is never null: at once where nothing can give it later
db.create('(:User {id: $id})') // ✖ "✖ a new User needs 'name', which is never null there   in CREATE (:User {id: $id})"
db.create('(u:User $all)-[:KNOWS]->(v:User $all)') // ✖ "✖ a new KNOWS needs 'weight', which is never null there   in CREATE
db.cypher('CREATE (u:User {id: $id}) RETURN u.id AS id') // ✖ "✖ a new User needs 'name', which is never null there   in CREATE (u:User {id: $id})"
db.cypher('CREATE (u:User {id: $id}) SET u.name = $x').run({ id: 1 }) // ✖ Property 'x' is missing in type

// statements: one fault is one message, whatever follows
db.cypher('MTCH (u:User) RETURN u') // ✖ "✖ a statement does not start with 'MTCH'
db.cypher('MATCH (u:User) RETUR u') // ✖ "✖ expected -[:TYPE]->, ',' or the next clause at 'RETUR u'   in MATCH (u:User) RETUR u
db.cypher('MATCH (u:Usr) RETURN u.name AS name').run({ x: 1 }).then((rows) => rows.map((row) => row.name.first)) // ✖ "✖ there is no label 'Usr'; did you mean 'User'?   in MATCH (u:Usr)"
db.match('(u:Usr)').where(({ u }) => u.age.gte(3)).with('u').return('u.name').orderBy('x').limit(1).run() // ✖ "✖ there is no label 'Usr'; did you mean 'User'?   in MATCH (u:Usr)"

db.cypher('MATCH (u:User) RETURN u.id AS x UNION MATCH (p:Post) RETURN p.id AS y') // ✖ "✖ the branches of UNION must have the same columns, by name: not all of them have 'y'   in RETURN p.id AS y
db.cypher('MATCH (u:User), (p:Post) CALL (u) { RETURN p.id AS k } RETURN k') // ✖ "✖ no variable 'p' here   in CALL (u) { RETURN p.id AS k }
db.cypher('MATCH (u:User) FOREACH (x IN [1] | SET u.agee = x)') // ✖ "✖ User has no property 'agee'; did you mean 'age'?   in FOREACH (x IN [1] | SET u.agee = x)
db.cypher('MATCH (u:User) FOREACH (x IN [1] | SET u.age = x) RETURN x') // ✖ "✖ no variable 'x' here   in RETURN x
db.cypher('CALL db.labels() YIELD lable RETURN lable') // ✖ "✖ the procedure yields no 'lable'; did you mean 'label'?   in CALL db.labels() YIELD lable

// names inside an expression
db.match('(u:User)').return('CASE WHEN u.agee > 3 THEN 1 END AS y') // ✖ "✖ User has no property 'agee'; did you mean 'age'?   in RETURN CASE WHEN u.agee > 3 THEN 1 END AS y"
db.match('(p:Post)').where('all(t IN p.tags WHERE s = $t)') // ✖ "✖ no variable 's' here   in WHERE all(t IN p.tags WHERE s = $t)"
db.match('(u:User)').return('[(u)-[:WROTE]->(p) | p.titel] AS ts') // ✖ "✖ Post has no property 'titel'; did you mean 'title'?   in RETURN [(u)-[:WROTE]->(p) | p.titel] AS ts"
db.match('(u:User)').where('EXISTS { (u)-[:WROTE]->(q) WHERE q.idd > 3 }') // ✖ "✖ Post has no property 'idd'; did you mean 'id'?   in WHERE EXISTS { (u)-[:WROTE]->(q) WHERE q.idd > 3 }"
db.match('(u:User)').where('(u)-[:WROTE]->(:Pst)') // ✖ "✖ there is no label 'Pst'; did you mean 'Post'?   in WHERE (u)-[:WROTE]->(:Pst)"
db.match('(u:User)').where('u:Admn') // ✖ "✖ there is no label 'Admn'; did you mean 'Admin'?   in WHERE u:Admn"
db.match('(u:User)').with('u.name AS n WHERE m = $x') // ✖ "✖ no variable 'm' here   in WITH u.name AS n WHERE m = $x"
db.match('(u:User)').return('apoc.text.clean(u.nme) AS x') // ✖ "✖ User has no property 'nme'; did you mean 'name'?   in RETURN apoc.text.clean(u.nme) AS x"

// no value ever enters text
db.match(`(u:User {name: '${input}'})`) // ✖ Cypher text must be one literal without holes
db.match('(u:User)').where(`u.name = '${input}'`) // ✖ Cypher text must be one literal without holes
db.cypher(`MATCH (u:User) WHERE u.name = '${input}' RETURN u.name AS n`) // ✖ Cypher text must be one literal without holes
db.cypher(input) // ✖ Cypher text must be one literal without holes

// callbacks point at the spot
db.match('(u:User)').where(({ u }) => u.nme.eq('x')) // ✖ Property 'nme' does not exist on type
db.match('(u:User)').where(({ u }) => u.name.eq(3)) // ✖ Argument of type 'number' is not assignable to parameter of type 'Argument<string>'
db.match('(u:User)').where(({ u }) => u.age.eq(null)) // ✖ Argument of type 'null' is not assignable to parameter of type 'Argument<number>'
db.match('(u:User)').with(({ u }) => ({ n: u.name })).return(({ u }) => ({ u })) // ✖ Property 'u' does not exist on type
db.match('(u:User)').set('u', { nme: 'x' }) // ✖ 'nme' does not exist in type
db.match(db.node('u', 'User').out('BANNED', 'b').to('x', 'User')) // ✖ Argument of type '"BANNED"' is not assignable to parameter of type

// queries in queries
const names = db.match('(u:User)').return('u.name AS name')
names.union(db.match('(t:Tag)').return('t.name AS nam')) // ✖ "✖ UNION takes queries with the same columns: 'name' is missing in the second"
names.union(db.match('(u:User)').return('u.name AS name, u.id AS id')) // ✖ "✖ UNION takes queries with the same columns: 'id' is missing in the first"
db.match('(u:User)').call(['v'], (query) => query.match('(p:Post)').return('p')) // ✖ Type '"v"' is not assignable to type '"u"'
db.match('(u:User)').call(['u'], (query) => query.match('(u)-[:WROTE]->(c:Comment)').return('c')).return('c').run({ x: 1 }) // ✖ "✖ WROTE from User never meets Comment, only Post
db.match('(u:User)').call([], (query) => query.match('(t:Tag)').where('u.id = 3').return('t')) // ✖ "✖ no variable 'u' here   in WHERE u.id = 3"
db.match('(u:User)').setLabels('u', 'Admn') // ✖ Argument of type '"Admn"' is not assignable to parameter of type 'Label<Social>'
db.match('(u:User)').remove('u', ['agee']) // ✖ Did you mean '"age"'?
db.match('(u:User)').foreach('x', ({ u }) => u.name, (query) => query.create('(t:Tag)')) // ✖ Type 'string' is not assignable to type 'readonly unknown[]'
db.match(db.node('u', 'User').out('WROTE').to('x', 'Comment')) // ✖ "Comment"
db.match(db.node('u', 'Usr')) // ✖ "Usr"
db.callProcedure('db.labels', [], ['lable']) // ✖ "lable"

// parameters
const byId = db.match('(u:User {id: $id})').return('u.name AS name')
byId.run() // ✖ but required in type 'Asking<{ id: number; }>'
db.cypher('MATCH (u:User {id: $id}) WHERE u.name = $name RETURN u').one() // ✖ Property ''this query asks for parameters'' is missing in type 'Runnable<{ id: number; } & { name: string; }, RowOf<Social, { readonly u: NodeBinding<"User">; }>>' but required in type 'Asking<{ id: number; name: string; }>'
byId.run({ id: 'one' }) // ✖ Type 'string' is not assignable to type 'number'
byId.run({ idd: 1 }) // ✖ 'idd' does not exist in type
byId.run({ id: 1, more: 2 }) // ✖ 'more' does not exist in type
db.match('(u:User)').return('u.name').run({ id: 1 }) // ✖ this query asks for no parameter
db.match('(u:User)').where(({ u }) => u.age.gte($('least'))).return('u.name').run({ least: 'x' }) // ✖ Type 'string' is not assignable to type 'number'
byId.run({ id: 1 }).then((rows) => rows.map((row) => row.nme)) // ✖ Property 'nme' does not exist on type

// patterns that hold more than names: still one fault, one message
db.match('(u:User WHERE u.nme = 1)') // ✖ "✖ User has no property 'nme'; did you mean 'name'?   in MATCH (u:User WHERE u.nme = 1)"
db.match('(u:User WHERE v.id = 1)') // ✖ "✖ no variable 'v' here   in MATCH (u:User WHERE v.id = 1)"
db.match('(u:User WHERE )') // ✖ "✖ a condition is missing after WHERE   in MATCH (u:User WHERE )"
db.match('(u:User)-[f:FOLLOWS WHERE f.sinse > $x]->(v)') // ✖ "✖ FOLLOWS has no property 'sinse'; did you mean 'since'?   in MATCH
db.match('(u:User&!Adm)') // ✖ "(u:User&!Admin)"
db.match('(u:`Usr`)') // ✖ "✖ there is no label 'Usr'; did you mean 'User'?   in MATCH (u:`Usr`)"
db.match('(u:User)-[:!KNOW]->(v)') // ✖ "(u:User)-[:!KNOWS]->(v)"
db.match('(u User)') // ✖ "✖ expected a name, ':Label' or '{key: value}' at 'u User'   in MATCH (u User)"
db.match('(u:User {nme: toUpper($x)})') // ✖ "✖ User has no property 'nme'; did you mean 'name'?   in MATCH
db.match('(u:User {id: toUpper($x)})') // ✖ "✖ property 'id' does not take 'toUpper($x)'   in MATCH
db.match('(u:User {id: v.id})') // ✖ "✖ no variable 'v' here   in MATCH (u:User {id: v.id})"
db.match('(u:User)-[:ON]->+(v)') // ✖ "✖ no ON leaves User: it goes (Comment)-[:ON]->(Post)   in MATCH (u:User)-[:ON]->+(v)"
db.match('(u:User)-[:KNOWS]->{1,3}(t:Tag)') // ✖ "✖ KNOWS from User never meets Tag, only User   in MATCH
db.match('((u:User)-[:KNOWS]->(v) WHERE u.agee > 3){1,3}') // ✖ "✖ User has no property 'agee'; did you mean 'age'?   in MATCH
db.match('((u:User)-[:KNOWS]->(v)){1,3} x') // ✖ "✖ expected a node at 'x'   in MATCH
db.match('SHORTEST 2 (u:Usr)-->+(v)') // ✖ "✖ there is no label 'Usr'; did you mean 'User'?   in MATCH SHORTEST 2 (u:Usr)-->+(v)"
db.match('SHORTES 2 (u:User)-->+(v)') // ✖ "✖ expected a node such as (n:Label) at 'SHORTES 2 (u:User)-->+(v)'   in MATCH
db.match('shortestPath((u:User)-[*]-(v), (t:Tag))') // ✖ "✖ one path to a bracket at '(u:User)-[*]-(v), (t:Tag)'   in MATCH
db.cypher('MATCH (u:User WHERE u.nme = 1)-[f:FOLLOWS]->+(v) RETURN v.nme AS x').run({ x: 1 }).then((rows) => rows.map((row) => row.x.y)) // ✖ "✖ User has no property 'nme'; did you mean 'name'?   in MATCH (u:User WHERE u.nme = 1)-[f:FOLLOWS]->+(v)"
