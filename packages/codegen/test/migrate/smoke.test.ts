import { freshGraph } from '@motif/driver/testing'
import { connect } from '@motif/driver'
import { expect, it } from 'vitest'
import { migrator } from '../../src/migrate/migrator.ts'
import { defineGraph } from '../../src/migrate/wanted.ts'
import { freshFolder } from '../folder.ts'
import { readFileSync } from 'node:fs'

it.each(['grafeo', 'bolt://127.0.0.1:7896'])('runs on %s', async (url) => {
  const db = url === 'grafeo' ? freshGraph('grafeo') : connect(url)
  const run = (text: string) => db.cypher.as<any>(text).run()
  await run('MATCH (n) DETACH DELETE n')
  for (const { name } of await run(url === 'grafeo' ? 'SHOW CONSTRAINTS' : 'SHOW CONSTRAINTS YIELD name'))
    await run('DROP CONSTRAINT ' + name)
  for (const { name } of url === 'grafeo' ? [] : await run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'"))
    await run('DROP INDEX ' + name)
  await run("UNWIND range(1, 12000) AS i CREATE (:Person {id: i, fullName: 'x' + toString(i)})")
  await run('CREATE CONSTRAINT pid FOR (n:Person) REQUIRE n.id IS UNIQUE')
  await run('CREATE INDEX oldi FOR (n:Person) ON (n.age)')
  await run('MATCH (a:Person {id: 1}), (b:Person {id: 2}) CREATE (a)-[:KNEW {since: 3}]->(b)')
  const schema = defineGraph({
    nodes: {
      User: {
        renamedFrom: 'Person',
        properties: {
          id: 'integer',
          name: { type: 'string', renamedFrom: 'fullName' },
          role: { type: 'string', default: 'user' },
          score: { type: 'float', default: 1 },
        },
        unique: ['id'],
        indexes: ['name'],
      },
    },
    relationships: { KNOWS: { renamedFrom: 'KNEW' } },
  })
  const directory = freshFolder()
  const m = migrator(db, { directory, schema, onProgress: () => {} })
  console.log(
    (await m.plan()).steps.map((s) => s.text),
    (await m.plan()).findings,
  )
  const { path } = await m.create('people become users', { allowDestructive: ['oldi'] })
  readFileSync(path)
  const t = performance.now()
  await m.up()
  console.log(performance.now() - t)
  expect(await m.plan()).toMatchObject({ ok: true })
  console.log(
    await run('MATCH (n:User) RETURN n.name AS name, n.role AS r, n.score AS s LIMIT 2'),
    await run('MATCH ()-[r]->() RETURN type(r) AS t, r.since AS s'),
    await m.status(),
  )
  await m.down()
  console.log(
    (await m.plan()).steps.map((s) => s.text),
    await m.status(),
  )
  await db.close()
})
