import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import grafeo from '@grafeo-db/js'
import { describe, expect, it } from 'vitest'
import { motif } from '../cli/motif.ts'
import { spawned } from '../cli/spawned.ts'
import { freshFolder, graphFile } from '../folder.ts'
import { folderOf, migrationText } from './folder-of.ts'

const wanted = `import { defineGraph } from '@motif/codegen'

export default defineGraph({
  nodes: {
    User: {
      renamedFrom: 'Person',
      properties: { id: 'integer', role: { type: 'string', default: 'user' } },
      unique: ['id'],
      indexes: ['role', { kind: 'text', properties: 'role' }],
    },
  },
})
`

interface Said {
  readonly code: number
  readonly out: string
  readonly errors: string
}

/** What the command says on the graph `air.db` of a folder, the folder and the progress left out. */
const say = async (folder: string, line: string): Promise<Said> => {
  const { code, out, errors } = await motif(folder, `migrate ${line} --url grafeo:${join(folder, 'air.db')}`)
  const told = errors.split('\n').filter((each) => each.startsWith('motif: ') || each.startsWith('  '))
  return { code, out: out.replaceAll(folder, ''), errors: told.join('\n').replaceAll(folder, '') }
}

const asked = async (folder: string, text: string): Promise<unknown[]> => {
  const db = grafeo.GrafeoDB.open(join(folder, 'air.db'))
  const rows = (await db.executeCypher(text)).toArray() as unknown[]
  db.close()
  return rows
}

