// Reads: each one statement, however deep it goes.
import { count } from '@motif/core'
import type { Social } from './models.ts'

/** A person with those they follow, the last two posts of each, and how many follow them. */
export const profile = (db: Social, id: number) =>
  db.model('Person').getOrThrow(id, {
    select: {
      name: true,
      followers: { count: true },
      follows: {
        relationship: true,
        orderBy: [{ $relationship: { since: 'asc' } }, 'id'],
        limit: 3,
        select: { name: true, wrote: { select: { text: true, at: true }, orderBy: [{ at: 'desc' }, 'id'], limit: 2 } },
      },
    },
  })

/** What those one follows wrote, the newest first: a page of it, and the cursor of the next. */
export const timeline = (db: Social, id: number, size: number, after?: string | null) =>
  db.model('Post').page({
    where: { author: { some: { followers: { some: { id } } } } },
    select: { id: true, text: true, at: true, likes: true, author: { select: { name: true } } },
    orderBy: { at: 'desc' },
    size,
    ...(after === undefined ? {} : { after }),
  })

/** Whom both follow. */
export const mutual = (db: Social, one: number, other: number) =>
  db.model('Person').find({
    where: { and: [{ followers: { some: { id: one } } }, { followers: { some: { id: other } } }] },
    select: { name: true },
    orderBy: 'id',
  })

/** Whom those one follows follow, and one does not yet: by how many of them. What a model does not say, a query does. */
export const recommended = (db: Social, id: number, limit: number) =>
  db
    .match('(me:Person {id: $id})-[:FOLLOWS]->(friend:Person)-[:FOLLOWS]->(other:Person)')
    .where('other.id <> $id AND NOT EXISTS { (me)-[:FOLLOWS]->(other) }')
    .return(({ other, friend }) => ({ id: other.id, name: other.name, by: count(friend) }))
    .orderBy('by DESC, id')
    .limit(limit)
    .run({ id })

/** The names of some people, asked for one by one and read together. */
export const namesOf = (db: Social, ids: readonly number[]): Promise<string[]> =>
  Promise.all(ids.map(async (id) => (await db.model('Person').getOrThrow(id)).name))
