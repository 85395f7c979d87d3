import { connect } from '@motif/driver'
import { schema } from './graph.schema.ts' // written by `motif generate`

const db = connect(process.env['GRAPH_URL'] ?? 'grafeo:./air.db', { schema })

const flights = db
  .match('(a:Airport {iata: $from})-[f:FLIES_TO]->(b:Airport)') // label, direction and key are checked; $from is a string
  .where('f.flights >= $least')
  .return('b.iata AS iata, b.city AS city, f.flights AS flights')
  .orderBy('flights DESC')
  .limit(3)

const rows = await flights.run({ from: 'BZN', least: 100 }) // { iata: string; city: string | null; flights: number }[]
console.log(rows)
await db.close()
