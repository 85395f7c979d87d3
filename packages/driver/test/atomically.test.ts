import { type Executor, GraphError, runOn } from '@motif/core'
import { freshGraph } from '@motif/driver/testing'
import { describe, expect, it } from 'vitest'

const graph = () => freshGraph('grafeo')
type Database = ReturnType<typeof graph>

const make = (db: Database, executor: Executor) => runOn(db.cypher.as<never>('CREATE (:T)'), executor).execute()
const count = async (db: Database) => (await db.cypher.as<{ n: number }>('MATCH (t:T) RETURN count(t) AS n').one()).n

describe.each(['database', 'session'] as const)('atomically, of the executor of a %s', (kind) => {
  const executorOf = (db: Database): Required<Pick<Executor, 'atomically'>> => {
    const { executor } = kind === 'database' ? db : db.session()
    if (executor.atomically === undefined) throw new Error('it has none')
    return executor as Required<Executor>
  }

  it('commits what was done, and gives what came of it', async () => {
    await using db = graph()
    const work = async (inner: Executor) => [await make(db, inner), await make(db, inner)].length
    expect(await executorOf(db).atomically(work)).toBe(2)
    expect(await count(db)).toBe(2)
  })

  it('takes everything back when the work fails', async () => {
    await using db = graph()
    const failing = executorOf(db).atomically(async (inner) => {
      await make(db, inner)
      throw new GraphError('USAGE', 'no more')
    })
    await expect(failing).rejects.toMatchObject({ code: 'USAGE' })
    expect(await count(db)).toBe(0)
  })

  it('tries again what lost against another', async () => {
    await using db = graph()
    let tries = 0
    await executorOf(db).atomically(async (inner) => {
      await make(db, inner)
      if (++tries < 3) throw new GraphError('CONFLICT', 'another was first', { retryable: true })
    })
    expect([tries, await count(db)]).toEqual([3, 1])
  })
})

it('a transaction has no transaction of its own', async () => {
  await using db = graph()
  expect(await db.write((tx) => 'atomically' in tx.executor)).toBe(false)
})
