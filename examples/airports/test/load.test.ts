import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { connect, type Database } from '@motif/driver'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Schema, schema } from '../src/graph.schema.ts'
import { loadAirports, loadRoutes, makeConstraints } from '../src/load.ts'

const shipped = fileURLToPath(new URL('../data/', import.meta.resolve('vega-datasets')))

let folder: string
let db: Database<Schema>
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motif-airports-'))
  db = connect('grafeo::memory:', { schema })
  await makeConstraints(db)
})
afterEach(async () => {
  await db.close()
  await rm(folder, { recursive: true, force: true })
})

/** Copies a file that ships, with some lines changed; the first line is 1. */
const tamper = async (file: string, change: (lines: string[]) => void): Promise<void> => {
  const lines = (await readFile(join(shipped, file), 'utf8')).trimEnd().split('\n')
  change(lines)
  await writeFile(join(folder, file), lines.join('\n'))
}
const codes = async (): Promise<Set<string>> =>
  new Set((await db.match('(a:Airport)').return('a.iata AS iata').run()).map(({ iata }) => iata))
const codeAt = (lines: readonly string[], line: number): string => (lines[line - 1] ?? '').split(',')[0] ?? ''

describe('a file with bad rows', () => {
  it('is loaded but for these, each reported with its line and the reason', async () => {
    await tamper('airports.csv', (lines) => {
      lines[4] = 'ZZA,North Strip,Whitefish,MT,USA,north,-114.34'
      lines[5] = ',Unnamed,Butte,MT,USA,46.01,-112.53'
      lines[6] = 'ZZC,Far Field,Libby,MT,USA,148.39,-115.4'
      lines[7] = 'ZZD,Half a row'
      lines[8] = 'ZZE,A "quote" out of place,Polson,MT,USA,47.69,-114.16'
      lines[9] = 'ZZF,One too many,Polson,MT,USA,47.69,-114.16,more'
    })
    const report = await loadAirports(db, folder)
    expect(report).toMatchObject({ file: 'airports.csv', kept: 3376 - 6, failed: [] })
    expect(report.bad).toMatchInlineSnapshot(`
      [
        {
          "line": 5,
          "reason": "latitude 'north' is not a number",
        },
        {
          "line": 6,
          "reason": "iata is missing",
        },
        {
          "line": 7,
          "reason": "latitude '148.39' lies beyond 90 degrees",
        },
        {
          "line": 8,
          "reason": "it has 2 columns, not 7",
        },
        {
          "line": 9,
          "reason": "Invalid Opening Quote: a quote is found on field "name" at line 9, value is "A "",
        },
        {
          "line": 10,
          "reason": "it has 8 columns, not 7",
        },
      ]
    `)
    expect((await codes()).size).toBe(3376 - 6)
  })

  it('has its routes checked against the airports that are there', async () => {
    await loadAirports(db, shipped)
    await tamper('flights-airport.csv', (lines) => {
      lines[1] = 'ABE,QQQ,853'
      lines[2] = 'YYY,ABE,853'
      lines[3] = 'ABE,ATL,many'
    })
    const report = await loadRoutes(db, folder)
    expect(report).toEqual({
      file: 'flights-airport.csv',
      kept: 5363,
      failed: [],
      bad: [
        { line: 2, reason: "destination 'QQQ' is no airport of ours" },
        { line: 3, reason: "origin 'YYY' is no airport of ours" },
        { line: 4, reason: "count 'many' is not a whole number" },
      ],
    })
    expect(await db.match('(:Airport)-[f:FLIES_TO]->(:Airport)').return('count(f) AS n').one()).toEqual({ n: 5363 })
  })
})

describe('a batch that the graph refuses', () => {
  it('leaves nothing of itself, and the others stay', async () => {
    let [batch, taken]: [string[], string] = [[], '']
    await tamper('airports.csv', (lines) => {
      taken = codeAt(lines, 3)
      lines[799] = lines[2] ?? ''
      batch = lines.slice(501, 1001)
    })
    const report = await loadAirports(db, folder)
    expect(report).toMatchObject({ kept: 3376 - 500, bad: [] })
    expect(report.failed).toMatchObject([
      { from: 502, to: 1001, error: { code: 'CONSTRAINT' }, rows: [{ line: 800, reason: `iata '${taken}' is taken` }] },
    ])
    const known = await codes()
    expect(known.size).toBe(3376 - 500)
    expect(batch.map((line) => codeAt([line], 1)).filter((code) => known.has(code))).toEqual([taken])
    // An airport is located in the same transaction: no state is left behind by the batch either.
    const located = await db.match('(a:Airport)-[l:LOCATED_IN]->(s:State)').return('count(l) AS n').one()
    expect(located.n).toBe(3364 - 500)
  })

  it('is reported with the first and the second of two rows that are the same', async () => {
    await tamper('airports.csv', (lines) => lines.splice(3, Number.POSITIVE_INFINITY, lines[1] ?? ''))
    const report = await loadAirports(db, folder)
    expect(report).toMatchObject({
      kept: 0,
      failed: [{ from: 2, to: 4, rows: [{ line: 4, reason: "iata '00M' is taken" }] }],
    })
    expect(await codes()).toEqual(new Set())
  })
})

describe('a file that is not there', () => {
  it('is an error, and no empty report', async () => {
    await expect(loadAirports(db, folder)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
