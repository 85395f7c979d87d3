import { createGraph, type Executor } from '@motif/core'
import { models } from '@motif/core/model'
import type { Equal } from '../equal.ts'
import type { Library } from './library.ts'

declare const executor: Executor
const db = createGraph({
  executor,
  extend: models<Library>()({
    User: {
      fields: { fullName: 'full_name', yearsOld: 'age' },
      relations: { posts: 'WROTE', followers: '<FOLLOWS' },
      defaults: { tags: [], full_name: () => 'nobody' },
      generated: { born: () => new Date() },
    },
    Post: {
      version: 'version',
      relations: { author: { type: '<WROTE', one: true } },
      updated: { at: () => new Date() },
    },
    Comment: { key: 'text' },
    Seat: { key: ['row'] },
  }),
})
const users = db.model('User')
const posts = db.model('Post')

declare const is: <Expected>() => <Row>(
  given: Promise<Row>,
  ...verdict: Equal<Row, Expected> extends true ? [] : [Row]
) => void

interface User {
  id: number
  name: string
  yearsOld: number | null
  tags: string[]
  born: Date
  fullName: string
}

// names of one's own
is<{ [K in keyof User]: User[K] }[]>()(
  users.find({ where: { fullName: 'Ada', yearsOld: { gte: 18 } }, orderBy: 'yearsOld' }),
)
is<{ fullName: string; posts: { title: string }[]; WROTE: number; followers: { yearsOld: number | null }[] }[]>()(
  users.find({
    select: {
      fullName: true,
      posts: { select: { title: true } },
      WROTE: { count: true },
      followers: { select: { yearsOld: true } },
    },
  }),
)
// one at most
is<{ title: string; author: { fullName: string; posts: { id: number }[] } | null }[]>()(
  posts.find({ select: { title: true, author: { select: { fullName: true, posts: { select: { id: true } } } } } }),
)
is<{ fullName: string } | null>()(posts.related(1, 'author', { select: { fullName: true } }))
posts.find({ where: { author: { some: { fullName: 'Ada' } } } })

// keys of one's own
db.model('Comment').get('first')
db.model('Seat').get('A')

// what is made need not be given, and what is accepted is what may be
users.create({ id: 7, name: 'Ada' })
users.create({ id: 7, name: 'Ada', fullName: 'Ada L.', tags: ['x'], yearsOld: null })
posts.create({ id: 1, title: 'x', visits: 0, author: { connect: { id: 7 } } })
// a row that was read says which version it was of
declare const read: Library['nodes']['Post']['properties']
posts.update(1, { title: 'y' }, read)
is<{ title: string }>()(posts.update(1, { title: 'y' }, { ...read, select: { title: true } }))
is<{ title: string }>()(
  posts.update(1, { visits: { increment: 1 }, title: 'y' }, { version: 3, select: { title: true } }),
)
