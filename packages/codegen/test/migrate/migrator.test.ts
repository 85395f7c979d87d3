import { freshGraph } from '@motif/driver/testing'
import { expect, it } from 'vitest'
import { migrator } from '../../src/migrate/migrator.ts'
import { defineGraph, type WantedGraph } from '../../src/migrate/wanted.ts'
import { folderOf } from './folder-of.ts'

it('what a program hands in is checked as a file is', async () => {
  await using db = freshGraph('grafeo')
  const directory = `${folderOf({ '0001-a': "up: [{ cypher: 'CREATE (:A)' }], down: []" })}/migrations`
  for (const batch of [0, -1, 1.5, Number.NaN])
    expect(() => migrator(db, { directory, batch })).toThrow(`batch is a whole number above 0, not ${batch}`)
  await expect(migrator(db, { directory }).down({ steps: 0 })).rejects.toThrow('steps is a whole number above 0, not 0')
  const schema = defineGraph({ nodes: { User: { key: 'id', unique: ['id'] } } })
  await expect(migrator(db, { directory, schema }).plan()).rejects.toThrow(
    'the wanted schema is not right:\n  nodes.User.unique.0: what is a key is unique already',
  )
  await expect(migrator(db, { directory }).plan()).rejects.toThrow('no schema is wanted')
})

it('a plan leaves alone what is ignored, and finds what no step can mend', async () => {
  await using db = freshGraph('grafeo')
  const run = (text: string): Promise<unknown> => db.cypher.as<never>(text).execute()
  await run("CREATE (:User {id: 1, tags: ['a']}), (:User {id: 'two', tags: [1]}), (:User), (:Other {id: 1})")
  await run('CREATE INDEX other FOR (n:Other) ON (n.id)')
  const schema = defineGraph({
    nodes: { User: { properties: { id: 'integer', tags: 'list<string>?', gone: 'string' } } },
    relationships: { NONE: { properties: { at: 'date' }, removed: ['x'] } },
    removed: { nodes: ['Nobody'], labels: ['Nothing'], relationships: ['NEVER'] },
    ignore: ['Other'],
  })
  const plan = await migrator(db, { directory: folderOf({}), schema }).plan()
  expect(plan).toEqual({
    ok: false,
    steps: [],
    findings: [
      'User.id should be integer; some hold string',
      'User.id should be integer; 1 node lacks it',
      'User.tags should be list<string>?; some hold integer',
      'User.gone should be string; 3 nodes lack it',
    ],
    lacking: [],
  })
})

it('a key takes the place of uniqueness, and constraints that others named are no difference', async () => {
  await using db = freshGraph('grafeo')
  const run = (text: string): Promise<unknown> => db.cypher.as<never>(text).execute()
  await run('CREATE CONSTRAINT a FOR (n:User) REQUIRE n.id IS UNIQUE')
  await run('CREATE CONSTRAINT b FOR (n:User) REQUIRE n.id IS NOT NULL')
  await run('CREATE CONSTRAINT c FOR (n:User) REQUIRE n.name IS NOT NULL')
  const schema = defineGraph({ nodes: { User: { key: 'id', exists: ['name'] } } })
  const planned = async (wanted: WantedGraph): Promise<unknown> =>
    (await migrator(db, { directory: folderOf({}), schema: wanted }).plan()).steps.map(({ text, destructive }) => [
      text,
      destructive,
    ])
  expect(await planned(schema)).toEqual([
    ['- constraint a: User.id is unique, replaced by user_id_key', undefined],
    ['- constraint b: User.id exists, replaced by user_id_key', undefined],
    ['+ constraint user_id_key: User.id is the key', undefined],
  ])
  const pair = defineGraph({ nodes: { User: { key: ['id', 'name'] } } })
  expect(await planned(pair)).toEqual([
    ['- constraint a: User.id is unique', 'a'],
    ['- constraint b: User.id exists, replaced by user_id_name_key', undefined],
    ['- constraint c: User.name exists, replaced by user_id_name_key', undefined],
    ['+ constraint user_id_name_key: User.id, User.name is the key', undefined],
  ])
})

it('what is to be gone is planned with what it would take along', async () => {
  await using db = freshGraph('grafeo')
  await db.cypher.as<never>('CREATE (:Temp)-[:OLD]->(:User:Was {legacy: 1})').execute()
  const directory = folderOf({})
  const schema = defineGraph({
    nodes: { User: { removed: ['legacy'] } },
    removed: { nodes: ['Temp'], labels: ['Was'], relationships: ['OLD'] },
  })
  const migrations = migrator(db, { directory, schema })
  const { steps } = await migrations.plan()
  expect(steps.map(({ text, destructive, undo }) => [text, destructive, undo])).toEqual([
    ['- User.legacy, with the values of 1 node', 'User.legacy', undefined],
    ['- relationships of OLD (1 relationship)', 'OLD', undefined],
    ['- nodes of Temp (1 node)', 'Temp', undefined],
    ['- label Was (1 node)', 'Was', undefined],
  ])
  await migrations.create('gone', { allowDestructive: ['User.legacy', 'OLD', 'Temp'] })
  await expect(migrations.up()).rejects.toThrow('--allow-destructive Was')
  await migrations.up({ allowDestructive: ['Was'] })
  expect(await migrations.plan()).toMatchObject({ ok: true })
  await expect(migrations.down()).rejects.toThrow('0001-gone has no `down`: it cannot be taken back')
})
