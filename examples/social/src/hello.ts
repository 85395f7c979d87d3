import { models } from '@motif/core/model'
import { connect } from '@motif/driver'
import { type Schema, schema } from './graph.schema.ts' // written by `motif generate`

const url = process.env['GRAPH_URL'] ?? 'grafeo:./social.db'
const db = connect(url, { schema, extend: models<Schema>() })

// { id: number; name: string; posts: number; version: number; WROTE: { text: string; likes: number }[] }[]
const writers = await db.model('Person').find({
  where: { posts: { gte: 2 }, WROTE: { some: { likes: { gte: 10 } } } },
  include: { WROTE: { select: { text: true, likes: true }, orderBy: { at: 'desc' }, limit: 2 } },
})
for (const { name, WROTE } of writers) console.log(name, WROTE)

await db.model('Post').update(7, { likes: { increment: 1 }, '<LIKES': { connect: [{ id: 3 }] } })

const names = await Promise.all([3, 18].map((id) => db.model('Person').get(id, { select: { name: true } })))
console.log(names) // ({ name: string } | undefined)[], of one statement
await db.close()
