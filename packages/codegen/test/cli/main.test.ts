import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import grafeo from '@grafeo-db/js'
import { describe, expect, it } from 'vitest'
import { freshFolder, graphFile } from '../folder.ts'
import { spawned as motif } from './spawned.ts'

const airports = "UNWIND ['SFO', 'JFK'] AS code CREATE (:Airport {code: code, lat: 1.5})-[:SERVES]->(:City {name: 'x'})"

describe('motif', { timeout: 60_000 }, () => {
  it('begins a project, generates, checks, and says what differs', async () => {
    const folder = freshFolder()
    await graphFile(folder, airports)
    expect(await motif(folder, 'init --url grafeo:./air.db')).toEqual({
      code: 0,
      out: [
        'wrote motif.config.ts',
        '',
        'next:',
        '  motif generate             reads the graph, writes its types beside your sources',
        '  motif check                in CI: fails when graph and types have drifted apart',
        '  motif diagram --output graph.svg',
        '',
      ].join('\n'),
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

  it('says once how it ended, whatever the config has begun and goes on', async () => {
    const folder = freshFolder({ 'motif.config.ts': 'setInterval(() => {}, 1_000)\nexport default {}' })
    await graphFile(folder, airports)
    const { code, errors } = await motif(folder, 'generate --watch --url grafeo:./air.db', { interruptAt: 'watching' })
    expect(code).toBe(0)
    expect(errors).not.toContain('interrupted')
  })
})
