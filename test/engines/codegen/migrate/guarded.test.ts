import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { GraphError } from '@motif/core'
import { describe, expect, it } from 'vitest'
import { failure, migrated, testbed } from './testbed.ts'

describe.each(migrated)('migrations that are guarded on %s', (engine) => {
  const bed = testbed(engine)
  const { count, everything, migrations, run, write } = bed

  it('of two runners one wins, and the other says who holds the lock', async () => {
    const meanwhile = "{ title: 'meanwhile', runAlone: () => globalThis.motifMeanwhile() }"
    write('0001-slow', `up: [{ cypher: 'CREATE (:Made)' }, ${meanwhile}, { cypher: 'CREATE (:Made)' }]`)
    const errors: GraphError[] = []
    const second = globalThis as { motifMeanwhile?: () => Promise<unknown> }
    second.motifMeanwhile = async () => errors.push(await failure(migrations().up()))
    await migrations().up()
    expect(errors).toMatchObject([{ code: 'CONFLICT', retryable: false }])
    expect(errors[0]?.message).toMatch(
      /^migrations of this graph are locked by .+, process \d+ \(\w{4}\) since .+; it is good until /,
    )
    expect(await count('(:Made)')).toBe(2)
    expect((await migrations().status()).lock).toBeUndefined()
  })

  it('runners that begin at the same time run every step once', async () => {
    write('0001-once', "up: [{ cypher: 'CREATE (:Made)' }, { cypher: 'CREATE (:Made)' }]")
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => migrations().up()))
    for (const each of all) if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'CONFLICT' })
    expect(all.some(({ status }) => status === 'fulfilled')).toBe(true)
    expect(await count('(:Made)')).toBe(2)
    expect((await migrations().status()).ok).toBe(true)
  })

  it('a lock that was not renewed in time is taken by name, and who has lost it can change nothing more', async () => {
    const sleeps = "{ title: 'sleeps', runAlone: () => globalThis.motifSleeps() }"
    write('0001-slow', `up: [{ cypher: 'CREATE (:Made)' }, ${sleeps}, { cypher: 'CREATE (:Made)' }]`)
    await run("CREATE (:_MotifLock {id: 'migrate', owner: 'a machine that is gone', since: 0, expires: 1})")
    const refused = await failure(migrations().up())
    expect(refused.message).toMatch(/locked by a machine that is gone since 1970-01-01.*--take-lock$/)
    const sleeping = globalThis as { motifSleeps?: () => Promise<unknown> }
    sleeping.motifSleeps = () => run("MATCH (l:_MotifLock) SET l.owner = 'another'")
    const lost = await failure(migrations().up({ takeLock: true }))
    expect(lost).toMatchObject({ code: 'CONFLICT', retryable: false })
    expect(lost.message).toContain('step 2 of 3 (sleeps): another run has taken over the lock')
    expect(await count('(:Made)')).toBe(1)
    expect((await migrations().status()).lock).toMatchObject({ owner: 'another' })
  })

  it('a lock that is good is not taken over', async () => {
    write('0001-a', 'up: []')
    await run("CREATE (:_MotifLock {id: 'migrate', owner: 'one at work', since: 0, expires: timestamp() + 60000})")
    const { message } = await failure(migrations().up({ takeLock: true }))
    expect(message).toMatch(/locked by one at work .* wait for it to end$/)
  })

  it('a file that was changed or is gone after it was applied is refused by name', async () => {
    write('0001-a', "up: [{ cypher: 'CREATE (:A)' }]")
    write('0002-b', "up: [{ cypher: 'CREATE (:B)' }]")
    await migrations().up()
    write('0001-a', "up: [{ cypher: 'CREATE (:C)' }]")
    rmSync(join(bed.directory, '0002-b.ts'))
    write('0003-c', "up: [{ cypher: 'CREATE (:D)' }]")
    expect((await failure(migrations().up())).message).toBe(
      '0001-a was changed after it was applied: put it back as it was, and write what is new into another\n' +
        '0002-b was run on this graph, and its file is not here',
    )
    expect((await migrations().status()).migrations.map(({ id, state }) => [id, state])).toEqual([
      ['0001-a', 'changed'],
      ['0002-b', 'missing'],
      ['0003-c', 'pending'],
    ])
    expect(await count('(:D)')).toBe(0)
  })

  it('what is lost is named first', async () => {
    await run("CREATE (:User {id: 1, legacy: 'x', old: 1, now: 2})-[:OLD]->(:Temp:Kept)")
    await run('CREATE INDEX user_legacy FOR (n:User) ON (n.legacy)')
    write(
      '0001-lose',
      `up: [
        { removeProperty: 'legacy', node: 'User' },
        { deleteRelationships: 'OLD' },
        { removeLabel: 'Temp' },
        { dropIndex: 'user_legacy' },
        { renameProperty: 'old', to: 'now', node: 'User', prefer: 'old' },
        { deleteNodes: 'Kept', destructive: true },
        { cypher: "MATCH (n:Nobody) SET n.x = 'DELETE' /* REMOVE */ REMOVE n.y", title: 'tidy' },
      ]`,
    )
    const before = await everything()
    const { message } = await failure(migrations().up({ allowDestructive: ['OLD', 'Temp'] }))
    expect(message.split('\n')).toEqual([
      '0001-lose, step 1 (remove User.legacy) loses the values of User.legacy: --allow-destructive User.legacy',
      '0001-lose, step 4 (drop index user_legacy) loses index user_legacy: --allow-destructive user_legacy',
      '0001-lose, step 5 (rename User.old to now) loses the new value where both names have one: --allow-destructive User.old',
      '0001-lose, step 7 (tidy) loses what its Cypher deletes: --allow-destructive tidy',
      'name it on the command line as shown, or write `destructive: true` into the step; --dry-run shows what would be run',
    ])
    const [dry] = (await migrations().up({ dryRun: true })).steps
    expect(dry?.steps.map(({ loses, count: n, allow }) => [loses, n, allow])).toEqual([
      ['the values of User.legacy', 1, 'User.legacy'],
      ['the relationships of OLD', 1, 'OLD'],
      ['which nodes were Temp', 1, 'Temp'],
      ['index user_legacy', undefined, 'user_legacy'],
      ['the new value where both names have one', 1, 'User.old'],
      ['the nodes of Kept', 1, undefined],
      ['what its Cypher deletes', undefined, 'tidy'],
    ])
    expect(await everything()).toEqual(before)
    await migrations().up({ allowDestructive: ['OLD', 'Temp', 'User.legacy', 'user_legacy', 'User.old', 'tidy'] })
    expect(await run('MATCH (n) WHERE n.now IS NOT NULL RETURN properties(n) AS p')).toEqual([{ p: { id: 1, now: 1 } }])
    expect(await count('(n) WHERE NOT n:_MotifMigration')).toBe(1)
    expect((await failure(migrations().down())).message).toBe('0001-lose has no `down`: it cannot be taken back')
  })

  it('to and steps choose what is run', async () => {
    for (const id of ['0001-a', '0002-b', '0003-c', '0010-d'])
      write(
        id,
        `up: [{ cypher: "CREATE (:Made {id: '${id}'})" }], down: [{ cypher: "MATCH (n:Made {id: '${id}'}) DELETE n", destructive: true }]`,
      )
    const all = migrations()
    const made = async (): Promise<unknown[]> =>
      (await run<{ id: string }>('MATCH (n:Made) RETURN n.id AS id ORDER BY id')).map(({ id }) => id)
    expect((await all.up({ to: '2' })).migrations).toEqual(['0001-a', '0002-b'])
    expect((await all.up({ to: '0003-c' })).migrations).toEqual(['0003-c'])
    expect((await all.up({ to: '1' })).migrations).toEqual([])
    expect((await failure(all.up({ to: '7' }))).message).toBe("there is no migration '7'")
    expect((await all.up()).migrations).toEqual(['0010-d'])
    expect((await all.down()).migrations).toEqual(['0010-d'])
    expect((await all.down({ dryRun: true, steps: 2 })).migrations).toEqual(['0003-c', '0002-b'])
    expect(await made()).toEqual(['0001-a', '0002-b', '0003-c'])
    expect((await all.down({ to: '1' })).migrations).toEqual(['0003-c', '0002-b'])
    expect(await made()).toEqual(['0001-a'])
    expect((await all.down({ to: '0' })).migrations).toEqual(['0001-a'])
    expect(await made()).toEqual([])

    await all.up({ to: '2' })
    write('0000-late', "up: [{ cypher: 'CREATE (:Late)' }]")
    expect((await failure(all.up())).message).toContain('0000-late would be run after 0002-b, which comes later')
    await all.up({ outOfOrder: true })
    expect(await count('(:Late)')).toBe(1)
  })
})
