import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { connect } from '@motif/driver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { command, here } from '../src/motif.ts'

interface Ended {
  readonly code: number | string | null | undefined
  readonly out: string
  readonly errors: string
}

const run = (program: string, words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> =>
  new Promise((resolve) => {
    const line = ['--import', 'tsx', '--conditions=motif-source', program, ...words]
    const child = execFile(
      process.execPath,
      line,
      { cwd: here, env: { ...process.env, ...env } },
      (error, out, errors) => {
        resolve({ code: error === null ? child.exitCode : error.code, out, errors })
      },
    )
  })
const committed = (name: string): Promise<string> => readFile(join(here, name), 'utf8')

let work = ''
let demo: Ended = { code: undefined, out: '', errors: '' }
const url = (): string => `grafeo:${join(work, 'air.db')}`

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'motif-airports-'))
  demo = await run(fileURLToPath(new URL('../src/main.ts', import.meta.url)), ['--work', work])
}, 120_000)
afterAll(() => rm(work, { recursive: true, force: true }))

describe('the demo', () => {
  it('prints what is committed', async () => {
    expect(demo).toMatchObject({ code: 0, out: await committed('expected.txt') })
  })

  it('shows its progress in plain lines where there is no terminal', () => {
    expect(demo.errors).toContain('loading airports.csv: 500 of 3376\n')
    expect(demo.errors).toContain('loading flights-airport.csv: 5366 of 5366\n')
  })

  it('draws the map that is committed, of a size for a page', async () => {
    const number = /-?\d*\.?\d+/g
    const [drawn, kept] = [await readFile(join(work, 'map.svg'), 'utf8'), await committed('map.svg')]
    expect(drawn.replaceAll(number, '0')).toBe(kept.replaceAll(number, '0'))
    // Another machine may round the last digit of a projected point differently.
    const numbers = (svg: string): number[] => (svg.match(number) ?? []).map(Number)
    const before = numbers(kept)
    const drift = numbers(drawn).map((value, index) => Math.abs(value - (before[index] ?? Number.NaN)))
    expect(Math.max(...drift)).toBeLessThan(0.21)
    expect(drawn.length).toBeLessThan(200_000)
  })
})

describe('motif check', () => {
  it('finds that the committed schema is what the graph gives', async () => {
    expect(await run(command, ['check', '--url', url()])).toMatchObject({
      code: 0,
      out: 'the graph and the generated files agree\n',
    })
  })

  it('shows a property that came up since, and exits with 1', async () => {
    const db = connect(url())
    await db.cypher.as<never>("MATCH (a:Airport {iata: 'BZN'}) SET a.runways = 4").execute()
    await db.close()
    const check = await run(command, ['check', '--url', url()])
    expect(check.code).toBe(1)
    expect(check.out).toMatchInlineSnapshot(`
      "the graph differs from the snapshot in 1 place:
        + Airport.runways: integer? (3,375 of 3,376 nodes lack it)

      run \`motif generate\` and commit what it writes
      "
    `)
  })
})

describe('the README', () => {
  it('shows a program that runs', async () => {
    const program = fileURLToPath(new URL('../src/hello.ts', import.meta.url))
    expect(await readFile(join(here, '../../README.md'), 'utf8')).toContain(await readFile(program, 'utf8'))
    const { code, out, errors } = await run(program, [], { GRAPH_URL: url() })
    expect({ code, out, errors }).toMatchInlineSnapshot(`
      {
        "code": 0,
        "errors": "",
        "out": "[
        { iata: 'SLC', city: 'Salt Lake City', flights: 1664 },
        { iata: 'DEN', city: 'Denver', flights: 1293 },
        { iata: 'MSP', city: 'Minneapolis', flights: 878 }
      ]
      ",
      }
    `)
  })
})
