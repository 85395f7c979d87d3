// The questions the demo asks. A query is a value: immutable, checked by the compiler against graph.schema.ts, run as
// often as wanted, in a transaction or without. The line above each is what an editor shows for it.
import { count, type Graph, sum } from '@motif/core'
import type { Schema } from './graph.schema.ts'

type Air = Graph<Schema>

// Clause by clause, in Cypher's own words.

/** `{ limit: number }` → `{ iata: string; city: string | null; routes: number; flights: number }` */
export const busiestHubs = (db: Air) =>
  db
    .match('(a:Airport)-[f:FLIES_TO]->(b:Airport)')
    .return('a.iata AS iata, a.city AS city, count(f) AS routes, sum(f.flights) AS flights')
    .orderBy('flights DESC, iata')
    .limit('$limit')

/** `{ home: string }` → `{ iata: string; flights: number }` */
export const oneFlightAway = (db: Air) =>
  db
    .match('(home:Airport {iata: $home})-[f:FLIES_TO]->(b:Airport)')
    .return('b.iata AS iata, f.flights AS flights')
    .orderBy('flights DESC, iata')

// A whole statement, as it was tried elsewhere.

/**
 * `changes` begins with the airport that flies there most often.
 * `{ home: string }` → `{ iata: string; city: string | null; ways: number; changes: string[] }`
 */
export const twoFlightsAway = (db: Air) =>
  db.cypher(`
    MATCH (home:Airport {iata: $home})-[:FLIES_TO]->(change:Airport)-[f:FLIES_TO]->(b:Airport)
    WHERE b.iata <> $home AND NOT EXISTS { MATCH (home)-[:FLIES_TO]->(b) }
    WITH b, change, f ORDER BY f.flights DESC, change.iata
    RETURN b.iata AS iata, b.city AS city, count(change) AS ways, collect(change.iata) AS changes
    ORDER BY ways DESC, iata`)

/**
 * Of routes with as many flights, those first whose rarest flight goes most often. What the compiler cannot tell of an
 * expression, here of the comprehension, is `unknown`, never `any`.
 * `{ from: string; to: string }` → `{ stops: unknown[]; flights: number; rarest: number | null }`
 */
export const routesBetween = (db: Air) =>
  db.cypher(`
    MATCH way = (a:Airport {city: $from})-[legs:FLIES_TO*1..3]->(b:Airport {city: $to})
    UNWIND legs AS leg
    WITH way, min(leg.flights) AS rarest
    RETURN [stop IN nodes(way) | stop.iata] AS stops, length(way) AS flights, rarest
    ORDER BY flights, rarest DESC, stops`)

// Callbacks, where a query is put together: a value in it becomes a parameter, a part may depend on a condition.

/** Without states: in all of them. `{ state: string; airports: number }` */
export const nobodyFliesTo = (db: Air, states?: readonly string[]) =>
  db
    .match('(a:Airport)-[:LOCATED_IN]->(s:State)')
    .when(states, (query, some) => query.where(({ s }) => s.code.in(some)))
    .optionalMatch('(other:Airport)-[f:FLIES_TO]->(a)')
    .with(({ a, s, f }) => ({ a, s, arrivals: count(f) }))
    .where(({ arrivals }) => arrivals.eq(0))
    .return(({ a, s }) => ({ state: s.code, airports: count(a) }))
    .orderBy(({ state, airports }) => [[airports, 'desc'], state])

/** Flights from and to every airport. `{ iata: string; latitude: number; longitude: number; flights: number }` */
export const traffic = (db: Air) =>
  db
    .match('(a:Airport)')
    .optionalMatch('(a)-[f:FLIES_TO]-(b:Airport)')
    .return(({ a, f }) => ({ iata: a.iata, latitude: a.latitude, longitude: a.longitude, flights: sum(f.flights) }))
    .orderBy('iata')
