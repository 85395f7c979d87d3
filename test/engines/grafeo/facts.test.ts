import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import grafeo from '@grafeo-db/js'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'motif-facts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const two = `CREATE (:X {k: 1, v: 1}), (:X {k: 2, v: 1})`

// What docs/engines.md says of the engine's transactions, held on the engine itself.
describe('transactions of the raw engine', () => {
  it.each(['snapshot', 'serializable'])('let write skew through at %s', async (isolation) => {
    const db = grafeo.GrafeoDB.create()
    await db.executeCypher(two)
    const [a, b] = [db.beginTransaction(isolation), db.beginTransaction(isolation)]
    for (const tx of [a, b]) await tx.executeCypher('MATCH (x:X) RETURN sum(x.v) AS s')
    await a.executeCypher('MATCH (x:X {k: 1}) SET x.v = 0')
    await b.executeCypher('MATCH (x:X {k: 2}) SET x.v = 0')
    a.commit()
    b.commit()
    expect((await db.executeCypher('MATCH (x:X) RETURN sum(x.v) AS s')).toArray()).toEqual([{ s: 0 }])
    db.close()
  })

  it('fail the second writer of one node at its write, and can still be committed without it', async () => {
    const db = grafeo.GrafeoDB.create()
    await db.executeCypher(two)
    const [a, b] = [db.beginTransaction(), db.beginTransaction()]
    await a.executeCypher('MATCH (x:X {k: 1}) SET x.v = 7')
    await expect(b.executeCypher('MATCH (x:X {k: 1}) SET x.v = 8')).rejects.toThrow('GRAFEO-T001')
    b.commit()
    a.commit()
    expect((await db.executeCypher('MATCH (x:X {k: 1}) RETURN x.v AS v')).toArray()).toEqual([{ v: 7 }])
    db.close()
  })

  it('keep an index made in one that is rolled back', async () => {
    const db = grafeo.GrafeoDB.create()
    const tx = db.beginTransaction()
    await tx.executeCypher('CREATE INDEX kept FOR (n:X) ON (n.k)')
    tx.rollback()
    expect((await db.executeCypher('SHOW INDEXES')).toArray()).toHaveLength(1)
    db.close()
  })
})

describe('files of the raw engine', () => {
  it('are opened once', async () => {
    const path = join(folder, 'once.db')
    const db = grafeo.GrafeoDB.create(path)
    expect(() => grafeo.GrafeoDB.open(path)).toThrow(/locked/)
    db.close()
  })

  it('keep what was committed after a checkpoint and a close', async () => {
    const path = join(folder, 'kept.db')
    const db = grafeo.GrafeoDB.create(path)
    await db.executeCypher(two)
    db.walCheckpoint()
    db.close()
    const again = grafeo.GrafeoDB.open(path)
    expect((await again.executeCypher('MATCH (x:X) RETURN count(*) AS c')).toArray()).toEqual([{ c: 2 }])
    again.close()
  })
})

describe('numbers of the raw engine', () => {
  it('take the float 1 for an integer', async () => {
    const db = grafeo.GrafeoDB.create()
    const half = async (text: string): Promise<unknown> => (await db.executeCypher(text, { f: 1 })).toArray()
    expect(await half('RETURN $f / 2 AS x')).toEqual([{ x: 0 }])
    expect(await half('RETURN toFloat($f) / 2 AS x')).toEqual([{ x: 0.5 }])
    db.close()
  })
})

describe('look-ups of the raw engine', () => {
  it('read every node of a label that has a UNIQUE constraint, and one where there is an index', async () => {
    const db = grafeo.GrafeoDB.create()
    const read = async () => (await db.executeCypher('MATCH (p:P {id: 7}) RETURN p.id AS id')).rowsScanned
    await db.executeCypher('CREATE CONSTRAINT p_id FOR (p:P) REQUIRE p.id IS UNIQUE')
    await db.executeCypher('UNWIND range(1, 100) AS id CREATE (:P {id: id})')
    expect(await read()).toBe(100)
    await db.executeCypher('CREATE INDEX p_by_id FOR (p:P) ON (p.id)')
    expect(await read()).toBeLessThan(2)
    db.close()
  })
})
