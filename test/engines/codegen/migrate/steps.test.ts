import { introspect } from '@motif/codegen'
import { describe, expect, it } from 'vitest'
import { failure, migrated, testbed } from './testbed.ts'

describe.each(migrated)('steps of migrations on %s', (engine) => {
  const bed = testbed(engine)
  const { count, migrations, run, write } = bed

  it('a rename never overwrites a value unless it is told which stays', async () => {
    await run(
      "CREATE (:User {old: 'a'}), (:User {old: 'b', now: 'b'}), (:User {old: 'c', now: 'd'}), (:User {now: 'e'})",
    )
    write('0001-a', "up: [{ renameProperty: 'old', to: 'now', node: 'User' }]")
    const error = await failure(migrations().up())
    expect(error).toMatchObject({ code: 'CONSTRAINT' })
    expect(error.message).toContain("1 node has another value in now than in old; say prefer: 'old' or 'new'")
    expect(await count('(n:User) WHERE n.old IS NOT NULL')).toBe(3)
    write('0001-a', "up: [{ renameProperty: 'old', to: 'now', node: 'User', prefer: 'new', destructive: true }]")
    await migrations().up()
    expect(await run('MATCH (n:User) RETURN n.now AS now, n.old AS old ORDER BY now')).toEqual(
      ['a', 'b', 'd', 'e'].map((now) => ({ now, old: null })),
    )
  })

  it('a rename keeps values of every kind', async () => {
    const values = `i: 1, past: 9007199254740993, whole: 1.0, half: 1.5, text: 'x', empty: '', yes: true, day: date('2020-01-02'),
      at: time('10:00:00+01:00'), clock: localtime('10:00'), seen: datetime('2020-01-02T10:00:00Z'), span: duration('P1D'),
      local: localdatetime('2020-01-02T10:00'), numbers: [1, 2], halves: [0.5], words: ['a', 'b'], none: [], days: [date('2020-01-02')]`
    await run(`CREATE (a:Old {${values}})-[:OLD {${values}}]->(a), (a)-[:OLD {${values}}]->(a)`)
    const before = await introspect(bed.db.executor)
    const names = ['past', 'whole', 'day', 'seen', 'span', 'none']
    const renames = names.map((name) => `{ renameProperty: '${name}', to: 'new_${name}', node: 'New' }`).join(', ')
    write('0001-all', `up: [{ renameLabel: 'Old', to: 'New' }, { renameType: 'OLD', to: 'NEW' }, ${renames}]`)
    await migrations().up()
    const after = await introspect(bed.db.executor)
    const kept = JSON.stringify(before, undefined, 1).replaceAll('"Old"', '"New"').replaceAll('"OLD"', '"NEW"')
    const sorted = (text: string): string[] => text.split('\n').toSorted() // the properties stand in another order now
    expect(sorted(JSON.stringify(after, undefined, 1).replaceAll('"new_', '"'))).toEqual(sorted(kept))
  })

  it('callbacks run in one transaction with their note, or with the graph', async () => {
    write(
      '0001-callbacks',
      `up: [
        { title: 'in one', run: async (tx) => {
          await tx.cypher.as('CREATE (:Made {by: 1})').execute()
          if (globalThis.motifFails) throw new Error('not yet')
        } },
        { title: 'on its own', runAlone: async (db, { progress }) => {
          for (let i = 1; i <= 3; i++) {
            await db.cypher.as('MERGE (:Made {by: 2, i: $i})').execute({ i })
            progress(i, 3)
          }
        } },
      ],
      down: [{ cypher: 'MATCH (n:Made) DELETE n', destructive: true }]`,
    )
    const flags = globalThis as { motifFails?: boolean }
    flags.motifFails = true
    expect((await failure(migrations().up())).message).toContain('step 1 of 2 (in one): not yet')
    expect(await count('(:Made)')).toBe(0)
    flags.motifFails = false
    const seen: (readonly [number, number | undefined])[] = []
    await migrations({ onProgress: ({ step, done, total }) => step === 2 && seen.push([done, total]) }).up()
    expect(seen).toEqual([
      [0, undefined],
      [1, 3],
      [2, 3],
      [3, 3],
    ])
    expect(await count('(:Made)')).toBe(4)
    await migrations().down()
    expect(await count('(:Made)')).toBe(0)
  })

  it('names of any kind are written as they are', async () => {
    await run('CREATE (:`odd label` {`old key`: 1})-[:`odd type` {`r key`: 1}]->(:Other)')
    write(
      '0001-odd',
      `up: [
        { renameLabel: 'odd label', to: 'odder label' },
        { renameType: 'odd type', to: 'odder type' },
        { renameProperty: 'old key', to: 'new key', node: 'odder label' },
        { renameProperty: 'r key', to: 'rr key', relationship: 'odder type' },
        { createConstraint: 'odd name', kind: 'unique', node: 'odder label', properties: ['new key'] },
        { createIndex: 'odd index', kind: 'range', node: 'odder label', properties: ['a b'] },
      ],
      down: [{ dropIndex: 'odd index' }, { dropConstraint: 'odd name' }]`,
    )
    await migrations().up()
    expect(await count('(n:`odder label`)-[r:`odder type`]->() WHERE n.`new key` = 1 AND r.`rr key` = 1')).toBe(1)
    const catalog = await introspect(bed.db.executor)
    expect(catalog.constraints).toMatchObject([{ name: 'odd name', properties: ['new key'] }])
    expect(catalog.indexes).toMatchObject([{ name: 'odd index', properties: ['a b'] }])
    await migrations().down()
    expect((await introspect(bed.db.executor)).indexes).toEqual([])
  })

  it('cypher by hand runs once, in batches, or on its own', async () => {
    await run('UNWIND range(1, 25) AS i CREATE (:User {id: i})')
    write(
      '0001-hand',
      `up: [
        { cypher: 'MATCH (n:User) WHERE n.half IS NULL WITH n LIMIT $batch SET n.half = n.id / $by RETURN count(*) AS done',
          params: { by: 2 }, batched: true, batch: 10, title: 'halve' },
        { cypher: 'CREATE INDEX by_hand FOR (n:User) ON (n.half)' },
      ],
      down: [{ dropIndex: 'by_hand', destructive: true }]`,
    )
    const seen: number[] = []
    await migrations({ onProgress: ({ step, done }) => step === 1 && seen.push(done) }).up()
    expect(seen).toEqual([0, 10, 20, 25])
    expect(await count('(n:User) WHERE n.half = n.id / 2')).toBe(25)
    expect((await introspect(bed.db.executor)).indexes.map(({ name }) => name)).toEqual(['by_hand'])
  })
})
