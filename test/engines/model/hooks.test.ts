import { defineSchema, type PlainDate } from '@motif/core'
import { models } from '@motif/core/model'
import type { Database } from '@motif/driver'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { engines } from '../engines.ts'

interface Schema {
  nodes: {
    Page: {
      key: 'id'
      properties: { id: number; title: string; slug: string | null; edits: number | null; deletedOn: PlainDate | null }
      in: {}
      out: {}
    }
  }
  relationships: {}
}
const schema = defineSchema<Schema>({
  nodes: {
    Page: {
      key: ['id'],
      properties: { id: 'integer', title: 'string', slug: 'string?', edits: 'integer?', deletedOn: 'date?' },
    },
  },
  relationships: {},
})

const told: string[] = []
const today = new Date('2026-03-01T00:00:00Z')

/** What is deleted stays, and is found no more. */
const softDelete = {
  beforeFind: ({ where = {}, ...options }: { readonly where?: object }) => ({
    ...options,
    where: { and: [where, { deletedOn: null }] },
  }),
  beforeDelete: () => ({ deletedOn: today }),
}

const extend = models<Schema>()({
  Page: {
    hooks: {
      ...softDelete,
      beforeCreate: (data) => {
        if (data.title === 'forbidden') throw new RangeError('not this one')
        return { ...data, slug: data.title?.toLowerCase().replaceAll(' ', '-') }
      },
      afterCreate: (row) => {
        told.push(`created ${row.slug}`)
      },
      beforeUpdate: (changes) => ({ ...changes, edits: { increment: 1 } }),
      afterUpdate: ({ id, edits }) => {
        told.push(`updated ${id}, ${edits}`)
      },
      afterFind: (rows) => {
        told.push(`found ${rows.length}`)
      },
      afterDelete: ({ deleted }) => {
        told.push(`deleted ${deleted}`)
      },
    },
  },
})

describe.each(engines)('hooks on %s', (engine) => {
  type Doors = typeof extend extends (...given: never[]) => infer X ? X : never
  let db: Database<Schema, Doors> & Doors
  beforeEach(async () => {
    db = await emptyGraph(engine, { schema, extend })
    await db.cypher("CREATE (:Page {id: 1, title: 'One', edits: 0}), (:Page {id: 2, title: 'Two', edits: 0})").execute()
    told.length = 0
  })
  afterEach(() => db.close())

  it('change what is created, however it is', async () => {
    const pages = db.model('Page')
    expect(await pages.create({ id: 3, title: 'A New Page' })).toMatchObject({ slug: 'a-new-page' })
    await pages.createMany([{ id: 4, title: 'Page Four' }])
    expect(await pages.upsert({ create: { id: 5, title: 'Page Five' }, update: {} })).toMatchObject({
      row: { slug: 'page-five' },
      created: true,
    })
    expect(await pages.findOrThrow({ where: { id: 4 } })).toMatchObject({ slug: 'page-four' })
    expect(told).toEqual(['created a-new-page', 'created page-five', 'found 1'])
  })

  it('leave createMany of a list what it is: looked through as a whole, and one transaction where that is asked for', async () => {
    const pages = db.model('Page')
    const rows = [3, 4, 5].map((id) => ({ id, title: `Page ${id}` }))
    const wrong = [...rows, { id: 1.5, title: 'x' }]
    await expect(pages.createMany(wrong, { batchSize: 1 })).rejects.toMatchObject({
      code: 'VALIDATION',
      issues: [{ index: 3, path: ['id'] }],
    })
    await expect(pages.createMany([...rows, { id: 6, title: 'forbidden' }], { batchSize: 1 })).rejects.toBeInstanceOf(
      RangeError,
    )
    expect(await pages.count()).toBe(2)
    const seen: unknown[] = []
    const onProgress = (progress: object): void => void seen.push(progress)
    expect(await pages.createMany(rows, { batchSize: 2, transactions: 'one', onProgress })).toMatchObject({
      created: 3,
    })
    expect(seen).toEqual([
      { created: 2, total: 3 },
      { created: 3, total: 3 },
    ])
  })

  it('end what they throw at before anything is sent', async () => {
    await expect(db.model('Page').create({ id: 3, title: 'forbidden' })).rejects.toBeInstanceOf(RangeError)
    expect(await db.model('Page').count()).toBe(2)
  })

  it('leave a read by key with the options that it has', async () => {
    const pages = db.model('Page')
    const [where, select] = [{ id: 2 }, { title: true }] as const
    expect(await pages.get(1, { select, fresh: true })).toEqual({ title: 'One' })
    for (const options of [{ skip: 1 }, { where }, 'title'])
      await expect(pages.get(1, options as never)).rejects.toMatchObject({ code: 'USAGE', outcome: 'not sent' })
  })

  it('change what is updated, however it is', async () => {
    const pages = db.model('Page')
    await pages.update(1, { title: 'Uno' })
    await pages.updateMany({ where: { id: 1 }, data: { title: 'Eins' } })
    await pages.upsert({ create: { id: 1, title: 'x' }, update: { title: 'Un' } })
    expect(await pages.get(1)).toMatchObject({ title: 'Un', edits: 3 })
    expect(told).toEqual(['updated 1, 1', 'updated 1, 3', 'found 1'])
  })

  it('make of a delete what they say, and narrow every read', async () => {
    const pages = db.model('Page')
    expect(await pages.delete(1)).toMatchObject({ deleted: 1 })
    expect(await pages.get(1)).toBeUndefined()
    expect((await pages.getMany([1, 2])).map((row) => row?.id)).toEqual([undefined, 2])
    expect(await pages.find()).toHaveLength(1)
    expect(await pages.findFirst({ where: { or: [{ id: 1 }, { id: 2 }] } })).toMatchObject({ id: 2 })
    expect([await pages.count(), await pages.exists({ where: { id: 1 } })]).toEqual([1, false])
    expect((await pages.page({ size: 5 })).rows).toHaveLength(1)
    expect(await pages.aggregate({ count: true })).toEqual([{ count: 1 }])
    const streamed: number[] = []
    for await (const { id } of pages.stream()) streamed.push(id)
    expect(streamed).toEqual([2])
    expect(await db.match('(p:Page {id: 1})').return('p.deletedOn AS day').one()).toMatchObject({
      day: expect.anything(),
    })
    expect(told[0]).toBe('deleted 1')
  })

  it('go around what is done in a transaction, and its end waits for them', async () => {
    await db.write((tx) => {
      void tx.model('Page').update(2, { title: 'Zwei' })
    })
    expect(await db.model('Page').get(2)).toMatchObject({ title: 'Zwei', edits: 1 })
    expect(told[0]).toBe('updated 2, 1')
  })

  it('that are not there, or no functions, are refused by name', () => {
    const wrong = { Page: { hooks: { beforeReading: () => {} } } }
    // @ts-expect-error there is no such hook
    const strange = models<Schema>()(wrong)
    const door = strange(db, { executor: db.executor, schema, plugins: [], transaction: false })
    expect(() => door.model('Page')).toThrow("there is no hook 'beforeReading'")
  })
})
