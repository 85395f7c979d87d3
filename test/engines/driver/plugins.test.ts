import { defineSchema, type Plugin } from '@motif/core'
import { naming, queryTags, softDelete, tenant } from '@motif/core/plugins'
import type { Database } from '@motif/driver'
import { describe, expect, test } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { engines, type EngineName } from '../engines.ts'

interface Shop {
  nodes: {
    Buyer: {
      properties: { id: number; firstName: string; tenantId: string; deletedAt: unknown }
      in: {}
      out: { BOUGHT: 'Ware' }
    }
    Ware: {
      properties: { id: number; tenantId: string; deletedAt: unknown }
      in: { BOUGHT: 'Buyer' }
      out: {}
    }
  }
  relationships: { BOUGHT: { from: 'Buyer'; to: 'Ware'; properties: { atPrice: number } } }
}
const schema = defineSchema<Shop>({
  nodes: {
    Buyer: { properties: { id: 'integer', firstName: 'string', tenantId: 'string', deletedAt: 'any?' } },
    Ware: { properties: { id: 'integer', tenantId: 'string', deletedAt: 'any?' } },
  },
  relationships: { BOUGHT: { from: ['Buyer'], to: ['Ware'], properties: { atPrice: 'float' } } },
})

const snake = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const camel = (key: string): string => key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** A shop whose queries are for one tenant, who can be changed between them. */
const shopOf = async (engine: EngineName): Promise<{ db: Database<Shop>; be: (who: string) => void }> => {
  let who = 'a'
  const plugins: readonly Plugin[] = [
    tenant({ property: 'tenantId', value: () => who }),
    softDelete({ property: 'deletedAt' }),
    naming({ toGraph: snake, toProgram: camel }),
    queryTags({ comment: 'plugins.test', metadata: () => ({ app: 'shop' }) }),
  ]
  return { db: await emptyGraph<Shop>(engine, { schema, plugins }), be: (next) => void (who = next) }
}

describe.each(engines)('on %s', (engine) => {
  test('plugins stand between every door and the engine', async () => {
    const { db, be } = await shopOf(engine)
    await using _ = db
    const buyers = db.match('(b:Buyer)').return('b.firstName AS name').orderBy('name')
    const create = db.create('(b:Buyer {id: $id, firstName: $name})-[:BOUGHT {atPrice: 1.5}]->(w:Ware {id: $id})')
    await create.execute({ id: 1, name: 'Ada' })
    be('b')
    await db.write((tx) => tx.run(create, { id: 2, name: 'Bob' }))
    await db.write((tx) => tx.merge('(b:Buyer {id: 1})').onCreateSet('b', { firstName: 'Cy' }).execute())
    expect(await buyers.run()).toEqual([{ name: 'Bob' }, { name: 'Cy' }])
    be('a')
    expect(await buyers.run()).toEqual([{ name: 'Ada' }])
    expect(await db.read((tx) => tx.run(buyers))).toEqual([{ name: 'Ada' }])
    expect(
      await db.cypher('MATCH (b:Buyer)-[f:BOUGHT]->(w:Ware) RETURN b.firstName, f.atPrice AS price').run(),
    ).toEqual([{ 'b.firstName': 'Ada', price: 1.5 }])
    expect(
      await db
        .match('(b:Buyer)')
        .where(({ b }) => b.id.lt(9))
        .call(['b'], (query) => query.match('(b)-[:BOUGHT]->(w:Ware)').return('count(w) AS wares'))
        .return(({ b, wares }) => ({ b, wares }))
        .run(),
    ).toEqual([{ b: { id: 1, firstName: 'Ada', tenantId: 'a', deletedAt: null }, wares: 1 }])

    await db.match('(b:Buyer {id: $id})').detachDelete('b').execute({ id: 1 })
    expect(await buyers.run()).toEqual([])
    await using session = db.session()
    expect(await session.read((tx) => tx.match('(w:Ware)').return('w.id AS id').run())).toEqual([{ id: 1 }])
  })

  test('what is refused is refused before anything is sent', async () => {
    const { db } = await shopOf(engine)
    await using _ = db
    await expect(db.cypher.as('MATCH (n) RETURN n').run()).rejects.toMatchObject({ code: 'USAGE' })
    await expect(db.write((tx) => tx.cypher.as('MATCH (n) DETACH DELETE n').execute())).rejects.toMatchObject({
      code: 'USAGE',
    })
  })

  test('what is most often a mistake is pointed out', async () => {
    const told: string[] = []
    await using db = await emptyGraph<Shop>(engine, {
      schema,
      safety: { unboundedPath: 'refuse' },
      onWarning: ({ code }) => told.push(code),
    })
    const { notifications } = await db.match('(b:Buyer), (w:Ware)').return('count(*) AS n').execute()
    expect(notifications[0]).toMatchObject({ code: 'Motif.CartesianProduct' })
    expect(told).toEqual(['Motif.CartesianProduct'])
    await expect(db.match('(b:Buyer)-[:BOUGHT*]->(w)').return('count(*) AS n').run()).rejects.toThrow('of any length')
    await expect(db.read((tx) => tx.cypher('MATCH (b)-[*]->(w) RETURN count(*) AS n').run())).rejects.toThrow('.all()')
    expect(await db.match('(b:Buyer)-[:BOUGHT*]->(w)').all().return('count(*) AS n').run()).toEqual([{ n: 0 }])
  })
})
