import type { Extension } from '@motif/core'
import { describe, expect, test } from 'vitest'
import { freshGraph } from '../src/testing/fresh-graph.ts'
import { failureOf } from './support.ts'

interface Schema {
  nodes: { Ward: { properties: { id: number }; out: {}; in: {} } }
  relationships: {}
}

interface Wards {
  /** Adds wards one statement after the other, as work that an end waits for. */
  add(...ids: readonly number[]): Promise<number>
  count(): Promise<number>
  readonly inTransaction: boolean
}

const wards: Extension<Schema, Wards> = (graph, { executor, transaction }) => {
  const add = async (ids: readonly number[]): Promise<number> => {
    for (const id of ids) {
      await graph.create('(w:Ward {id: $id})').execute({ id })
      if (id < 0) throw new RangeError('no such ward')
    }
    return ids.length
  }
  return {
    add: (...ids) => executor.later?.(() => add(ids)) ?? add(ids),
    count: async () => (await graph.match('(w:Ward)').return('count(w) AS n').one()).n,
    inTransaction: transaction,
  }
}

const open = () => freshGraph('grafeo', { extend: wards })

describe('what a database is extended by', () => {
  test('is there in transactions and sessions too', async () => {
    await using db = open()
    expect(await db.add(1)).toBe(1)
    expect(await db.write(async (tx) => [await tx.add(2), tx.inTransaction])).toEqual([1, true])
    expect(await db.read((tx) => tx.count())).toBe(2)
    const tx = await db.begin()
    await tx.add(3)
    await tx.rollback()
    const session = db.session()
    expect([session.inTransaction, await session.add(4)]).toEqual([false, 1])
    expect(await session.write((inside) => inside.add(5, 6))).toBe(2)
    const own = await session.begin({ access: 'read' })
    expect(await own.count()).toBe(5)
    await own.commit()
    await session.close()
    expect([db.inTransaction, await db.count()]).toEqual([false, 5])
  })

  test('is part of a transaction: what it does goes with it', async () => {
    await using db = open()
    const failure = await failureOf(
      db.write(async (tx) => {
        await tx.add(1, 2)
        throw new RangeError('enough')
      }),
    )
    expect(failure).toBeInstanceOf(RangeError)
    expect(await db.count()).toBe(0)
  })
})

describe('work of several statements that nobody awaits', () => {
  test('is waited for by the end of its transaction', async () => {
    await using db = open()
    await db.write((tx) => {
      void tx.add(1, 2, 3)
    })
    expect(await db.count()).toBe(3)
    const tx = await db.begin()
    void tx.add(4, 5)
    await tx.commit()
    expect(await db.count()).toBe(5)
  })

  test('belongs to its savepoint', async () => {
    await using db = open()
    await db.write(async (tx) => {
      await tx.add(1)
      let left: Promise<number> | undefined
      const savepoint = tx.savepoint(async () => {
        left = tx.add(2, 3)
        throw new RangeError('not these')
      })
      expect(await failureOf(savepoint)).toMatchObject({ message: 'not these' })
      expect(await failureOf(left as Promise<number>)).toMatchObject({
        message: 'the savepoint of this statement failed',
      })
      await tx.savepoint(async () => {
        void tx.add(4, 5)
      })
      await tx.add(6)
    })
    expect(await db.match('(w:Ward)').return('w.id AS id').orderBy('id').run()).toEqual([
      { id: 1 },
      { id: 4 },
      { id: 5 },
      { id: 6 },
    ])
  })

  test('is waited for by the end of the database, which tells what failed unseen', async () => {
    const db = open()
    void db.add(1, -2, 3)
    expect(await failureOf(db.close())).toMatchObject({
      message: '1 failed and nobody awaited the result; the first: no such ward',
    })
  })

  test('tells its failure to who awaits it, and leaves the transaction as it is', async () => {
    await using db = open()
    await db.write(async (tx) => {
      expect(await failureOf(tx.add(-1, 2))).toBeInstanceOf(RangeError)
    })
    expect(await db.count()).toBe(1)
  })
})