describe('motif migrate', { timeout: 60_000 }, () => {
  it('plans, writes, shows, runs and takes back', async () => {
    const folder = freshFolder({ 'graph.wanted.ts': wanted })
    await graphFile(
      folder,
      'UNWIND range(1, 1200) AS i CREATE (:Person {id: i})',
      'CREATE INDEX old_id FOR (n:Person) ON (n.id)',
    )
    expect(await say(folder, 'plan')).toEqual({
      code: 1,
      out: `the graph differs from the wanted schema in 5 places:
  - range index old_id: Person.id, replaced by user_id_unique
  ~ label Person → User (1,200 nodes)
  ~ User.role: "user" for 1,200 nodes without
  + constraint user_id_unique: User.id is unique
  + range index user_role_index: User.role

wanted too, and not to be had here:
  text index user_role_text: User.role (Grafeo has no text indexes in Cypher)

run \`motif migrate create NAME\`
`,
      errors: '',
    })
    expect(await say(folder, 'create people-become-users')).toEqual({
      code: 0,
      out: 'wrote migrations/0001-people-become-users.ts (5 steps)\n\nread it, then run `motif migrate up`\n',
      errors: '',
    })
    expect(await say(folder, 'status')).toEqual({ code: 1, out: 'pending   0001-people-become-users\n', errors: '' })
    expect((await say(folder, 'up --dry-run --batch 500')).out).toBe(`0001-people-become-users
  1. drop index old_id
     DROP INDEX old_id IF EXISTS
  2. rename label Person to User
     MATCH (n:Person) WITH n LIMIT $batch SET n:User REMOVE n:Person RETURN count(*) AS done
     $batch = 500
  3. set User.role to "user" where it is missing
     MATCH (n:User) WHERE n.role IS NULL WITH n LIMIT $batch SET n.role = $value RETURN count(*) AS done
     $value = "user", $batch = 500
  4. create constraint user_id_unique: User.id is unique
     CREATE CONSTRAINT user_id_unique FOR (n:User) REQUIRE n.id IS UNIQUE
  5. create range index user_role_index: User.role
     CREATE INDEX user_role_index FOR (n:User) ON (n.role)

nothing was sent: this was a dry run
`)
    expect(await asked(folder, 'MATCH (n:Person) RETURN count(n) AS c')).toEqual([{ c: 1200 }])
    const up = await motif(folder, `migrate up --batch 500 --url grafeo:${join(folder, 'air.db')}`)
    expect([up.code, up.out]).toEqual([0, 'applied 0001-people-become-users\n'])
    expect(up.errors.replaceAll(/, [\d,]+\/s/g, '')).toContain(
      '0001-people-become-users 2/5: rename label Person to User (1,000 of 1,200)\n',
    )
    expect((await say(folder, 'status')).out).toMatch(/^applied {3}0001-people-become-users {2}\d{4}-\d\d-\d\dT.*Z\n$/)
    expect(await say(folder, 'plan')).toMatchObject({
      code: 0,
      out: `the graph is as it should be

wanted too, and not to be had here:
  text index user_role_text: User.role (Grafeo has no text indexes in Cypher)
`,
    })
    expect((await say(folder, 'up')).out).toBe('nothing to apply\n')
    expect((await say(folder, 'down --dry-run')).out).toContain('rename label User to Person')
    expect(await say(folder, 'down')).toEqual({ code: 0, out: 'took back 0001-people-become-users\n', errors: '' })
    expect(await asked(folder, 'MATCH (n:Person) RETURN count(n) AS c')).toEqual([{ c: 1200 }])
    expect((await say(folder, 'down')).out).toBe('nothing to take back\n')
  })

  it('speaks JSON to programs', async () => {
    const folder = freshFolder({ 'graph.wanted.ts': wanted })
    await graphFile(folder, 'CREATE (:Person {id: 1})')
    const json = async (line: string): Promise<unknown> => JSON.parse((await say(folder, `${line} --json`)).out)
    expect(await json('plan')).toMatchObject({
      ok: false,
      steps: [
        { step: { renameLabel: 'Person', to: 'User' }, undo: [{ renameLabel: 'User', to: 'Person' }] },
        { step: { backfill: 'role', node: 'User', value: 'user' } },
        { step: { createConstraint: 'user_id_unique' } },
        { step: { createIndex: 'user_role_index' } },
      ],
      findings: [],
      lacking: [{ name: 'user_role_text', reason: 'Grafeo has no text indexes in Cypher' }],
    })
    expect(await json('create users')).toMatchObject({ path: '/migrations/0001-users.ts', plan: { ok: false } })
    expect(await json('status')).toEqual({
      ok: false,
      migrations: [{ id: '0001-users', state: 'pending' }],
      lock: null,
    })
    expect(await json('up')).toEqual({ dryRun: false, migrations: ['0001-users'], skipped: [], steps: [] })
    expect(await json('up')).toMatchObject({ migrations: [] })
    expect(await json('down --to 9')).toEqual({ error: { code: 'USAGE', message: "there is no migration '9'" } })
  })

  it('takes folder, schema, batch and what to do about what is lacking from the config', async () => {
    const folder = freshFolder({
      'motif.config.ts': `import { defineConfig, defineGraph } from '@motif/codegen'
export default defineConfig({
  migrate: {
    directory: 'graph/steps', batch: 10, unsupported: 'skip',
    schema: defineGraph({ nodes: { User: { properties: { id: 'integer' }, unique: ['id'] } } }),
  },
})`,
      'graph/steps/0001-text.ts': migrationText(
        "up: [{ createIndex: 'bio', kind: 'text', node: 'User', properties: ['bio'] }, { renameLabel: 'A', to: 'B' }]",
      ),
    })
    await graphFile(folder, 'CREATE (:A)')
    expect((await say(folder, 'up --dry-run')).out).toBe(`0001-text
  1. create text index bio: User.bio
     left out: text index bio: User.bio (Grafeo has no text indexes in Cypher)
  2. rename label A to B
     MATCH (n:A) WITH n LIMIT $batch SET n:B REMOVE n:A RETURN count(*) AS done
     $batch = 10

nothing was sent: this was a dry run
`)
    expect((await say(folder, 'up')).out).toBe(
      'applied 0001-text\nleft out, since this engine lacks it:\n  text index bio: User.bio\n',
    )
    expect((await say(folder, 'create ids')).out).toContain('wrote graph/steps/0002-ids.ts (1 step)')
  })

  it('says what fails, where, and how to go on', async () => {
    const folder = folderOf({
      '0001-a': "  up: [{ cypher: 'CREATE (:A)' }, { cypher: 'THIS IS NOT CYPHER' }],",
      '0002-b': '  up: [],',
    })
    await graphFile(folder, 'CREATE (:B)')
    const { code, errors } = await say(folder, 'up')
    expect(code).toBe(2)
    expect(errors).toMatch(/^motif: 0001-a, step 2 of 2 \(THIS IS NOT CYPHER\): /)
    const status = await say(folder, 'status')
    expect(status.out).toMatch(
      /^applying {2}0001-a {2}1 of 2 steps done\n {10}0001-a, step 2 of 2 [^]*\npending {3}0002-b\n$/,
    )
    writeFileSync(
      join(folder, 'migrations/0001-a.ts'),
      migrationText("  up: [{ cypher: 'CREATE (:A)' }, { cypher: 'CREATE (:C)' }],"),
    )
    expect((await say(folder, 'up')).out).toBe('applied 0001-a\napplied 0002-b\n')
    expect(await asked(folder, 'MATCH (n) WHERE n:A OR n:B OR n:C RETURN count(n) AS c')).toEqual([{ c: 3 }])
  })

  it.each([
    ['plan', 'no schema is wanted: name one, `migrate: { schema: … }` in motif.config.ts'],
    ['create x', 'no schema is wanted: name one, `migrate: { schema: … }` in motif.config.ts'],
    ['create ///', "a migration's name has letters or digits, not '///'"],
    ['up --batch 0', "--batch takes a whole number above 0, not '0'"],
    ['down --steps one', "--steps takes a whole number above 0, not 'one'"],
    ['up --to 7', "there is no migration '7'"],
  ])('refuses in words: motif migrate %s', async (line, words) => {
    const folder = freshFolder()
    await graphFile(folder, 'CREATE (:A)')
    expect(await say(folder, line)).toEqual({ code: 2, out: '', errors: `motif: ${words}` })
  })

  it('refuses a wanted schema that is not there, and two migrations of one number', async () => {
    const config = { 'motif.config.ts': "export default { migrate: { schema: 'wanted/graph.ts' } }" }
    const folder = folderOf({ '0001-a': 'up: []', '0001-b': 'up: []' }, config)
    expect((await say(folder, 'plan')).errors).toBe('motif: there is no wanted schema at /wanted/graph.ts')
    writeFileSync(join(folder, 'motif.config.ts'), 'export default {}')
    await graphFile(folder, 'CREATE (:A)')
    expect((await say(folder, 'up')).errors).toBe(
      'motif: migrations 0001-a and 0001-b have the same number: give the newer one the next',
    )
  })

  it.each(['', 'plan', 'create', 'up', 'down', 'status'])('helps: motif migrate %s --help', async (command) => {
    const { code, out } = await motif(freshFolder(), `migrate ${command} --help`)
    expect(code).toBe(0)
    expect(out).toMatch(/Examples?:\n {2}\$ motif migrate/)
  })

  it('that is killed goes on where it was, once its lock is taken', async () => {
    const folder = folderOf({
      '0001-ranks':
        "  up: [{ backfill: 'rank', node: 'User', cypher: 'n.id * 2', batch: 100 }, { cypher: 'CREATE (:Done)' }],",
    })
    await graphFile(folder, 'UNWIND range(1, 20000) AS i CREATE (:User {id: i})')
    const killed = await spawned(folder, 'migrate up --url grafeo:./air.db', {
      interruptAt: 'missing (2,',
      by: 'SIGKILL',
    })
    expect([killed.code, killed.out]).toEqual([null, ''])
    const ranked = 'MATCH (n:User) WHERE n.rank = n.id * 2 RETURN count(n) AS c'
    const [before] = (await asked(folder, ranked)) as { c: number }[]
    expect(before?.c).toBeGreaterThanOrEqual(1_900)
    expect(before?.c).toBeLessThan(20_000)
    expect((await say(folder, 'up')).errors).toMatch(
      /^motif: migrations of this graph are locked by .* wait for it to end$/,
    )
    await graphFile(folder, 'MATCH (l:_MotifLock) SET l.expires = 1') // as after a minute
    expect((await say(folder, 'up')).errors).toMatch(/--take-lock$/)
    expect((await say(folder, 'up --take-lock')).out).toBe('applied 0001-ranks\n')
    expect(await asked(folder, ranked)).toEqual([{ c: 20_000 }])
    expect(await asked(folder, 'MATCH (n:Done) RETURN count(n) AS c')).toEqual([{ c: 1 }])
  })

  it('that is interrupted says where it stands, and leaves no lock', async () => {
    const folder = folderOf({ '0001-ranks': "  up: [{ backfill: 'rank', node: 'User', value: 1, batch: 100 }]," })
    await graphFile(folder, 'UNWIND range(1, 20000) AS i CREATE (:User {id: i})')
    const stopped = await spawned(folder, 'migrate up --url grafeo:./air.db', { interruptAt: 'missing (2,' })
    expect(stopped.code).toBe(130)
    expect(stopped.errors).toContain(
      'motif: interrupted, 0001-ranks stands before the end of step 1 of 1; the same command goes on from there\n',
    )
    expect((await say(folder, 'up')).out).toBe('applied 0001-ranks\n')
  })
})
