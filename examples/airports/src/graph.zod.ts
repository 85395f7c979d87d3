// Written by `motif generate` from a full scan of a Grafeo graph.
// Do not edit: change the graph or motif.config.ts and run it again.

import * as z from 'zod'

/** Properties of a node labelled Airport. */
export const airportSchema = z.object({
  city: z.string().nullish(),
  country: z.string(),
  iata: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  name: z.string(),
})

/** Properties of a node labelled State. */
export const stateSchema = z.object({
  code: z.string(),
})

/** Properties of a relationship of type FLIES_TO. */
export const fliesToSchema = z.object({
  flights: z.int(),
})

/** Properties of a relationship of type LOCATED_IN. */
export const locatedInSchema = z.object({})

/** Every label with its validator. */
export const nodes = {
  Airport: airportSchema,
  State: stateSchema,
}

/** Every relationship type with its validator. */
export const relationships = {
  FLIES_TO: fliesToSchema,
  LOCATED_IN: locatedInSchema,
}
