import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { servers } from '../engines.ts'
import { has } from '../lacks.ts'
import { urlOf } from '../url-of.ts'
import { folderOf, runExample } from './run-example.ts'

const airports = folderOf('airports')

describe.each(servers.filter((engine) => has(engine, 'introspection')))('the airports on %s', (engine) => {
  const work = mkdtempSync(join(tmpdir(), 'motif-airports-'))
  const url = urlOf(engine)
  let demo: Awaited<ReturnType<typeof runExample>>
  beforeAll(async () => {
    await (await emptyGraph(engine)).close()
    demo = await runExample('airports', ['src/main.ts', '--work', work, '--url', url])
  }, 180_000)
  afterAll(() => rmSync(work, { recursive: true }))

  it('are printed as they are on Grafeo, but for where types go and how a sum is spelt', () => {
    const before = readFileSync(join(airports, 'expected.txt'), 'utf8').split('\n')
    const after = demo.out.split('\n')
    expect(demo.code).toBe(0)
    expect(after).toHaveLength(before.length)
    const differing = before.flatMap((line, at) => (line === after[at] ? [] : [[line, after[at]]]))
    expect(differing.map(([was, now]) => [was, now?.replace(/(wrote +).*\//, '$1…/')])).toEqual([
      ['unchanged src/graph.schema.ts', 'wrote     …/graph.schema.ts'],
      ['unchanged src/graph.zod.ts', 'wrote     …/graph.zod.ts'],
      ['unchanged src/graph.snapshot.json', 'wrote     …/graph.snapshot.json'],
      [
        '    RETURN a.iata AS iata, a.city AS city, count(f) AS routes, coalesce(sum(f.flights), 0) AS flights',
        '    RETURN a.iata AS iata, a.city AS city, count(f) AS routes, sum(f.flights) AS flights',
      ],
    ])
  })

  it('are drawn the same', () => {
    expect(readFileSync(join(work, 'map.svg'), 'utf8')).toBe(readFileSync(join(airports, 'map.svg'), 'utf8'))
  })

  it('have the types that are committed, but for a constraint that Neo4j keeps in its Enterprise edition', async () => {
    const command = fileURLToPath(new URL('cli/main.ts', import.meta.resolve('@motif/codegen')))
    const { code, out } = await runExample('airports', [command, 'check', '--url', url.replace(/^bolt:/, 'neo4j:')])
    expect(code).toBe(1)
    expect(out).toMatchInlineSnapshot(`
      "the graph differs from the snapshot in 1 place:
        - constraint airport_has_iata: Airport.iata exists

      run \`motif generate\` and commit what it writes
      "
    `)
  })

  it('answer the program of the README', async () => {
    const { code, out } = await runExample('airports', ['src/hello.ts'], { GRAPH_URL: url })
    expect(code).toBe(0)
    expect(out).toContain("{ iata: 'DEN', city: 'Denver', flights: 1293 }")
  })
})
