// Times reading texts that no person writes, in one process of its own; prints how the time grows with the length.
import { grafeo } from '@motif/core/grafeo'
import { graphIn } from '../compile/graph.ts'
import type { Figure } from '../figure.ts'

const db = graphIn(grafeo)

/** Texts of about so many characters: conditions side by side, and brackets in brackets. */
const texts: Readonly<Record<string, (length: number) => string>> = {
  conditions: (length) =>
    `MATCH (p:Person) WHERE p.age > 0${' AND p.name <> "a"'.repeat(length / 18)} RETURN p.name AS name`,
  'nested brackets': (length) => `RETURN ${'('.repeat(length / 2)}1${')'.repeat(length / 2)} AS x`,
  'open brackets': (length) => `RETURN ${'['.repeat(length)}`,
}

let turn = 0
/** Milliseconds to read a text never seen before, whether it is taken or refused; best of 25. */
const time = (make: (length: number) => string, length: number): number => {
  let best = Infinity
  for (let round = 0; round < 25; round++) {
    const text = `${make(length)} // ${turn++}` as never // a literal to the types
    const start = performance.now()
    try {
      db.cypher(text)
    } catch (error) {
      if (!(error instanceof Error) || (error as { code?: unknown }).code !== 'SYNTAX') throw error
    }
    best = Math.min(best, performance.now() - start)
  }
  return best
}

const figures = Object.entries(texts).flatMap(([name, make]): Figure[] => {
  const [quarter, whole] = [time(make, 25_000), time(make, 100_000)]
  return [
    { name: `read ${name}, 100 kB`, value: whole, unit: 'ms' },
    // four times the length; sixteen times the time would be quadratic
    { name: `read ${name}, 100 kB / 25 kB`, value: whole / quarter, unit: '×', bound: { most: 8 } },
  ]
})
process.stdout.write(JSON.stringify(figures))
