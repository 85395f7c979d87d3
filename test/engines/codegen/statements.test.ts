import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkStatements, type StatementFault, writeFiles } from '@motif/codegen'
import type { SchemaShape } from '@motif/core'
import type { Database } from '@motif/driver'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { engines } from '../engines.ts'
import { has } from '../lacks.ts'

const schema = `export interface Schema {
  nodes: { User: { properties: { id: number; name: string }; in: { KNOWS: 'User' }; out: { KNOWS: 'User' } } }
  relationships: { KNOWS: { from: 'User'; to: 'User'; properties: {} } }
}
`

const head = `import type { Graph } from '@motif/core'
import type { Schema } from './graph.schema.ts'
declare const db: Graph<Schema>
`

const compilerOptions = {
  strict: true,
  noEmit: true,
  target: 'ES2023',
  lib: ['ES2023'],
  module: 'NodeNext',
  moduleResolution: 'NodeNext',
  customConditions: ['motif-source'],
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  types: [],
}

describe.each(engines)('statements asked of %s', { timeout: 60_000 }, (engine) => {
  let db: Database<SchemaShape>
  let directory: string
  beforeEach(async () => {
    // Inside the workspace, so that `@motif/core` is found.
    mkdirSync(join(import.meta.dirname, '../.tmp'), { recursive: true })
    directory = mkdtempSync(join(import.meta.dirname, '../.tmp/statements-'))
    mkdirSync(join(directory, 'src'))
    writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }))
    writeFileSync(join(directory, 'src/graph.schema.ts'), schema)
    db = await emptyGraph(engine)
    await db.cypher.as<never>('CREATE (:User {id: 1, name: "Ada"})').execute()
  })
  afterEach(async () => {
    await db.close()
    rmSync(directory, { recursive: true })
  })

  const ask = async (queries: string): Promise<Awaited<ReturnType<typeof checkStatements>>> => {
    writeFileSync(join(directory, 'src/queries.ts'), head + queries)
    return checkStatements(db.executor, { directory, output: 'src/graph.schema.ts' })
  }
  const places = (faults: readonly StatementFault[]): unknown[] =>
    faults
      .filter(({ severity }) => severity === 'error')
      .map(({ from, text, offset }) => [from, text.slice(offset).split(/[\s(]/)[0]])

  it('runs nothing, whatever it asks about', async () => {
    const report = await ask(`
export const all = [
  db.cypher('CREATE (u:User {id: $id, name: $name})'),
  db.cypher('MATCH (u:User {id: $id}) DETACH DELETE u'),
  db.cypher('UNWIND $rows AS row MERGE (u:User {id: row.id}) SET u.name = row.name'),
  db.match('(u:User {id: $id})').set('u.name = $name').return('u.name AS name'),
  db.match('(u:User)').where('u.name STARTS WITH $part').return('u.id AS id').skip('$skip').limit(10),
  db.cypher.as<{ n: number }>('MATCH (u:User) DELETE u RETURN count(u) AS n'),
]
`)
    expect(report.faults.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(report).toMatchObject({ ok: true, statements: 4, chains: 2, unasked: 0, written: 3 })
    expect(await db.cypher.as<{ name: string }>('MATCH (u) RETURN u.name AS name').run()).toEqual([{ name: 'Ada' }])
  })

  it('says what only the engine knows, at its place in the text', async () => {
    const report = await ask(`
export const a = db.cypher.as<{ n: number }>('MATCH (u:User)\\n  RETURN nosuch(u.name) AS n')
export const b = db.cypher.as<{ n: number }>('MATCH (u:User) RETURN other.name AS n')
export const c = db.cypher.as<{ n: number }>('MATCH (u:User RETURN u')
`)
    expect(report.ok).toBe(false)
    const known = has(engine, 'places of errors')
    expect(places(report.faults)).toEqual([
      ['graph', known ? 'nosuch' : 'MATCH'],
      ['graph', known ? 'other.name' : 'MATCH'],
      ['graph', known ? 'RETURN' : 'MATCH'],
    ])
  })

  it('says the same from what it kept, where there is no graph', async () => {
    const live = await ask(
      "export const a = db.cypher.as<{ n: number }>('MATCH (u:User) RETURN nosuch(u.name) AS n')\n",
    )
    writeFiles(live.files)
    const offline = await checkStatements(undefined, { directory, output: 'src/graph.schema.ts' })
    expect(offline.faults).toEqual(live.faults)
    expect(offline).toMatchObject({ ok: false, mode: 'offline', dialects: live.dialects, unasked: 0 })
  })
})
