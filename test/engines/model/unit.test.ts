import { defineSchema, GraphError, type Plugin } from '@motif/core'
import { type ModelDoor, models } from '@motif/core/model'
import type { Database } from '@motif/driver'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { engines } from '../engines.ts'

interface Schema {
  nodes: {
    Person: {
      key: 'id'
      properties: { id: number; name: string }
      out: { FOLLOWS: 'Person'; WROTE: 'Note' }
      in: { FOLLOWS: 'Person' }
    }
    Note: { key: 'id'; properties: { id: number; text: string }; out: {}; in: { WROTE: 'Person' } }
  }
  relationships: {
    FOLLOWS: { from: 'Person'; to: 'Person'; properties: {} }
    WROTE: { from: 'Person'; to: 'Note'; properties: {} }
  }
}
const schema = defineSchema<Schema>({
  nodes: {
    Person: { key: ['id'], properties: { id: 'integer', name: 'string' } },
    Note: { key: ['id'], properties: { id: 'integer', text: 'string' } },
  },
  relationships: {
    FOLLOWS: { from: ['Person'], to: ['Person'], properties: {} },
    WROTE: { from: ['Person'], to: ['Note'], properties: {} },
  },
})

const ids = Array.from({ length: 40 }, (_, at) => at)

describe.each(engines)('the unit of work on %s', (engine) => {
  let statements = 0
  const counting: Plugin = {
    name: 'counting',
    options: (options) => {
      statements += 1
      return options
    },
  }
  let db: Database<Schema, ModelDoor<Schema, {}>> & ModelDoor<Schema, {}>
  beforeEach(async () => {
    db = await emptyGraph(engine, { schema, plugins: [counting], extend: models<Schema>() })
    await db.cypher
      .as<never, { ids: readonly number[] }>(
        `UNWIND $ids AS id CREATE (p:Person {id: id, name: 'P' + toString(id)})-[:WROTE]->(:Note {id: id, text: 'of ' + toString(id)})`,
      )
      .execute({ ids })
    await db.cypher('MATCH (a:Person {id: 0}), (b:Person) WHERE b.id IN [1, 2] CREATE (a)-[:FOLLOWS]->(b)').execute()
    statements = 0
  })
  afterEach(() => db.close())

  describe('gets of one tick', () => {
    it('are one statement, each with the row of its key', async () => {
      const people = db.model('Person')
      const rows = await Promise.all([...ids, 99].map((id) => people.get(id)))
      expect(rows).toEqual([...ids.map((id) => ({ id, name: `P${id}` })), undefined])
      expect(statements).toBe(1)
    })

    it('are one statement for each choice of what is wanted', async () => {
      const people = db.model('Person')
      const [whole, names, notes] = await Promise.all([
        Promise.all(ids.map((id) => people.get(id))),
        Promise.all(ids.map((id) => people.get(id, { select: { name: true } }))),
        Promise.all(ids.map((id) => people.get(id, { include: { WROTE: { limit: 1 } } }))),
      ])
      expect([whole[3], names[3], notes[3]]).toEqual([
        { id: 3, name: 'P3' },
        { name: 'P3' },
        { id: 3, name: 'P3', WROTE: [{ id: 3, text: 'of 3' }] },
      ])
      expect(statements).toBe(3)
    })

    it('meet again after what they awaited', async () => {
      const [people, notes] = [db.model('Person'), db.model('Note')]
      const texts = await Promise.all(
        ids.map(async (id) => {
          const person = await people.getOrThrow(id)
          return (await notes.getOrThrow(person.id)).text
        }),
      )
      expect(texts).toEqual(ids.map((id) => `of ${id}`))
      expect(statements).toBe(2)
    })

    it('fail alone where a key cannot be sent, and where there is no row that has to be there', async () => {
      const people = db.model('Person')
      const endings = await Promise.allSettled([
        people.get(1),
        // @ts-expect-error what JavaScript may give
        people.get(Symbol('x')),
        people.getOrThrow(77),
        people.get(2),
      ])
      expect(endings).toMatchObject([
        { value: { id: 1 } },
        { reason: { code: 'PARAMETER' } },
        { reason: { code: 'RESULT_SHAPE' } },
        { value: { id: 2 } },
      ])
    })

    it('fail alone where what was found is no value of its property', async () => {
      const notes = db.model('Note')
      await db.cypher("CREATE (:Note {id: 9007199254740993, text: 'much'})").execute()
      const endings = await Promise.allSettled([notes.get(1), notes.get(9_007_199_254_740_993n as never), notes.get(2)])
      expect(endings).toMatchObject([{ value: { id: 1 } }, { reason: { code: 'RESULT_SHAPE' } }, { value: { id: 2 } }])
    })

    it('go by what they were given then, whatever becomes of it', async () => {
      const people = db.model('Person')
      const key = { id: 1 }
      const one = people.get(key as never)
      key.id = 2
      expect([await one, await people.get(key as never)]).toEqual([
        { id: 1, name: 'P1' },
        { id: 2, name: 'P2' },
      ])
      const follows = { limit: 0 }
      const options = { select: { FOLLOWS: follows } }
      expect(await people.get(0, options)).toEqual({ FOLLOWS: [] })
      follows.limit = 5
      expect((await people.get(0, options))?.FOLLOWS).toHaveLength(2)
      expect(await people.get(0, { select: { FOLLOWS: { limit: 0 } } })).toEqual({ FOLLOWS: [] })
    })

    it('join those of getMany and of relations', async () => {
      const people = db.model('Person')
      const [one, many, written, follows] = await Promise.all([
        people.get(5),
        people.getMany([7, 99, 6]),
        Promise.all([1, 2].map((id) => people.related(id, 'WROTE'))),
        people.related(0, 'FOLLOWS', { orderBy: { id: 'desc' }, select: { id: true } }),
      ])
      expect([one?.id, many.map((row) => row?.id), written, follows]).toEqual([
        5,
        [7, undefined, 6],
        [[{ id: 1, text: 'of 1' }], [{ id: 2, text: 'of 2' }]],
        [{ id: 2 }, { id: 1 }],
      ])
      expect(await people.related(99, 'WROTE')).toEqual([])
      expect(statements).toBe(4)
    })
  })

  describe('in a transaction', () => {
    it('there is one object for a node, which is not read a second time', async () => {
      await db.read(async (tx) => {
        const people = tx.model('Person')
        const [one, same] = await Promise.all([people.get(1), people.get(1)])
        const found = await people.find({ where: { id: { lt: 3 } }, orderBy: 'id' })
        expect(same).toBe(one)
        expect(found[1]).toBe(one)
        statements = 0
        expect(await people.getMany([0, 1, 2])).toEqual(found)
        expect(statements).toBe(0)
      })
    })

    it('reads it again where that is asked for, into the same object', async () => {
      await db.write(async (tx) => {
        const people = tx.model('Person')
        const one = await people.getOrThrow(1)
        await tx.match('(p:Person {id: 1})').set("p.name = 'Ada'").execute()
        expect(await people.get(1)).toMatchObject({ name: 'P1' })
        expect(await people.get(1, { fresh: true })).toBe(one)
        expect(one.name).toBe('Ada')
      })
    })

    it('a write by a model shows in the object that was read before', async () => {
      await db.write(async (tx) => {
        const people = tx.model('Person')
        const [one, two] = await people.getMany([1, 2])
        expect(await people.update(1, { name: 'Ada' })).toBe(one)
        expect(one).toEqual({ id: 1, name: 'Ada' })
        await people.updateMany({ where: { id: 2 }, data: { name: 'Ben' } })
        expect(await people.get(2)).toBe(two)
        expect(two?.name).toBe('Ben')
        const made = await people.create({ id: 100, name: 'New' })
        statements = 0
        expect(await people.get(100)).toBe(made)
        expect(statements).toBe(0)
        await people.delete(100)
        expect(await people.get(100)).toBeUndefined()
      })
    })

    it('another transaction has objects of its own', async () => {
      const first = await db.read((tx) => tx.model('Person').get(1))
      const second = await db.read((tx) => tx.model('Person').get(1))
      expect(second).toEqual(first)
      expect(second).not.toBe(first)
    })

    it('the end waits for what was started, awaited or not', async () => {
      const seen: unknown[] = []
      await db.read((tx) => {
        const people = tx.model('Person')
        void people.get(1).then(async (row) => {
          seen.push(row?.name)
          seen.push((await people.get(2))?.name)
        })
      })
      expect(seen).toEqual(['P1', 'P2'])
    })

    it('what fails and nobody awaited takes the transaction back', async () => {
      const failing = db.write(async (tx) => {
        await tx.match('(p:Person {id: 1})').set("p.name = 'Ada'").execute()
        void tx.model('Person').getOrThrow(77)
      })
      await expect(failing).rejects.toBeInstanceOf(GraphError)
      expect(await db.model('Person').get(1)).toMatchObject({ name: 'P1' })
    })
  })

  describe('blocks of ids', () => {
    it('share no number, however many ask at once', async () => {
      const counts = Array.from({ length: 48 }, (_, at) => 1 + (at % 5))
      const blocks = await Promise.all(counts.map((count) => db.allocateIds('note', count)))
      const numbers = blocks.flatMap(({ first, last }) =>
        Array.from({ length: last - first + 1 }, (_, at) => first + at),
      )
      const all = counts.reduce((sum, count) => sum + count, 0)
      expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: all }, (_, at) => at + 1))
      expect(blocks.map(({ first, last }) => last - first + 1)).toEqual(counts)
      expect(await db.allocateIds('other', 2)).toEqual({ first: 1, last: 2 })
    })

    it('are given back by a transaction that is rolled back', async () => {
      await db.allocateIds('note', 10)
      const lost = db.write(async (tx) => {
        expect(await tx.allocateIds('note', 5)).toEqual({ first: 11, last: 15 })
        throw new RangeError('not after all')
      })
      await expect(lost).rejects.toBeInstanceOf(RangeError)
      expect(await db.allocateIds('note', 1)).toEqual({ first: 11, last: 11 })
    })

    it('are begun outside a transaction, and of a whole number', async () => {
      await expect(db.write((tx) => tx.allocateIds('note', 1))).rejects.toThrow("there is no sequence 'note' yet")
      for (const count of [0, -1, 1.5, Number.NaN])
        await expect(db.allocateIds('note', count)).rejects.toMatchObject({ code: 'USAGE' })
    })
  })
})
