import type { Plan } from '@motif/core'

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const numberOf = (value: unknown): number | undefined => {
  if (typeof value === 'number') return value
  return typeof value === 'bigint' ? Number(value) : undefined
}
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const stepOf = (told: Readonly<Record<string, unknown>>): Plan => {
  const { args, operatorType, identifiers, children, rows, dbHits, time, ...more } = told
  const said = (args ?? {}) as Plan['arguments']
  const nanoseconds = numberOf(time ?? said['Time'])
  return {
    // A server says in which of its parts the step runs: `Filter@neo4j`.
    operator: String(operatorType).replace(/@[^@]*$/, ''),
    detail: textOf(said['Details']),
    identifiers: listOf(identifiers).map(String),
    arguments: { ...more, ...said },
    estimatedRows: numberOf(said['EstimatedRows']),
    rows: numberOf(rows ?? said['Rows']),
    dbHits: numberOf(dbHits ?? said['DbHits']),
    time: nanoseconds === undefined ? undefined : nanoseconds / 1e6,
    children: listOf(children).flatMap((each) => planOf(each) ?? []),
    text: textOf(said['string-representation']),
  }
}

/** The plan that a server's summary carries. */
export const planOf = (told: unknown): Plan | undefined =>
  typeof told === 'object' && told !== null ? stepOf(told as Readonly<Record<string, unknown>>) : undefined
