import { defineSchema, float } from '@motif/core'
import { freshGraph } from '@motif/driver/testing'
import { describe, expect, it } from 'vitest'

interface Schema {
  nodes: {
    Part: {
      properties: { id: number; share: number | null; shares: number[] | null }
      out: { PAYS: 'Part' }
      in: { PAYS: 'Part' }
    }
  }
  relationships: { PAYS: { from: 'Part'; to: 'Part'; properties: { rate: number } } }
}

const schema = defineSchema<Schema>({
  nodes: { Part: { properties: { id: 'integer', share: 'float?', shares: 'list<float>?' } } },
  relationships: { PAYS: { from: ['Part'], to: ['Part'], properties: { rate: 'float' } } },
})

const half = 'MATCH (p:Part {id: $id}) RETURN p.share / 2 AS half'

// The engine takes the number 1 for an integer, and an integer divided by 2 is whole.
describe('a whole number written to a property that the schema calls a float is a float', () => {
  it('in CREATE', async () => {
    await using db = freshGraph<Schema>('grafeo', { schema })
    await db.create('(p:Part {id: $id, share: $share})').execute({ id: 1, share: 1 })
    expect(await db.cypher(half).one({ id: 1 })).toEqual({ half: 0.5 })
  })

  it('from rows, lists and nulls among them', async () => {
    await using db = freshGraph<Schema>('grafeo', { schema })
    await db
      .unwind('$rows AS row')
      .create('(p:Part {id: row.id, share: row.share, shares: row.shares})')
      .execute({
        rows: [
          { id: 1, share: 1, shares: [1, 2.5] },
          // The types want a value here; data that comes from elsewhere may lack it.
          { id: 2, share: null as never, shares: null as never },
        ],
      })
    expect(await db.cypher(half).one({ id: 1 })).toEqual({ half: 0.5 })
    expect(await db.cypher(half).one({ id: 2 })).toEqual({ half: null })
    const [row] = await db.cypher.as<{ half: number }>('MATCH (p:Part {id: 1}) RETURN p.shares[0] / 2 AS half').run()
    expect(row).toEqual({ half: 0.5 })
  })

  it('in SET, by a property and by a map', async () => {
    await using db = freshGraph<Schema>('grafeo', { schema })
    await db.create('(p:Part {id: $id})').execute({ id: 1 })
    await db.cypher('MATCH (p:Part {id: $id}) SET p.share = $share').execute({ id: 1, share: 3 })
    expect(await db.cypher(half).one({ id: 1 })).toEqual({ half: 1.5 })
    await db.cypher('MATCH (p:Part {id: $id}) SET p += {share: $share}').execute({ id: 1, share: 5 })
    expect(await db.cypher(half).one({ id: 1 })).toEqual({ half: 2.5 })
  })

  it('on a relationship, and in MERGE', async () => {
    await using db = freshGraph<Schema>('grafeo', { schema })
    await db.create('(p:Part {id: $id})').execute({ id: 1 })
    await db.cypher('MATCH (p:Part {id: $id}) MERGE (p)-[w:PAYS {rate: $rate}]->(p)').execute({ id: 1, rate: 7 })
    expect(await db.cypher('MATCH (:Part {id: $id})-[w:PAYS]->() RETURN w.rate / 2 AS half').one({ id: 1 })).toEqual({
      half: 3.5,
    })
  })

  it('by float(1), which the engine would not tell from 1', async () => {
    await using db = freshGraph<Schema>('grafeo', { schema })
    await db.create('(p:Part {id: $id, share: $share})').execute({ id: 1, share: float(1) as unknown as number })
    expect(await db.cypher(half).one({ id: 1 })).toEqual({ half: 0.5 })
  })
})
