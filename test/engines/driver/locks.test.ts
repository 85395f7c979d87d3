import type { Database, ManagedTransaction } from '@motif/driver'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { engines } from '../engines.ts'
import { has, needs } from '../lacks.ts'

interface Schema {
  nodes: {
    Ward: { properties: { id: number }; out: {}; in: { WORKS_ON: 'Doctor' } }
    Doctor: { properties: { name: string; onCall: boolean }; out: { WORKS_ON: 'Ward' }; in: {} }
  }
  relationships: { WORKS_ON: { from: 'Doctor'; to: 'Ward'; properties: {} } }
}

describe.each(engines)('locks on %s', (engine) => {
  let db: Database<Schema>
  beforeEach(async () => {
    db = await emptyGraph<Schema>(engine)
    await db
      .create('(w:Ward {id: 7}), (:Doctor {name: "Ada", onCall: true}), (:Doctor {name: "Bob", onCall: true})')
      .execute()
  })
  afterEach(() => db.close())

  const onCall = async (from: Database<Schema> | ManagedTransaction<Schema> = db): Promise<number> =>
    (await from.match('(d:Doctor {onCall: true})').return('count(d) AS n').one()).n

  /** Goes home if another stays: right by itself, wrong when both do so at once. */
  const leave = (name: string, locks: boolean, meet: () => Promise<void>): Promise<void> =>
    db.write(async (tx) => {
      if (locks) await tx.lock(tx.match('(w:Ward {id: $ward})'), 'w', { ward: 7 })
      if ((await onCall(tx)) < 2) return
      await meet()
      await tx.match('(d:Doctor {name: $name})').set('d.onCall = false').execute({ name })
    })

  /** Both go on when both have come; whoever waits for a lock never comes, so that none waits longer than that. */
  const meeting = (): (() => Promise<void>) => {
    let came = 0
    let all = (): void => {}
    const everybody = new Promise<void>((resolve) => {
      all = resolve
    })
    return async () => {
      if (++came === 2) all()
      await Promise.race([everybody, new Promise((resolve) => setTimeout(resolve, 200))])
    }
  }

  test('without one, two that read the same and write apart may both be wrong', async () => {
    const meet = meeting()
    await Promise.all([leave('Ada', false, meet), leave('Bob', false, meet)])
    expect(await onCall()).toBe(0)
  })

  test('on what both depend on, the second sees what the first did', async (context) => {
    needs(engine, 'locks by writing', context)
    const meet = meeting()
    await Promise.all([leave('Ada', true, meet), leave('Bob', true, meet)])
    expect(await onCall()).toBe(1)
  })

  test('are refused where writing and taking back locks nothing', async () => {
    const locking = db.write((tx) => tx.lock(tx.match('(w:Ward {id: 7})'), 'w'))
    if (has(engine, 'locks by writing')) expect(await locking).toBe(1)
    else await expect(locking).rejects.toMatchObject({ code: 'UNSUPPORTED_FEATURE', outcome: 'not sent' })
  })

  test('are told by their number, and leave nothing behind', async (context) => {
    needs(engine, 'locks by writing', context)
    const locked = await db.write(async (tx) => [
      await tx.lock(tx.match('(d:Doctor)').where('d.onCall'), 'd'),
      await tx.lock(tx.match('(w:Ward {id: $id}), (d:Doctor {name: "Ada"})'), 'w', { id: 7 }),
      await tx.lock(db.match('(w:Ward {id: $id})'), 'w', { id: 8 }),
    ])
    expect(locked).toEqual([2, 1, 0])
    expect(await db.match('(w:Ward)').return('w').run()).toEqual([{ w: { id: 7 } }])
  })

  test('may be held on a relationship', async (context) => {
    needs(engine, 'locks by writing', context)
    await db.match('(d:Doctor {name: "Ada"}), (w:Ward {id: 7})').create('(d)-[:WORKS_ON]->(w)').execute()
    const found = db.match('(:Doctor {name: $name})-[r:WORKS_ON]->(:Ward)')
    expect(await db.write((tx) => tx.lock(found, 'r', { name: 'Ada' }))).toBe(1)
  })

  test('are refused where everything would be locked, and where nothing may be written', async (context) => {
    needs(engine, 'locks by writing', context)
    const all = db.write((tx) => tx.lock(tx.match('(d:Doctor)'), 'd'))
    await expect(all).rejects.toMatchObject({ code: 'USAGE' })
    // @ts-expect-error: the query has no such name
    const unknown = db.write((tx) => tx.lock(tx.match('(w:Ward {id: 7})'), 'x'))
    await expect(unknown).rejects.toMatchObject({ code: 'SYNTAX' })
    const reading = db.read((tx) => tx.lock(tx.match('(w:Ward {id: 7})'), 'w'))
    await expect(reading).rejects.toMatchObject({ code: 'USAGE', outcome: 'not sent' })
  })
})
