import { models } from '@motif/core/model'
import { connect } from '@motif/driver'
import { type Social, social } from '../golden/social.ts'
import { calls, type Examples } from './example.ts'
import type { People } from './people.ts'

const url = 'grafeo::memory:'

export function* modelsTogether(db: People): Examples {
  // #region ticks
  const users = db.model('User')
  const names = () => Promise.all([1, 2, 3].map(async (id) => (await users.get(id))?.name))
  // #endregion
  yield calls(names)

  // #region relations
  const knows = () => Promise.all([1, 2].map((id) => users.related(id, 'KNOWS', { select: { name: true } })))
  // #endregion
  yield calls(knows)

  const graph = connect(url, { schema: social, extend: models<Social>()({ User: { key: 'id' } }) })
  // #region unit
  const unit = () =>
    graph.write(async (tx) => {
      const people = tx.model('User')
      const [one, same] = await Promise.all([people.get(1), people.get(1)]) // one object, read once
      await people.update(1, { name: 'Ada L.' }) // it says so, too
      return [one === same, await people.get(1), await people.get(1, { fresh: true })]
    })
  // #endregion
  void unit

  // #region ids
  const ids = () => graph.allocateIds('order', 100) // { first: 1, last: 100 }, and nobody else gets one of them
  // #endregion
  void ids

  // #region hooks
  const declared = connect(url, {
    schema: social,
    extend: models<Social>()({
      Post: {
        hooks: {
          beforeCreate: (post) => ({ ...post, title: post.title?.trim() }),
          beforeFind: ({ where = {}, ...options }) => ({
            ...options,
            where: { and: [where, { tags: { isEmpty: false } }] },
          }),
          beforeDelete: () => ({ tags: [] }), // done instead
          afterDelete: ({ deleted }) => console.log(`${deleted} posts are hidden`),
        },
      },
    }),
  })
  // #endregion
  void declared
}
