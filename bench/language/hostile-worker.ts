// Times reading and compiling texts that no person writes, in one process of its own; prints how the time grows with the
// length.
import { neo4j } from '@motif/core'
import { grafeo } from '@motif/core/grafeo'
import { graphIn } from '../compile/graph.ts'
import type { Figure } from '../figure.ts'

const db = graphIn(grafeo)
/** Its dialect takes statements of any length. */
const server = graphIn(neo4j)

/** Texts of about so many characters: conditions side by side, and brackets in brackets. */
const texts: Readonly<Record<string, (length: number) => string>> = {
  conditions: (length) =>
    `MATCH (p:Person) WHERE p.age > 0${' AND p.name <> "a"'.repeat(length / 18)} RETURN p.name AS name`,
  'nested brackets': (length) => `RETURN ${'('.repeat(length / 2)}1${')'.repeat(length / 2)} AS x`,
  'open brackets': (length) => `RETURN ${'['.repeat(length)}`,
}

/** Statements of so many clauses, each of which brings a name. */
const statements: Readonly<Record<string, (clauses: number) => string>> = {
  patterns: (clauses) => each(clauses, (at) => `MATCH (u${at}:User {id: ${at}}) WHERE u${at}.age > 1`),
  subqueries: (clauses) => each(clauses, (at) => `CALL () { UNWIND [x IN [1] | x] AS y RETURN y AS u${at} }`),
}
const each = (clauses: number, clause: (at: number) => string): string =>
  `${Array.from({ length: clauses }, (_, at) => clause(at)).join('\n')}\nRETURN 1 AS one`

let turn = 0
/** Milliseconds for a text never seen before, whether it is taken or refused; the best of some rounds. */
const best = (rounds: number, make: () => string, work: (text: string) => () => void): number => {
  let least = Infinity
  for (let round = 0; round < rounds; round++) {
    const run = work(`${make()} // ${turn++}`)
    const start = performance.now()
    run()
    least = Math.min(least, performance.now() - start)
  }
  return least
}

const read = (make: (length: number) => string, length: number): number =>
  best(
    25,
    () => make(length),
    (text) => () => {
      try {
        db.cypher(text as never) // a literal to the types
      } catch (error) {
        if (!(error instanceof Error) || (error as { code?: unknown }).code !== 'SYNTAX') throw error
      }
    },
  )

const compiled = (make: (clauses: number) => string, clauses: number): number =>
  best(
    7,
    () => make(clauses),
    (text) => {
      const statement = server.cypher(text as never) // as above
      return () => void statement.compile()
    },
  )

const figures = [
  ...Object.entries(texts).flatMap(([name, make]): Figure[] => {
    const [quarter, whole] = [read(make, 25_000), read(make, 100_000)]
    return [
      { name: `read ${name}, 100 kB`, value: whole, unit: 'ms' },
      // four times the length; sixteen times the time would be quadratic
      { name: `read ${name}, 100 kB / 25 kB`, value: whole / quarter, unit: '×', bound: { most: 8 } },
    ]
  }),
  ...Object.entries(statements).flatMap(([name, make]): Figure[] => {
    const [quarter, whole] = [compiled(make, 2_500), compiled(make, 10_000)]
    return [
      { name: `compile 10,000 ${name}`, value: whole, unit: 'ms' },
      { name: `compile 10,000 ${name} / 2,500`, value: whole / quarter, unit: '×', bound: { most: 8 } },
    ]
  }),
]
process.stdout.write(JSON.stringify(figures))
