// Times building and compiling in one process of its own, on the packages as they are published; prints figures.
import { type Dialect, neo4j } from '@motif/core'
import { grafeo } from '@motif/core/grafeo'
import type { Figure } from '../figure.ts'
import { median } from '../quantile.ts'
import { type Arguments, nextArguments } from './arguments.ts'
import { graphIn } from './graph.ts'
import { longChain, longStatement } from './long.ts'
import { motifCases } from './motif.ts'
import { cypherPeers, sqlPeers } from './peers.ts'
import { interleave, type Rounds, type Work } from './rounds.ts'

const given =
  (work: (given: Arguments) => unknown): Work =>
  () =>
    work(nextArguments())
const all = (works: Readonly<Record<string, (given: Arguments) => unknown>>, prefix = ''): Record<string, Work> =>
  Object.fromEntries(Object.entries(works).map(([name, work]) => [`${prefix}${name}`, given(work)]))

const bounds: Readonly<Record<string, number>> = { 'Motif, prepared': 0.3, 'Motif, statement': 0.3 }

const microseconds = (name: string, { calm }: Rounds, most?: number): Figure => ({
  name,
  value: calm,
  unit: 'µs',
  ...(most === undefined ? {} : { bound: { most } }),
})

/** Each of the works says what the query is, and holds its four values. */
const check = (works: Readonly<Record<string, Work>>): void => {
  for (const [name, work] of Object.entries(works)) {
    const text = JSON.stringify(work())
    if (!/age/.test(text) && !text.includes('city')) throw new Error(`${name} gives ${text}`)
  }
}

/** The medium query for one dialect, since a program speaks one; beside it every peer, in the same rounds. */
const medium = (dialect: Dialect): Figure[] => {
  const works = { ...all(cypherPeers), ...all(sqlPeers), ...all(motifCases(dialect), 'Motif, ') }
  check(works)
  const found = interleave(works)
  const calm = (name: string): number => found[name]?.calm ?? Number.NaN
  const fastest = Math.min(...Object.keys(cypherPeers).map(calm))
  const faster = (name: string, by: number, least: number): Figure => ({
    name,
    of: dialect.name,
    value: by,
    unit: '×',
    bound: { least },
  })
  return [
    ...Object.entries(found).map(([name, rounds]) => ({
      ...microseconds(name, rounds, bounds[name]),
      of: dialect.name,
    })),
    faster('fastest Cypher peer / Motif, texts', fastest / calm('Motif, texts'), 2),
    faster('kysely / Motif, texts', calm('kysely') / calm('Motif, texts'), 5),
    faster('fastest Cypher peer / Motif, callbacks', fastest / calm('Motif, callbacks'), 1),
    faster('kysely / Motif, callbacks', calm('kysely') / calm('Motif, callbacks'), 3),
  ]
}

interface Query {
  prepare(): unknown
}
type Statement = (db: { cypher(text: string): Query }) => Query

/** Microseconds of each statement's first time, after as many others have made the process warm. */
const parses = async (module: string, dialect: Dialect): Promise<Figure[]> => {
  const { statements } = (await import(module)) as { statements: readonly Statement[] }
  const nothing = { prepare: () => 0 }
  for (const statement of statements) statement({ cypher: () => nothing }) // the engine reads a function when it is first called
  const db = graphIn(dialect) as unknown as Parameters<Statement>[0]
  const [parsed, compiled]: [number[], number[]] = [[], []]
  for (const statement of statements) {
    const start = performance.now()
    const query = statement(db)
    parsed.push((performance.now() - start) * 1_000)
    query.prepare()
    compiled.push((performance.now() - start) * 1_000)
  }
  const warm = (taken: readonly number[]): number => median(taken.slice(taken.length / 2))
  return [
    { name: 'parse a new statement, warm', of: dialect.name, value: warm(parsed), unit: 'µs', bound: { most: 150 } },
    { name: 'parse and compile a new statement, warm', of: dialect.name, value: warm(compiled), unit: 'µs' },
  ]
}

/** What a clause costs among 51 against what it costs among 5. */
const growth = (dialect: Dialect): Figure[] => {
  const db = graphIn(dialect)
  let index = 0
  const found = interleave(
    {
      few: () => longChain(db, 5, index++),
      many: () => longChain(db, 51, index++),
      short: () => db.cypher(longStatement(5, index++) as never).prepare(),
      long: () => db.cypher(longStatement(51, index++) as never).prepare(),
    },
    60,
  )
  const grown = (name: string, many: number, few: number): Figure => ({
    name: `a clause ${name}: among 51 / among 5`,
    of: dialect.name,
    value: many / 51 / (few / 5),
    unit: '×',
    bound: { most: 1.5 },
  })
  return [
    grown('by callbacks', found.many.calm, found.few.calm),
    grown('of a new statement', found.long.calm, found.short.calm),
  ]
}

const [, , name = '', statements = ''] = process.argv
const dialect = name === 'grafeo' ? grafeo : neo4j
const parsed = await parses(statements, dialect)
const figures = [...medium(dialect), ...parsed, ...growth(dialect)]
process.stdout.write(JSON.stringify(figures))
