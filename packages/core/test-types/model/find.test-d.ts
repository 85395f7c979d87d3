import { createGraph, type Executor } from '@motif/core'
import { type ModelKey, type ModelRow, type ModelWhere, models } from '@motif/core/model'
import { type Equal, same } from '../equal.ts'
import type { Library } from './library.ts'

declare const executor: Executor
const db = createGraph({ executor, extend: models<Library>() })
const users = db.model('User')
const posts = db.model('Post')
type User = Library['nodes']['User']['properties']
type Post = Library['nodes']['Post']['properties']
type Comment = Library['nodes']['Comment']['properties']

declare const is: <Expected>() => <Row>(
  given: Promise<Row> | AsyncIterable<Row>,
  ...verdict: Equal<Row, Expected> extends true ? [] : [Row]
) => void

// all fields
is<User[]>()(users.find())
is<User[]>()(users.find({ where: { name: 'Ada' }, orderBy: 'name', limit: 10, skip: 20 }))
is<User | undefined>()(users.findFirst({ orderBy: { born: 'desc' } }))
is<User>()(users.findOrThrow({ where: { id: 7 } }))
is<User | undefined>()(users.get(7))
is<User>()(users.getOrThrow(7))
is<(User | undefined)[]>()(users.getMany([7, 8]))
is<User>()(users.stream())
is<number>()(users.count({ where: { age: null } }))
is<boolean>()(users.exists())

// select
is<{ name: string; age: number | null }[]>()(users.find({ select: { name: true, age: true } }))
is<{ name: string; WROTE: { title: string }[] }[]>()(
  users.find({ select: { name: true, WROTE: { select: { title: true }, orderBy: 'at', limit: 3 } } }),
)
is<{ WROTE: Post[]; '<FOLLOWS': { name: string }[] }>()(
  users.getOrThrow(7, { select: { WROTE: true, '<FOLLOWS': { select: { name: true } } } }),
)

// include: all fields and these
is<
  {
    id: number
    name: string
    age: number | null
    tags: string[]
    born: Date
    full_name: string
    WROTE: Post[]
    FOLLOWS: { name: string; $relationship: { since: Date; weight: number | null } }[]
  }[]
>()(users.find({ include: { WROTE: true, FOLLOWS: { select: { name: true }, relationship: true } } }))

// to any depth
is<{ WROTE: { title: string; '<WROTE': { name: string; '<FOLLOWS': { id: number }[] }[] }[] }[]>()(
  users.find({
    select: {
      WROTE: {
        select: { title: true, '<WROTE': { select: { name: true, '<FOLLOWS': { select: { id: true } } } } },
      },
    },
  }),
)

// a count in place of the nodes
is<{ name: string; WROTE: number }[]>()(
  users.find({ select: { name: true, WROTE: { count: true, where: { visits: { gt: 3 } } } } }),
)

// ends of several labels: a union of rows, one label alone, and what one of them lacks
is<{ LIKES: (Post | Comment)[] }[]>()(users.find({ select: { LIKES: true } }))
is<{ LIKES: Post[] }[]>()(users.find({ select: { LIKES: { label: 'Post' } } }))
is<{ LIKES: { text: string }[] }[]>()(users.find({ select: { LIKES: { label: 'Comment', select: { text: true } } } }))
is<{ LIKES: ({ title: string } | { title?: never })[] }[]>()(
  users.find({ select: { LIKES: { select: { title: true } } } }),
)
is<
  {
    LIKES: (
      | { title: string; text?: never; $relationship: { stars: number | null } }
      | { text: string; title?: never; $relationship: { stars: number | null } }
    )[]
  }[]
>()(users.find({ select: { LIKES: { select: { title: true, text: true }, relationship: true } } }))

// nodes that carry several labels
const admins = db.model('User', 'Admin')
is<{ name: string; level: number; BANNED: { name: string }[]; WROTE: number }[]>()(
  admins.find({
    select: { name: true, level: true, BANNED: { select: { name: true } }, WROTE: { count: true } },
    where: { level: { gte: 3 }, name: { startsWith: 'A' }, BANNED: { some: { $relationship: { why: 'spam' } } } },
  }),
)
is<{ name: string } | undefined>()(admins.get(7, { select: { name: true } }))

// conditions by the type of a property
users.find({
  where: {
    id: { in: [1, 2], ne: 3 },
    name: { contains: 'd', insensitive: true },
    age: { gte: 18, lt: 65 },
    tags: { has: 'x', hasSome: ['a', 'b'], isEmpty: false },
    born: { lt: new Date() },
    and: [{ age: null }, { age: { ne: null } }],
    or: [{ name: { matches: 'A.*' } }, { not: { tags: ['x', 'y'] } }],
    WROTE: {
      some: { title: { startsWith: 'On' }, '<LIKES': { none: { age: { lt: 18 }, $relationship: { stars: 1 } } } },
      every: { visits: { gt: 0 } },
    },
    FOLLOWS: { some: { $relationship: { since: { gt: new Date() }, weight: null } } },
    LIKES: { some: { text: 'x' } },
  },
})
users.find({ where: { LIKES: { label: 'Post', none: { title: 'x' } } } })
users.find({
  include: {
    FOLLOWS: {
      where: { age: { gte: 18 }, $relationship: { weight: { gt: 1 } }, or: [{ $relationship: { weight: null } }] },
      orderBy: [{ $relationship: { since: 'desc' } }, 'name'],
    },
  },
  orderBy: ['name', { born: 'desc', id: 'asc' }],
})
const where: ModelWhere<typeof users> = { age: { gte: 18 } }
is<User[]>()(users.find({ where }))
declare const at: ModelWhere<typeof users>['born']
declare const orderBy: 'name' | { readonly age: 'desc' } | readonly ['age', { readonly born?: 'asc' | 'desc' }]
is<User[]>()(users.find({ where: { born: at ?? new Date(), tags: ['x'] }, orderBy }))
const options = { where: { name: 'Ada' }, limit: 3 }
is<User[]>()(users.find(options))

// keys
is<Library['nodes']['Seat']['properties'] | undefined>()(db.model('Seat').get({ row: 'A', number: 7 }))
same<Equal<ModelKey<typeof users>, number>>()

// pages
is<{ rows: { name: string }[]; after: string | null; before: string | null }>()(
  (async () => {
    const { rows, after, before } = await users.page({ size: 20, orderBy: 'name', after: null, select: { name: true } })
    return { rows, after, before }
  })(),
)

// aggregates
is<{ count: number }[]>()(users.aggregate({ count: true }))
is<
  {
    name: string
    age: number | null
    count: number
    sum: { age: number; id: number }
    avg: { age: number | null }
    min: { born: Date | null }
    max: { name: string | null }
  }[]
>()(
  users.aggregate({
    where: { age: { gte: 18 } },
    by: ['name', 'age'],
    count: true,
    sum: ['age', 'id'],
    avg: ['age'],
    min: ['born'],
    max: ['name'],
  }),
)

// relations of one node
is<{ title: string }[]>()(users.related(7, 'WROTE', { select: { title: true }, limit: 3 }))
is<User[]>()(posts.related(1, '<WROTE'))

// a choice that may be there or not
declare const perhaps: { readonly select?: { readonly name: true } }
is<(User | { name: string })[]>()(users.find(perhaps))
declare const deep: boolean
is<(User | { name: string })[]>()(users.find(deep ? {} : { select: { name: true } }))

// rows by name
same<Equal<ModelRow<typeof users>, User>>()
same<Equal<ModelRow<typeof users, { select: { name: true; WROTE: true } }>, { name: string; WROTE: Post[] }>>()
