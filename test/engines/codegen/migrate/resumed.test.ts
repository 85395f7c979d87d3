import { introspect, type MigrateProgress } from '@motif/codegen'
import { describe, expect, it } from 'vitest'
import { failure, many, migrated, testbed } from './testbed.ts'

describe.each(migrated)('migrations that were broken off on %s', (engine) => {
  const bed = testbed(engine)
  const { count, migrations, run, write } = bed

  it('a backfill that is killed in its middle goes on where it stopped', async () => {
    await run(`UNWIND range(1, ${many}) AS i CREATE (:User {id: i})`)
    write('0001-ranks', "up: [{ backfill: 'rank', node: 'User', cypher: 'n.id * 2' }, { cypher: 'CREATE (:Done)' }]")
    const kill = (progress: MigrateProgress): void => {
      if (progress.done >= 4_000) throw new Error('killed')
    }
    const error = await failure(migrations({ batch: 2_000, onProgress: kill }).up())
    expect(error.message).toBe(
      '0001-ranks, step 1 of 2 (set User.rank to n.id * 2 where it is missing): killed; what was done before it stands: ' +
        'mend this and run `motif migrate up` again, which goes on from here',
    )
    expect(await count('(n:User) WHERE n.rank IS NOT NULL')).toBe(4_000)
    expect((await migrations().status()).migrations).toMatchObject([
      { id: '0001-ranks', state: 'applying', record: { step: 0, steps: 2, done: 4_000, error: error.message } },
    ])

    const seen: MigrateProgress[] = []
    await migrations({ batch: 2_000, onProgress: (each) => seen.push(each) }).up()
    expect(seen.filter(({ step }) => step === 1).map(({ done, total }) => [done, total])).toEqual([
      [4_000, undefined],
      [6_000, many],
      [8_000, many],
      [10_000, many],
      [12_000, many],
    ])
    expect(await count('(n:User) WHERE n.rank = n.id * 2')).toBe(many)
    expect(await count('(:Done)')).toBe(1)
    expect((await migrations().status()).ok).toBe(true)
  })

  it('a constraint that the data breaks stops there; what is mended goes on', async () => {
    await run('CREATE (:User {id: 1}), (:User {id: 1}), (:User {id: 2})')
    const unique = "{ createConstraint: 'user_id', kind: 'unique', node: 'User', properties: ['id'] }"
    write('0001-ids', `up: [{ cypher: 'CREATE (:Made)' }, ${unique}, { cypher: 'CREATE (:Made)' }]`)
    const error = await failure(migrations().up())
    expect(error).toMatchObject({ code: 'CONSTRAINT' })
    expect(error.message).toMatch(/^0001-ids, step 2 of 3 \(create constraint user_id: User\.id is unique\): /)
    expect(error.message).not.toContain('1}')

    // The steps that were run must stay; the one that failed may be mended.
    write('0001-ids', `up: [{ cypher: 'CREATE (:Other)' }, ${unique}, { cypher: 'CREATE (:Made)' }]`)
    expect((await failure(migrations().up())).message).toContain('its step 1, which is done, was changed since')
    write(
      '0001-ids',
      `up: [{ cypher: 'CREATE (:Made)' }, { cypher: 'MATCH (n:User) WITH n.id AS id, collect(n) AS all UNWIND all[1..] AS n SET n.id = n.id + 100' }, ${unique}, { cypher: 'CREATE (:Made)' }]`,
    )
    await migrations().up()
    expect(await count('(:Made)')).toBe(2)
    expect((await introspect(bed.db.executor)).constraints.map(({ name }) => name)).toEqual(['user_id'])
  })

  it('steps that were done and not noted are done again without harm', async () => {
    await run('CREATE (:User {id: 1, old: 1})')
    await run('CREATE CONSTRAINT user_id FOR (n:User) REQUIRE n.id IS UNIQUE')
    await run('CREATE INDEX user_old FOR (n:User) ON (n.old)')
    write(
      '0001-a',
      `up: [
        { createConstraint: 'user_id', kind: 'unique', node: 'User', properties: ['id'] },
        { createIndex: 'user_old', kind: 'range', node: 'User', properties: ['old'] },
        { dropIndex: 'gone', destructive: true },
        { dropConstraint: 'gone', destructive: true },
        { renameLabel: 'Gone', to: 'User' },
      ]`,
    )
    await migrations().up()
    write('0002-b', "up: [{ createIndex: 'user_old', kind: 'range', node: 'User', properties: ['other'] }]")
    expect((await failure(migrations().up())).message).toContain(
      'the graph has another of that name: range index user_old: User.old',
    )
  })

  it('down goes on where it was broken off, and asks before it takes back half a migration', async () => {
    await run('UNWIND range(1, 30) AS i CREATE (:A {i: i})')
    write(
      '0001-a',
      "up: [{ renameLabel: 'A', to: 'B' }, { cypher: 'RETURN 1 / $zero', params: { zero: 0 } }], down: [{ renameLabel: 'B', to: 'A' }, { cypher: 'CREATE (:Back)' }]",
    )
    const stop = (at: number) => (progress: MigrateProgress) => {
      if (progress.done >= at) throw new Error('killed')
    }
    const divided = await failure(migrations({ batch: 10, onProgress: stop(20) }).up())
    expect(divided.message).toContain('step 1 of 2')
    expect((await failure(migrations().down())).message).toBe(
      '0001-a was begun and stands after step 0 of 2, with 20 of the next done: finish it with `motif migrate up`, ' +
        'or run all of its down with `motif migrate down --unfinished`',
    )
    await failure(migrations({ batch: 5, onProgress: stop(10) }).down({ unfinished: true }))
    expect(await count('(:B)')).toBe(10)
    expect((await failure(migrations().up())).message).toContain(
      '0001-a is being taken back and stands after step 0 of 2',
    )
    await migrations({ batch: 5 }).down()
    expect(await count('(:A)')).toBe(30)
    expect(await count('(:Back)')).toBe(1)
    expect((await migrations().status()).migrations.map(({ state }) => state)).toEqual(['pending'])
  })
})
