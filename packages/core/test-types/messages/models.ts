import { createGraph, type Executor } from '@motif/core'
import { models } from '@motif/core/model'
import type { Library } from '../model/library.ts'

declare const executor: Executor
const db = createGraph({ executor, extend: models<Library>() })
const users = db.model('User')
const posts = db.model('Post')
const post = { id: 1, title: 'x', visits: 0, at: new Date(), version: 1 }

// a name that is not known, wherever it stands: the message is at it, with what it may have been and what there is
db.model('Usr') // ✖ Argument of type '"Usr"' is not assignable to parameter of type
users.find({ wher: {} }) // ✖ "✖ there is no 'wher' here; did you mean 'where'?", "there are",
users.find({ where: { nme: 'x' } }) // ✖ "✖ there is no 'nme' here; did you mean 'name'?", "there are",
// the names that there are, in whatever order
// ✖ "name"
// ✖ "age"
// ✖ "WROTE"
// ✖ "<FOLLOWS"
users.find({ where: { nmae: 'x' } })
users.find({ where: { WROTE: { some: { titel: 'x' } } } }) // ✖ "✖ there is no 'titel' here; did you mean 'title'?"
users.find({ where: { WROTE: { som: { title: 'x' } } } }) // ✖ "✖ there is no 'som' here; did you mean 'some'?"
users.find({ where: { and: [{ name: 'x' }, { nme: 'x' }] } }) // ✖ "✖ there is no 'nme' here; did you mean 'name'?"
users.find({ where: { not: { or: [{ FOLOWS: {} }] } } }) // ✖ "✖ there is no 'FOLOWS' here; did you mean 'FOLLOWS'?"
users.find({ where: { FOLLOWS: { some: { $relationship: { sinse: 1 } } } } }) // ✖ "✖ there is no 'sinse' here; did you mean 'since'?"
users.find({ select: { nme: true, name: true } }) // ✖ "✖ there is no 'nme' here; did you mean 'name'?", "there are",
users.find({ select: { WROTE: { select: { titel: true } } } }) // ✖ "✖ there is no 'titel' here; did you mean 'title'?"
users.find({ include: { WROT: true } }) // ✖ "✖ there is no 'WROT' here; did you mean 'WROTE'?", "there are",
users.find({ include: { WROTE: { include: { '<WROTE': { where: { nme: 'x' } } } } } }) // ✖ "✖ there is no 'nme' here; did you mean 'name'?"
users.find({ include: { WROTE: { selct: { title: true } } } }) // ✖ "✖ there is no 'selct' here; did you mean 'select'?"
users.find({ include: { name: true } }) // ✖ "✖ there is no 'name' here", "there are",
users.find({ orderBy: 'nme' }) // ✖ Type '"nme"' is not assignable to type 'OrderBy<Library, {}, "User"> | undefined'. Did you mean '"name"'?
users.find({ orderBy: { nme: 'desc' } }) // ✖ "✖ there is no 'nme' here; did you mean 'name'?", "there are",
users.find({ orderBy: { name: 'asc', nme: 'desc' } }) // ✖ "✖ there is no 'nme' here; did you mean 'name'?"
users.find({ orderBy: ['age', { name: 'asc', nme: 'desc' }] }) // ✖ "✖ there is no 'nme' here; did you mean 'name'?"
users.find({ include: { WROTE: { orderBy: { id: 'asc', titel: 'asc' } } } }) // ✖ "✖ there is no 'titel' here; did you mean 'title'?"
users.find({ include: { FOLLOWS: { orderBy: { $relationship: { since: 'asc', sinse: 'asc' } } } } }) // ✖ "✖ there is no 'sinse' here; did you mean 'since'?"
users.find({ where: { name: { eq: 'x', startWith: 'x' } } }) // ✖ "✖ there is no 'startWith' here; did you mean 'startsWith'?"
users.find({ where: { name: { startsWith: 'x', has: 'x' } } }) // ✖ "✖ there is no 'has' here"
users.find({ include: { WROTE: { where: { visits: { gt: 1, lessThan: 9 } } } } }) // ✖ "✖ there is no 'lessThan' here
users.count({ where: { FOLLOWS: { some: { $relationship: { weight: { gt: 1, lessThan: 9 } } } } } }) // ✖ "✖ there is no 'lessThan' here
users.aggregate({ by: ['nme'], count: true }) // ✖ Type '"nme"' is not assignable to type
users.related(7, 'WROT') // ✖ Argument of type '"WROT"' is not assignable to parameter of type '"
users.connect(7, 'WROT', 1) // ✖ Argument of type '"WROT"' is not assignable to parameter of type '"

