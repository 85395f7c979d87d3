// Writes: each whole or not at all.
import type { Social } from './models.ts'

/** Writes a post and counts it, in one transaction; its id is nobody else's, and is given back with a roll-back. */
export const write = (db: Social, author: number, text: string, at: Date) =>
  db.write(async (tx) => {
    const { first: id } = await tx.allocateIds('Post', 1)
    const post = await tx.model('Post').create({ id, text, at, likes: 0, author: { connect: [{ id: author }] } })
    await tx.model('Person').update(author, { posts: { increment: 1 } })
    return post
  })

/** Likes a post, and counts it: two who like at once are two likes. */
export const like = async (db: Social, person: number, post: number): Promise<number> => {
  const { likes } = await db
    .model('Post')
    .update(post, { likes: { increment: 1 }, likedBy: { connect: [{ id: person }] } })
  return likes
}

/** Gives a person another name, whoever else does so at once: the one who is late reads again. */
export const rename = (db: Social, id: number, change: (name: string) => string) =>
  db.model('Person').modify(id, ({ name }) => ({ name: change(name) }), { retries: 10 })
