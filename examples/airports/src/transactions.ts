// One unit of work, two endings. Whatever is thrown inside `db.write` takes back all that was done inside.
import type { Database } from '@motif/driver'
import type { Schema } from './graph.schema.ts'

/** Some flights of one route, to go on another from the same airport. */
export interface Move {
  readonly origin: string
  readonly from: string
  readonly to: string
  readonly flights: number
}

export class TooFewFlights extends Error {
  override readonly name = 'TooFewFlights'
}

/**
 * Moves flights from one route to another and returns how many the first has left. Runs again when a concurrent
 * transaction won, so it must have no other effect than on the graph.
 */
export const moveFlights = (db: Database<Schema>, { origin, from, to, flights }: Move): Promise<number> =>
  db.write(
    async (tx) => {
      const { left } = await tx
        .match('(:Airport {iata: $origin})-[f:FLIES_TO]->(:Airport {iata: $from})')
        .set('f.flights = f.flights - $flights')
        .return('f.flights AS left')
        .one({ origin, from, flights })
      await tx
        .match('(a:Airport {iata: $origin}), (b:Airport {iata: $to})')
        .merge('(a)-[f:FLIES_TO]->(b)')
        .onCreateSet('f.flights = $flights')
        .onMatchSet('f.flights = f.flights + $flights')
        .execute({ origin, to, flights })
      if (left < 0) throw new TooFewFlights(`${origin} to ${from} would have ${left} flights`)
      return left
    },
    { timeout: 5_000 },
  )

/** How many flights there are to each of two airports; 0 where there is no route. */
export const flightsTo = async (
  db: Database<Schema>,
  origin: string,
  ends: readonly string[],
): Promise<Record<string, number>> => {
  const rows = await db
    .match('(:Airport {iata: $origin})-[f:FLIES_TO]->(b:Airport)')
    .where('b.iata IN $ends')
    .return('b.iata AS iata, f.flights AS flights')
    .run({ origin, ends })
  return Object.fromEntries(ends.map((end) => [end, rows.find(({ iata }) => iata === end)?.flights ?? 0]))
}
