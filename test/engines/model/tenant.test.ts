import { AsyncLocalStorage } from 'node:async_hooks'
import { defineSchema } from '@motif/core'
import { models } from '@motif/core/model'
import { tenant } from '@motif/core/plugins'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { engines } from '../engines.ts'

interface Schema {
  nodes: {
    Ward: {
      key: 'id'
      properties: { id: number; name: string; clinic: string }
      in: {}
      out: { HOLDS: 'Bed' }
    }
    Bed: {
      key: 'id'
      properties: { id: number; name: string; clinic: string }
      in: { HOLDS: 'Ward' }
      out: {}
    }
  }
  relationships: { HOLDS: { from: 'Ward'; to: 'Bed'; properties: {} } }
}
const schema = defineSchema<Schema>({
  nodes: {
    Ward: { key: ['id'], properties: { id: 'integer', name: 'string', clinic: 'string' } },
    Bed: { key: ['id'], properties: { id: 'integer', name: 'string', clinic: 'string' } },
  },
  relationships: { HOLDS: { from: ['Ward'], to: ['Bed'], properties: {} } },
})

const clinics = new AsyncLocalStorage<string>()
const extend = models<Schema>()({ Ward: { supplied: ['clinic'] }, Bed: { supplied: ['clinic'] } })
const plugins = [tenant({ property: 'clinic', value: () => clinics.getStore() })]

describe.each(engines)('models of a tenant on %s', (engine) => {
  const open = () => emptyGraph(engine, { schema, plugins, extend })
  let db: Awaited<ReturnType<typeof open>>
  const as = <T>(clinic: string, work: () => Promise<T>): Promise<T> => clinics.run(clinic, work)
  beforeEach(async () => {
    db = await open()
    for (const [clinic, base] of [
      ['north', 0],
      ['south', 100],
    ] as const)
      await as(clinic, async () => {
        await db.model('Ward').create({
          id: base + 1,
          name: `${clinic} ward`,
          HOLDS: { create: [{ id: base + 10, name: 'bed' }] },
        })
      })
    await as('north', () => db.model('Ward').createMany([{ id: 2, name: 'empty' }]))
  })
  afterEach(() => db.close())

  it('find, count and page none of another', async () => {
    const wards = db.model('Ward')
    await as('south', async () => {
      expect(await wards.find()).toEqual([{ id: 101, name: 'south ward', clinic: 'south' }])
      expect(await wards.find({ where: { or: [{ id: 1 }, { id: 101 }, { not: { id: 0 } }] } })).toHaveLength(1)
      expect([await wards.get(1), await wards.count(), await wards.exists({ where: { clinic: 'north' } })]).toEqual([
        undefined,
        1,
        false,
      ])
      expect(await wards.getMany([1, 101, 2])).toMatchObject([undefined, { id: 101 }, undefined])
      expect((await wards.page({ size: 10 })).rows).toHaveLength(1)
      expect(await wards.aggregate({ by: ['clinic'], count: true })).toEqual([{ clinic: 'south', count: 1 }])
      expect(await wards.find({ where: { HOLDS: { some: { clinic: 'north' } } } })).toEqual([])
      expect(await wards.find({ include: { HOLDS: true } })).toMatchObject([{ HOLDS: [{ id: 110 }] }])
    })
  })

  it('make what is theirs, and change and delete nothing of another', async () => {
    const wards = db.model('Ward')
    await as('south', async () => {
      expect(await wards.create({ id: 103, name: 'new' })).toMatchObject({ clinic: 'south' })
      await expect(wards.update(1, { name: 'mine' })).rejects.toMatchObject({ code: 'RESULT_SHAPE' })
      expect(await wards.updateMany({ where: { id: { lt: 100 } }, data: { name: 'mine' } })).toMatchObject({
        updated: 0,
      })
      expect(await wards.deleteMany({ where: { id: { lt: 100 } }, detach: true })).toMatchObject({ deleted: 0 })
      await expect(wards.connect(101, 'HOLDS', 10)).rejects.toMatchObject({ code: 'RESULT_SHAPE' })
      // @ts-expect-error the plugin fills it in
      await expect(wards.create({ id: 104, name: 'x', clinic: 'north' })).rejects.toMatchObject({ code: 'VALIDATION' })
      // @ts-expect-error nor can it be changed
      await expect(wards.update(101, { clinic: 'north' })).rejects.toMatchObject({ code: 'VALIDATION' })
    })
    await as('north', async () => {
      expect(await wards.find({ select: { name: true }, orderBy: 'id' })).toEqual([
        { name: 'north ward' },
        { name: 'empty' },
      ])
    })
  })

  it('ask for nothing outside of a tenant', async () => {
    await expect(db.model('Ward').find()).rejects.toMatchObject({ code: expect.stringMatching(/USAGE|PARAMETER/) })
  })
})
