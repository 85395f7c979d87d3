// Written by `motif generate` from a full scan of a Grafeo graph.
// Do not edit: change the graph or motif.config.ts and run it again.

import type { ZonedDateTime } from '@motif/core'
import * as z from 'zod'

const temporal = <T>(name: string): z.ZodType<T> =>
  z.custom<T>(
    (value) => Object.prototype.toString.call(value) === `[object Temporal.${name}]`,
    `Invalid input: expected a Temporal.${name}`,
  )

/** Properties of a node labelled Person. */
export const personSchema = z.object({
  id: z.int(),
  name: z.string(),
  posts: z.int(),
  version: z.int(),
})

/** Properties of a node labelled Post. */
export const postSchema = z.object({
  at: temporal<ZonedDateTime>('ZonedDateTime'),
  id: z.int(),
  likes: z.int(),
  text: z.string(),
})

/** Properties of a relationship of type FOLLOWS. */
export const followsSchema = z.object({
  since: temporal<ZonedDateTime>('ZonedDateTime'),
})

/** Properties of a relationship of type LIKES. */
export const likesSchema = z.object({})

/** Properties of a relationship of type WROTE. */
export const wroteSchema = z.object({})

/** Every label with its validator. */
export const nodes = {
  Person: personSchema,
  Post: postSchema,
}

/** Every relationship type with its validator. */
export const relationships = {
  FOLLOWS: followsSchema,
  LIKES: likesSchema,
  WROTE: wroteSchema,
}