// a value of another type
users.find({ where: { name: 7 } }) // ✖ Type 'number' is not assignable to type 'Condition<string> | undefined'
users.find({ where: { age: { gte: '7' } } }) // ✖ Type 'string' is not assignable to type 'number'
users.find({ where: { age: { contains: 'x' } } }) // ✖ "✖ there is no 'contains' here", "there are",
users.find({ where: { name: null } }) // ✖ Type 'null' is not assignable to type 'Condition<string> | undefined'
users.find({ include: { WROTE: { where: { title: 7 } } } }) // ✖ Type 'number' is not assignable to type 'Condition<string> | undefined'
users.find({ include: { WROTE: { limit: '3' } } }) // ✖ Type 'string' is not assignable to type 'number'
users.find({ select: { LIKES: { label: 'Pst' } } }) // ✖ Type '"Pst"' is not assignable to type '"
users.find({ orderBy: { name: 'down' } }) // ✖ Type '"down"' is not assignable to type 'Direction | undefined'
users.aggregate({ sum: ['name'] }) // ✖ Type '"name"' is not assignable to type
users.get('7') // ✖ Argument of type 'string' is not assignable to parameter of type 'number'
db.model('Seat').get({ row: 'A' }) // ✖ Property 'number' is missing in type
db.model('Comment').get(7) // ✖ "✖ Comment has no key: give it a uniqueness constraint, or declare one: models<Schema>()({ Comment: { key: … } })"

// what does not go together
users.find({ select: { name: true }, include: { WROTE: true } }) // ✖ "✖ select names all that rows have, include what they have besides: give one of them"
posts.updateMany({ data: { visits: 1 } }) // ✖ is missing in type '{ data: { visits: number; }; }'

// what a row does not have
users.find({ select: { name: true } }).then((rows) => rows.map(({ age }) => age)) // ✖ Property 'age' does not exist on type '{ name: string; }'
users.find().then((rows) => rows.map(({ WROTE }) => WROTE)) // ✖ Property 'WROTE' does not exist on type

// data
users.create({ id: 7, name: 'Ada' }) // ✖ is missing the following properties from type
posts.create({ ...post, titel: 'x' }) // ✖ 'titel' does not exist in type 'CreateData<Library, {}, "Post">'
posts.update(1, { titel: 'x' }) // ✖ 'titel' does not exist in type 'UpdateData<Library, {}, "Post">'
posts.update(1, { title: 'y' }, { verson: 3 }) // ✖ "✖ there is no 'verson' here; did you mean 'version'?"
posts.update(1, { title: null }) // ✖ Type 'null' is not assignable to type 'string'
posts.update(1, { title: { increment: 1 } }) // ✖ is not assignable to type 'string'
users.update(7, { FOLLOWS: { connect: [{ id: 8 }] } }) // ✖ Property '$relationship' is missing in type
users.update(7, { LIKES: { connect: [{ id: 8 }] } }) // ✖ Property '$label' is missing in type
users.connect(7, 'FOLLOWS', 8) // ✖ Expected 4 arguments, but got 3

// declarations
models<Library>()({ Usr: {} }) // ✖ "✖ there is no 'Usr' here; did you mean 'User'?", "there are",
models<Library>()({ User: { keys: 'id' } }) // ✖ "✖ there is no 'keys' here; did you mean 'key'?"
models<Library>()({ User: { key: 'nme' } }) // ✖ Did you mean '"name"'?
models<Library>()({ User: { fields: { fullName: 'fullname' } } }) // ✖ Type '"fullname"' is not assignable to type
models<Library>()({ User: { relations: { posts: 'WROT' } } }) // ✖ Did you mean '"WROTE"'?
models<Library>()({ User: { defaults: { name: 7 } } }) // ✖ Type 'number' is not assignable to type 'string | (() => string) | undefined'

// with declarations
const declared = createGraph({ executor, extend: models<Library>()({ Post: { version: 'version' } }) })
declared.model('Post').update(1, { version: 3 }) // ✖ 'version' does not exist in type
