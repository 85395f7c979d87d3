import type { Graph } from '@motif/core'
import type { People } from './graph.ts'

/** Pairs of MATCH and WHERE by callback, then RETURN: what a program puts together. The types of so many stay out of it. */
export const longChain = (db: Graph<People>, clauses: number, value: number): unknown => {
  // The cast: each clause would give a type of its own, and a loop has one.
  interface Step {
    match(text: string): Step
    where(callback: (names: Record<string, Record<string, { gte(value: number): unknown }>>) => unknown): Step
    return(text: string): Step
    prepare(): { bind(): unknown }
  }
  let query = db as unknown as Step
  for (let at = 0; at < (clauses - 1) / 2; at++) {
    query = query
      .match(`(n${at}:Person)-[:KNOWS]->(m${at}:Person)`)
      .where((names) => names[`n${at}`]?.['age']?.gte(value + at))
  }
  return query.return('n0.name AS name').prepare().bind()
}

/** A statement of so many clauses, each with names of its own. */
export const longStatement = (clauses: number, index: number): string => {
  const pairs = Array.from(
    { length: (clauses - 1) / 2 },
    (_, at) =>
      `MATCH (n${at}_${index}:Person)-[:KNOWS]->(m${at}_${index}:Person) WHERE n${at}_${index}.age >= $age${at}`,
  )
  return `${pairs.join('\n')}\nRETURN n0_${index}.name AS name`
}
