// Written by `motif generate` from a full scan of a Grafeo graph.
// Do not edit: change the graph or motif.config.ts and run it again.

import * as z from 'zod'

/** Properties of a node labelled AuditEntry. */
export const auditEntrySchema = z.object({
  at: z.date(),
  order: z.string(),
  what: z.string(),
})

/** Properties of a node labelled Customer. */
export const customerSchema = z.object({
  balance: z.int(),
  id: z.string(),
  name: z.string(),
})

/** Properties of a node labelled Order. */
export const orderSchema = z.object({
  at: z.date(),
  id: z.string(),
  total: z.int(),
})

/** Properties of a node labelled Product. */
export const productSchema = z.object({
  name: z.string(),
  price: z.int(),
  sku: z.string(),
  stock: z.int(),
})

/** Properties of a relationship of type ABOUT. */
export const aboutSchema = z.object({})

/** Properties of a relationship of type CONTAINS. */
export const containsSchema = z.object({
  price: z.int(),
  quantity: z.int(),
})

/** Properties of a relationship of type PLACED. */
export const placedSchema = z.object({})

/** Every label with its validator. */
export const nodes = {
  AuditEntry: auditEntrySchema,
  Customer: customerSchema,
  Order: orderSchema,
  Product: productSchema,
}

/** Every relationship type with its validator. */
export const relationships = {
  ABOUT: aboutSchema,
  CONTAINS: containsSchema,
  PLACED: placedSchema,
}
