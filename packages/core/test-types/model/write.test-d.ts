import { createGraph, type Executor } from '@motif/core'
import { type Created, type Deleted, type ModelChanges, type ModelData, models, type Updated } from '@motif/core/model'
import type { Equal } from '../equal.ts'
import type { Library } from './library.ts'

declare const executor: Executor
const db = createGraph({ executor, extend: models<Library>() })
const users = db.model('User')
const posts = db.model('Post')
type Post = Library['nodes']['Post']['properties']

declare const is: <Expected>() => <Row>(
  given: Promise<Row>,
  ...verdict: Equal<Row, Expected> extends true ? [] : [Row]
) => void

const ada: ModelData<typeof users> = { id: 7, name: 'Ada', tags: ['x'], born: new Date(), full_name: 'Ada L.' }
const post = { id: 1, title: 'x', visits: 0, at: new Date(), version: 1 }

// what is created
is<Post>()(posts.create(post))
is<{ name: string; WROTE: { id: number }[] }>()(
  users.create(
    {
      ...ada,
      age: null,
      WROTE: { create: [post, { ...post, '<ON': { create: { text: 'x' } } }], connect: { id: 3 } },
      FOLLOWS: { connect: [{ id: 8, $relationship: { since: new Date(), weight: 3 } }] },
      '<FOLLOWS': { create: { ...ada, $relationship: { since: new Date() } } },
      LIKES: {
        connect: { id: 4, $label: 'Post' },
        create: [{ text: 'x', $label: 'Comment', $relationship: { stars: 3 } }],
      },
    },
    { select: { name: true, WROTE: { select: { id: true } } } },
  ),
)
users.create({
  ...ada,
  WROTE: { connectOrCreate: [{ by: { id: 1 }, create: { title: 'x', visits: 0, at: new Date(), version: 1 } }] },
})
is<Created>()(posts.createMany([post, post], { batchSize: 500 }))
is<Created>()(posts.createMany([{ ...post, '<WROTE': { connect: { id: 7 } } }]))
declare const rows: AsyncIterable<typeof post>
is<Created>()(posts.createMany(rows))

// what is changed
is<Post>()(posts.update(1, { title: 'y', visits: { increment: 1 } }))
const changes: ModelChanges<typeof users> = {
  age: null,
  WROTE: { create: post, disconnect: { id: 1 }, delete: [{ id: 2 }], detach: true },
  FOLLOWS: { set: [{ id: 3, $relationship: { since: new Date() } }], disconnect: true },
}
users.update(7, changes)
is<Updated>()(posts.updateMany({ where: { visits: { gt: 3 } }, data: { visits: { increment: -1 } } }))
is<Updated>()(posts.updateMany({ all: true, data: { visits: 0 } }))
is<{ readonly row: { title: string }; readonly created: boolean }>()(
  posts.upsert({ create: post, update: { visits: { increment: 1 } } }, { select: { title: true } }),
)
is<Post>()(posts.modify(1, ({ visits }) => ({ visits: visits * 2 }), { retries: 3 }))
is<Deleted>()(posts.delete(1, { detach: true }))
is<Deleted>()(posts.deleteMany({ where: { visits: 0 } }))

// what is joined
users.connect(7, 'WROTE', 1)
users.connect(7, 'FOLLOWS', [8, 9], { since: new Date() })
users.disconnect(7, '<FOLLOWS', 8)
users.set(7, 'LIKES', [{ id: 1, $label: 'Post' }], { stars: 3 })
