import { spawn } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import grafeo from '@grafeo-db/js'
import { describe, expect, it } from 'vitest'
import { freshFolder, graphFile } from '../folder.ts'

const main = join(import.meta.dirname, '../../src/cli/main.ts')
const loader = join(dirname(createRequire(import.meta.url).resolve('tsx/package.json')), 'dist/loader.mjs')

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly errors: string
}

interface How {
  readonly environment?: Readonly<Record<string, string>>
  /** Interrupts the command once standard error says this. */
  readonly interruptAt?: string
}

/** Runs the command as a user's shell does, from source. */
const motif = (folder: string, line: string, { environment = {}, interruptAt }: How = {}): Promise<Ended> =>
  new Promise((done, fail) => {
    const words = line.split(' ').filter((word) => word !== '')
    const { GRAPH_URL: _, ...inherited } = process.env
    const child = spawn(process.execPath, ['--conditions=motif-source', '--import', loader, main, ...words], {
      cwd: folder,
      env: { ...inherited, NODE_OPTIONS: '', ...environment },
    })
    let [out, errors] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      out += part
    })
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      errors += part
      if (interruptAt !== undefined && errors.includes(interruptAt)) child.kill('SIGINT')
    })
    child.on('error', fail)
    child.on('close', (code) => done({ code, out, errors }))
  })

const airports = "UNWIND ['SFO', 'JFK'] AS code CREATE (:Airport {code: code, lat: 1.5})-[:SERVES]->(:City {name: 'x'})"

describe('motif', { timeout: 60_000 }, () => {
  it('begins a project, generates, checks, and says what differs', async () => {
    const folder = freshFolder()
    await graphFile(folder, airports)
    expect(await motif(folder, 'init --url grafeo:./air.db')).toEqual({
      code: 0,
      out: 'wrote motif.config.ts\n\nnext: motif generate\n',
      errors: '',
    })
    expect(await motif(folder, 'generate')).toEqual({
      code: 0,
      out: [
        'wrote     src/graph.schema.ts',
        'wrote     src/graph.zod.ts',
        'wrote     src/graph.snapshot.json',
        '2 labels, 1 relationship type (full scan of 4 nodes and 2 relationships)',
        '',
      ].join('\n'),
      errors: 'reading label sets and relationship ends (0 of 1)\nreading relationships (1 of 2)\n',
    })
    expect(readdirSync(join(folder, 'src')).toSorted()).toEqual([
      'graph.schema.ts',
      'graph.snapshot.json',
      'graph.zod.ts',
    ])
    expect(await motif(folder, 'generate')).toMatchObject({
      code: 0,
      out: expect.stringContaining('unchanged src/graph.schema.ts') as string,
    })
    expect(await motif(folder, 'check')).toMatchObject({ code: 0, out: 'the graph and the generated files agree\n' })

    await graphFile(folder, "MATCH (a:Airport {code: 'SFO'}) REMOVE a.lat")
    expect(await motif(folder, 'check')).toMatchObject({
      code: 1,
      out: [
        'the graph differs from the snapshot in 1 place:',
        '  ~ Airport.lat: float → float? (1 of 2 nodes lacks it)',
        '',
        'run `motif generate` and commit what it writes',
        '',
      ].join('\n'),
    })
    expect(await motif(folder, 'check --offline')).toEqual({
      code: 0,
      out: 'the generated files agree with the snapshot\n',
      errors: '',
    })
  })

  it('prints one JSON object for programs, and nothing else', async () => {
    const folder = freshFolder()
    await graphFile(folder, airports)
    const generated = await motif(folder, 'generate --json', { environment: { GRAPH_URL: 'grafeo:./air.db' } })
    expect({ ...generated, out: JSON.parse(generated.out) as unknown }).toEqual({
      code: 0,
      out: {
        files: ['graph.schema.ts', 'graph.zod.ts', 'graph.snapshot.json'].map((name) => ({
          path: join(folder, name),
          changed: true,
        })),
        scan: { mode: 'full' },
        labels: 2,
        relationships: 1,
        warnings: [],
      },
      errors: '',
    })
    writeFileSync(join(folder, 'graph.zod.ts'), '')
    const checked = await motif(folder, 'check --json --offline')
    expect(checked).toMatchObject({ code: 1, errors: '' })
    expect(JSON.parse(checked.out)).toMatchObject({
      ok: false,
      mode: 'offline',
      files: [{ path: join(folder, 'graph.zod.ts'), problem: 'differs' }],
    })
  })

  it('leaves nothing half-written when it is interrupted', async () => {
    const folder = freshFolder()
    await graphFile(folder, 'UNWIND range(1, 150000) AS i CREATE (:A {a: i, b: i, c: i, d: i, e: i})')
    const { code, out, errors } = await motif(folder, 'generate --url grafeo:./air.db', { interruptAt: 'reading' })
    expect([code, out]).toEqual([130, ''])
    expect(errors).toMatch(/motif: interrupted, nothing was written\n$/)
    expect(readdirSync(folder).filter((name) => !name.startsWith('air.db'))).toEqual([])
    // The graph is as it was.
    const db = grafeo.GrafeoDB.open(join(folder, 'air.db'))
    expect(db.nodeCount()).toBe(150_000)
    db.close()
  })
})
