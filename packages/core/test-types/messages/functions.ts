import { caseWhen, coalesce, type Graph, listOf, reduce } from '@motif/core'
import { date, duration, point, replace, round, toUpper } from '@motif/core/functions'
import type { Social } from '../social.ts'

declare const db: Graph<Social>

// a function points at the argument that is wrong
db.match('(u:User)').return(({ u }) => ({ x: toUpper(u.id) })) // ✖ is not assignable to parameter of type 'Argument<string>'
db.match('(u:User)').return(({ u }) => ({ x: replace(u.name, 'a') })) // ✖ Expected 3-4 arguments, but got 2
db.match('(u:User)').return(({ u }) => ({ x: round(u.id, 2, 'UPWARDS') })) // ✖ Argument of type '"UPWARDS"' is not assignable to parameter of type
db.match('(u:User)').return(({ u }) => ({ x: date({ yaer: u.id }) })) // ✖ 'yaer' does not exist in type
db.match('(u:User)').return(({ u }) => ({ x: point({ x: u.name }) })) // ✖ is not assignable to type
db.match('(u:User)').return(({ u }) => ({ x: duration.between(u.name, u.name) })) // ✖ is not assignable to parameter of type
db.match('(u:User)').return(({ u }) => ({ x: caseWhen(u.age, 1) })) // ✖ is not assignable to parameter of type 'Value<boolean | null
db.match('(u:User)').return(({ u }) => ({ x: coalesce(u.age) })) // ✖ Expected at least 2 arguments, but got 1
db.match('(p:Post)').return(({ p }) => ({ x: listOf(p.tags, (tag) => tag.plus(1)) })) // ✖ Argument of type 'number' is not assignable to parameter of type 'Argument<string>'
db.match('(u:User)').return(({ u }) => ({ x: listOf(u.name, (each) => each) })) // ✖ is not assignable to parameter of type
db.match('(p:Post)').return(({ p }) => ({ x: reduce(0, p.tags, (total, each) => total.plus(each)) })) // ✖ is not assignable to parameter of type 'Argument<number>'

// a pattern in a callback is checked as any other, with the names around it
db.match('(u:User)').where((_, graph) => graph.exists('(u)-[:WROTE]->(p:Pst)')) // ✖ there is no label 'Pst'; did you mean 'Post'?
db.match('(u:Post)').where((_, graph) => graph.exists('(u)-[:WROTE]->(p)')) // ✖ no WROTE leaves Post
db.match('(u:User)').return(({ u }, graph) => ({ x: graph.is(u, 'Amdin') })) // ✖ Argument of type '"Amdin"' is not assignable to parameter of type
db.match('(u:User)').return((_, graph) => ({ x: graph.listOf('(u)-[:WROTE]->(p:Post)', ({ p }) => p.name) })) // ✖ Property 'name' does not exist on type
