import { models } from '@motif/core/model'
import { connect } from '@motif/driver'
import { type Social, social } from '../golden/social.ts'
import { calls, type Examples, refuses } from './example.ts'
import type { People } from './people.ts'

const url = 'grafeo::memory:'

export function* modelsReading(db: People): Examples {
  // #region connect
  const graph = connect(url, {
    schema: social,
    extend: models<Social>()({
      User: { key: 'id', relations: { followers: '<FOLLOWS', posts: 'WROTE' } },
      Post: { key: 'id', fields: { headline: 'title' }, relations: { author: { type: '<WROTE', one: true } } },
    }),
  })
  // #endregion
  void graph

  // #region get
  const users = db.model('User')
  const one = () => users.get(7)
  // #endregion
  yield calls(one).gives<{ id: number; name: string; age: number | null } | undefined>()

  // #region many
  const some = () => users.getMany([7, 8], { select: { name: true } })
  // #endregion
  yield calls(some).gives<({ name: string } | undefined)[]>()

  // #region find
  const adults = () => users.find({ where: { age: { gte: 18 } }, orderBy: { name: 'desc' }, skip: 20, limit: 10 })
  // #endregion
  yield calls(adults).gives<{ id: number; name: string; age: number | null }[]>()

  // #region where
  const found = () =>
    users.find({
      select: { id: true },
      where: {
        age: { ne: null, lt: 65 },
        or: [{ name: { startsWith: 'A' } }, { name: { contains: 'smith', insensitive: true } }],
        not: { id: { in: [7, 8] } },
      },
    })
  // #endregion
  yield calls(found).gives<{ id: number }[]>()

  // #region lists
  const tagged = () =>
    db.model('Post').find({ select: { headline: true }, where: { tags: { hasSome: ['graphs', 'types'] } } })
  // #endregion
  yield calls(tagged).gives<{ headline: string }[]>()

  // #region through
  const busy = () =>
    users.find({
      select: { name: true },
      where: {
        posts: { some: { tags: { has: 'graphs' } }, none: { tags: { isEmpty: true } } },
        followers: { every: { age: { gte: 18 } } },
        KNOWS: { some: { $relationship: { weight: { gt: 0.5 } } } },
      },
    })
  // #endregion
  yield calls(busy).gives<{ name: string }[]>()

  // #region include
  const timeline = () =>
    users.find({
      where: { id: 7 },
      select: {
        name: true,
        FOLLOWS: {
          relationship: true,
          orderBy: { $relationship: { since: 'desc' } },
          limit: 10,
          select: {
            name: true,
            posts: {
              where: { tags: { has: 'graphs' } },
              orderBy: { at: 'desc' },
              limit: 3,
              select: { headline: true },
            },
          },
        },
        followers: { count: true },
      },
    })
  // #endregion
  yield calls(timeline).gives<
    {
      name: string
      FOLLOWS: { name: string; posts: { headline: string }[]; $relationship: { since: Date } }[]
      followers: number
    }[]
  >()

  // #region one
  const post = () => db.model('Post').get(10, { select: { headline: true, author: { select: { name: true } } } })
  // #endregion
  yield calls(post).gives<{ headline: string; author: { name: string } | null } | undefined>()

  // #region several
  const liked = () => users.get(7, { select: { LIKES: true } })
  const posts = () => users.get(7, { select: { LIKES: { label: 'Post', select: { headline: true } } } })
  // #endregion
  yield calls(liked)
  yield calls(posts).gives<{ LIKES: { headline: string }[] } | undefined>()

  // #region first
  const oldest = () => users.findFirst({ where: { age: { ne: null } }, orderBy: { age: 'desc' } })
  // #endregion
  yield calls(oldest)

  // #region count
  const count = () => users.count({ where: { age: { gte: 18 } } })
  const any = () => users.exists({ where: { name: 'Ada' } })
  // #endregion
  yield calls(count).gives<number>()
  yield calls(any).gives<boolean>()

  // #region aggregate
  const ages = () => users.aggregate({ by: ['age'], count: true, max: ['name'] })
  // #endregion
  yield calls(ages).gives<{ age: number | null; count: number; max: { name: string | null } }[]>()

  // #region page
  const firstPage = () => users.page({ orderBy: 'age', size: 2 })
  const secondPage = async () => {
    const { after } = await firstPage()
    return users.page({ orderBy: 'age', size: 2, after })
  }
  // #endregion
  yield calls(firstPage)
  yield calls(secondPage)

  // #region stream
  const names = async () => {
    const all: string[] = []
    for await (const { name } of users.stream({ orderBy: 'id', select: { name: true } })) all.push(name)
    return all
  }
  // #endregion
  yield calls(names).gives<string[]>()

  // #region refused
  const missing = () => users.findFirst({ where: { ['nick' as 'name']: 'Ada' } })
  const forgotten = () => users.find({ where: { name: JSON.parse('{}').name as string } })
  const unordered = () => db.model('Post').page({ orderBy: 'tags', size: 10 })
  // #endregion
  yield refuses(missing)
  yield refuses(forgotten)
  yield refuses(unordered)
}
