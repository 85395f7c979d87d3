import { GraphError } from '@motif/core'
import type { Database } from '@motif/driver'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyGraph } from './empty-graph.ts'
import { engines } from './engines.ts'
import { type Social, social } from './golden/social.ts'
import { has } from './lacks.ts'

describe.each(engines)('on %s', (engine) => {
  let db: Database<Social>
  beforeEach(async () => {
    db = await emptyGraph<Social>(engine, { schema: social })
    await db
      .unwind('$rows AS row')
      .create('(u:User {id: row.id, name: row.name})')
      .execute({
        rows: [
          { id: 1, name: 'Ada' },
          { id: 2, name: 'Bob' },
          { id: 3, name: 'Cy' },
        ],
      })
  })
  afterEach(() => db.close())

  const names = () => db.match('(u:User)').where('u.id >= $least').return('u.name AS name').orderBy('name')

  describe('the ways to run a query', () => {
    it('run gives all rows', async () => {
      expect(await names().run({ least: 2 })).toEqual([{ name: 'Bob' }, { name: 'Cy' }])
      expect(await names().run({ least: 9 })).toEqual([])
    })
    it('first gives the first or undefined', async () => {
      expect(await names().first({ least: 2 })).toEqual({ name: 'Bob' })
      expect(await names().first({ least: 9 })).toBeUndefined()
    })
    it('one gives exactly one, or says how it is not', async () => {
      expect(await names().one({ least: 3 })).toEqual({ name: 'Cy' })
      await expect(names().one({ least: 9 })).rejects.toMatchObject({
        code: 'RESULT_SHAPE',
        message: expect.stringContaining('there is none'),
      })
      await expect(names().one({ least: 1 })).rejects.toMatchObject({
        code: 'RESULT_SHAPE',
        message: expect.stringContaining('there are more'),
        callSite: expect.stringContaining('running.test.ts'),
      })
    })
    it('stream gives rows as they come, and can be left', async () => {
      const seen: string[] = []
      for await (const { name } of names().stream({ least: 1 })) {
        seen.push(name)
        if (seen.length === 2) break
      }
      expect(seen).toEqual(['Ada', 'Bob'])
    })
    it('runWithSummary gives the rows and what changed', async () => {
      const renamed = db.match('(u:User)').where('u.id >= $least').set('u.name = $name').return('u.id AS id')
      const { rows, summary } = await renamed.runWithSummary({ least: 2, name: 'Grace' })
      expect(rows.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual([2, 3])
      expect(summary).toMatchObject({ columns: ['id'], counters: { propertiesSet: 2, nodesCreated: 0 } })
      const prepared = await names().prepare().runWithSummary({ least: 9 })
      expect(prepared.rows).toEqual([])
    })
    it('execute gives what changed', async () => {
      const { counters } = await db.match('(u:User {id: $id})').set('u.name = $name').execute({ id: 1, name: 'Grace' })
      expect(counters).toMatchObject({ propertiesSet: 1, nodesCreated: 0 })
      expect(await db.create('(t:Tag {name: $name})').execute({ name: 'x' })).toMatchObject({
        counters: { nodesCreated: 1 },
      })
    })
    it('prepare compiles once', async () => {
      const prepared = names().prepare()
      expect(await prepared.run({ least: 3 })).toEqual([{ name: 'Cy' }])
      expect(await prepared.first({ least: 1 })).toEqual({ name: 'Ada' })
    })
    it('explain and profile give a plan, and explain runs nothing', async () => {
      const write = db.match('(u:User {id: $id})').set('u.name = $name')
      const { plan, profile } = await write.explain({ id: 1, name: 'changed' })
      const step = { operator: expect.stringMatching(/^\w+$/), children: [{ children: expect.any(Array) }] }
      const inSteps = has(engine, 'steps of a plan')
      expect(plan).toMatchObject(inSteps ? step : { operator: expect.any(String), children: [] })
      if (inSteps) expect(plan?.text).toContain(plan?.operator)
      expect(profile).toBeUndefined()
      expect(await names().first({ least: 1 })).toEqual({ name: 'Ada' })
      const profiled = await names().profile({ least: 1 })
      const done = { rows: 3, children: [{ operator: expect.stringMatching(/^\w+$/) }] }
      expect(profiled.profile).toMatchObject(inSteps ? done : { operator: expect.any(String), children: [] })
      expect(profiled.plan).toEqual(profiled.profile)
    })
  })

  it('tells the query, the caller and the engine of what the engine refuses', async () => {
    const error = await db.cypher
      .as('MATCH (u:User) RETURN nothing.here(u) AS x')
      .run()
      .catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(GraphError)
    expect(error).toMatchObject({
      query: expect.stringContaining('nothing.here'),
      callSite: expect.stringContaining('running.test.ts'),
      engine: expect.stringContaining((await db.open()).name),
    })
  })
})
