import { defineSchema } from '@motif/core'
import { connect, type Database } from '@motif/driver'
import type { Client } from './client.ts'
import { texts } from './workloads.ts'

interface Schema {
  nodes: {
    P: { properties: { id: number; name: string; score: number; active: boolean; rank: number }; in: {}; out: {} }
  }
  relationships: {}
}

const properties = { id: 'integer', name: 'string', score: 'float', active: 'boolean', rank: 'integer' }
const schema = defineSchema<Schema>({ nodes: { P: { properties } }, relationships: {} })

/** Ours, typed by a schema as `motif generate` writes it. */
export const motif = (port: number, poolSize: number): Client => {
  const db: Database<Schema> = connect(`bolt://127.0.0.1:${port}`, { schema, pool: { max: poolSize } })
  const queries = {
    ints: db.cypher.as<{ i: number }, {}>(texts.ints),
    nodes: db.match('(n:P)').return('n'),
    scalars: db
      .match('(n:P)')
      .return('n.id AS id, n.name AS name, n.score AS score, n.active AS active, n.rank AS rank'),
  }
  const one = db.match('(n:P {id: $id})').return('n')
  const bulk = db.cypher.as<{}, { rows: readonly Record<string, unknown>[] }>(texts.bulk)
  const queryOf = (workload: string): (typeof queries)['ints'] => queries[workload as 'ints'] // the three are read alike here
  return {
    collect: async (workload) => (await queryOf(workload).run()).length,
    stream: async (workload) => {
      let rows = 0
      for await (const row of queryOf(workload).stream()) if (row !== undefined) rows++
      return rows
    },
    point: (id) => one.run({ id }),
    managedPoint: (id) => db.read((transaction) => transaction.run(one, { id })),
    bulk: (rows) => bulk.execute({ rows }),
    close: () => db.close(),
  }
}
