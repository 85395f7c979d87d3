import { defineSchema } from '@motif/core'
import { models } from '@motif/core/model'
import { connect } from '@motif/driver'
import { z } from 'zod'
import { calls, type Examples, refuses } from './example.ts'
import type { People } from './people.ts'

const url = 'grafeo::memory:'

interface Bank {
  nodes: {
    Account: {
      key: 'id'
      properties: { id: number; owner: string; balance: number; version: number; opened: Date }
      in: {}
      out: {}
    }
  }
  relationships: {}
  temporal: 'date'
}
const bank = defineSchema<Bank>({
  temporal: 'date',
  nodes: {
    Account: {
      key: ['id'],
      properties: { id: 'integer', owner: 'string', balance: 'integer', version: 'integer', opened: 'dateTime' },
    },
  },
  relationships: {},
})

export function* modelsWriting(db: People): Examples {
  // #region create
  const users = db.model('User')
  const create = () => users.create({ id: 7, name: 'Grace' })
  // #endregion
  yield calls(create).gives<{ id: number; name: string; age: number | null }>()

  // #region nested
  const nested = () =>
    users.create(
      {
        id: 7,
        name: 'Grace',
        posts: {
          create: [
            {
              id: 20,
              headline: 'On compilers',
              tags: ['x'],
              at: new Date(),
              '<LIKES': { connect: { id: 1, $relationship: { stars: 5 } } },
            },
          ],
        },
        KNOWS: { connect: [{ id: 2, $relationship: { weight: 0.5 } }] },
        FOLLOWS: { connectOrCreate: { by: { id: 8 }, create: { name: 'Hal' }, $relationship: { since: new Date() } } },
      },
      { select: { name: true, posts: { select: { headline: true } } } },
    )
  // #endregion
  yield calls(nested).gives<{ name: string; posts: { headline: string }[] }>()

  // #region many
  const people = Array.from({ length: 2_500 }, (_, index) => ({ id: 100 + index, name: `user ${index}` }))
  const many = () => users.createMany(people, { batchSize: 1_000, onProgress: ({ created }) => void created })
  // #endregion
  yield calls(many)

  // #region update
  const update = () => users.update(1, { name: 'Ada L.', age: { increment: 1 } })
  // #endregion
  yield calls(update).gives<{ id: number; name: string; age: number | null }>()

  // #region relations
  const relations = () =>
    users.update(
      1,
      {
        KNOWS: { disconnect: { id: 3 }, connect: { id: 2, $relationship: { weight: 1 } } },
        FOLLOWS: { set: [{ id: 3, $relationship: { since: new Date() } }] },
      },
      { select: { id: true } },
    )
  // #endregion
  yield calls(relations).gives<{ id: number }>()

  // #region update many
  const updateMany = () => users.updateMany({ where: { age: { lt: 18 } }, data: { age: { increment: 1 } } })
  // #endregion
  yield calls(updateMany)

  // #region upsert
  const upsert = () => users.upsert({ create: { id: 1, name: 'Ada' }, update: { age: { increment: 1 } } })
  // #endregion
  yield calls(upsert).gives<{
    readonly row: { id: number; name: string; age: number | null }
    readonly created: boolean
  }>()

  // #region delete
  const alone = () => users.delete(9)
  const whole = () => users.delete(3, { detach: true })
  const some = () => users.deleteMany({ where: { age: null }, detach: true })
  // #endregion
  yield calls(alone)
  yield calls(whole)
  yield calls(some)

  // #region relate
  const join = () => users.connect(1, 'KNOWS', [2, 3], { weight: 1 })
  const part = () => users.disconnect(1, 'posts', 10)
  const only = () => users.set(1, 'KNOWS', [3], { weight: 1 })
  // #endregion
  yield calls(join)
  yield calls(part)
  yield calls(only)

  // #region refused
  const faults = () =>
    users.createMany([
      { id: 1.5, name: 'Ada' },
      { id: 2, name: JSON.parse('7') as string },
    ])
  const everything = () => users.deleteMany({ where: {} })
  // #endregion
  yield refuses(faults)
  yield refuses(everything)

  // #region declared
  const graph = connect(url, {
    schema: bank,
    extend: models<Bank>()({
      Account: {
        version: 'version',
        defaults: { balance: 0 },
        generated: { opened: () => new Date() },
        validate: { create: z.object({ owner: z.string().min(2) }).loose() },
      },
    }),
  })
  // #endregion

  // #region locking
  const accounts = graph.model('Account')
  const locking = async () => {
    const { version } = await accounts.create({ id: 1, owner: 'Ada' })
    await accounts.update(1, { balance: 100 }, { version })
    await accounts.update(1, { balance: 200 }, { version }).catch(({ expected, actual }) => [expected, actual])
    return accounts.modify(1, ({ balance }) => ({ balance: balance - 20 }), { retries: 3 })
  }
  // #endregion
  void locking
}
