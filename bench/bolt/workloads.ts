/** What is read, in the words of both drivers. */
export const texts = {
  ints: 'UNWIND range(1, 1000000) AS i RETURN i',
  nodes: 'MATCH (n:P) RETURN n',
  scalars: 'MATCH (n:P) RETURN n.id AS id, n.name AS name, n.score AS score, n.active AS active, n.rank AS rank',
  point: 'MATCH (n:P {id: $id}) RETURN n',
  bulk: 'UNWIND $rows AS row CREATE (:Q {id: row.id, name: row.name, score: row.score, active: row.active, rank: row.rank})',
} as const

export type Workload = keyof typeof texts

export const nodeCount = 200_000

/** How the graph that is read from comes about. */
export const seed: readonly string[] = [
  'MATCH (n) WHERE n:P OR n:Q CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 50000 ROWS',
  'CREATE INDEX bench_p IF NOT EXISTS FOR (n:P) ON (n.id)',
  `UNWIND range(1, ${nodeCount}) AS i
   CALL (i) { CREATE (:P {id: i, name: 'name ' + i, score: i + 0.5, active: i % 2 = 0, rank: i * 7}) }
   IN TRANSACTIONS OF 10000 ROWS`,
  'CALL db.awaitIndexes()',
]

/** Rows for the bulk load, made anew each time. */
export const bulkRows = (): Record<string, unknown>[] =>
  Array.from({ length: 100_000 }, (_, i) => ({
    id: i,
    name: `name ${i}`,
    score: i + 0.5,
    active: i % 2 === 0,
    rank: i * 7,
  }))
