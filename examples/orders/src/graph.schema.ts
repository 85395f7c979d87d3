// Written by `motif generate` from a full scan of a Grafeo graph.
// Do not edit: change the graph or motif.config.ts and run it again.

import { defineSchema, type SchemaDescriptor } from '@motif/core'

/** Properties of 72 AuditEntry nodes. */
export interface AuditEntryProperties {
  /** Non-null: all 72 nodes have it. */
  at: Date
  /** Non-null: all 72 nodes have it. */
  order: string
  /** Non-null: all 72 nodes have it. */
  what: string
}

export interface AuditEntryNode {
  properties: AuditEntryProperties
  in: {}
  out: { ABOUT: 'Order' }
}

/** Properties of 66 Customer nodes. */
export interface CustomerProperties {
  /** Non-null: all 66 nodes have it. */
  balance: number
  /** Non-null: all 66 nodes have it. */
  id: string
  /** Non-null: all 66 nodes have it. */
  name: string
}

export interface CustomerNode {
  /** Key: by constraint customer_id. */
  key: 'id'
  properties: CustomerProperties
  in: {}
  out: { PLACED: 'Order' }
}

/** Properties of 41 Order nodes. */
export interface OrderProperties {
  /** Non-null: all 41 nodes have it. */
  at: Date
  /** Non-null: all 41 nodes have it. */
  id: string
  /** Non-null: all 41 nodes have it. */
  total: number
}

export interface OrderNode {
  /** Key: by constraint order_id. */
  key: 'id'
  properties: OrderProperties
  in: { ABOUT: 'AuditEntry'; PLACED: 'Customer' }
  out: { CONTAINS: 'Product' }
}

/** Properties of 2 Product nodes. */
export interface ProductProperties {
  /** Non-null: all 2 nodes have it. */
  name: string
  /** Non-null: all 2 nodes have it. */
  price: number
  /** Non-null: all 2 nodes have it. */
  sku: string
  /** Non-null: all 2 nodes have it. */
  stock: number
}

export interface ProductNode {
  /** Key: by constraint product_sku. */
  key: 'sku'
  properties: ProductProperties
  in: { CONTAINS: 'Order' }
  out: {}
}

/** Properties of 41 ABOUT relationships. */
export interface AboutProperties {}

/** (AuditEntry)-[:ABOUT]->(Order) */
export interface AboutRelationship {
  from: 'AuditEntry'
  to: 'Order'
  properties: AboutProperties
}

/** Properties of 42 CONTAINS relationships. */
export interface ContainsProperties {
  /** Non-null: all 42 relationships have it. */
  price: number
  /** Non-null: all 42 relationships have it. */
  quantity: number
}

/** (Order)-[:CONTAINS]->(Product) */
export interface ContainsRelationship {
  from: 'Order'
  to: 'Product'
  properties: ContainsProperties
}

/** Properties of 41 PLACED relationships. */
export interface PlacedProperties {}

/** (Customer)-[:PLACED]->(Order) */
export interface PlacedRelationship {
  from: 'Customer'
  to: 'Order'
  properties: PlacedProperties
}

/** The combinations of labels that nodes carry. */
export type LabelSets = ['AuditEntry'] | ['Customer'] | ['Order'] | ['Product']

/** The graph, as the query builder sees it. */
export interface Schema {
  nodes: {
    AuditEntry: AuditEntryNode
    Customer: CustomerNode
    Order: OrderNode
    Product: ProductNode
  }
  relationships: {
    ABOUT: AboutRelationship
    CONTAINS: ContainsRelationship
    PLACED: PlacedRelationship
  }
  temporal: 'date'
}

/** How functions in callbacks return temporal values. */
declare module '@motif/core' {
  interface Policies {
    readonly temporal: 'date'
  }
}

/** What of the graph is needed at run time. */
export const schema: SchemaDescriptor<Schema> = defineSchema<Schema>({
  nodes: {
    AuditEntry: { properties: { at: 'dateTime', order: 'string', what: 'string' } },
    Customer: { key: ['id'], properties: { balance: 'integer', id: 'string', name: 'string' } },
    Order: { key: ['id'], properties: { at: 'dateTime', id: 'string', total: 'integer' } },
    Product: {
      key: ['sku'],
      properties: { name: 'string', price: 'integer', sku: 'string', stock: 'integer' },
    },
  },
  relationships: {
    ABOUT: { from: ['AuditEntry'], to: ['Order'], properties: {} },
    CONTAINS: {
      from: ['Order'],
      to: ['Product'],
      properties: { price: 'integer', quantity: 'integer' },
    },
    PLACED: { from: ['Customer'], to: ['Order'], properties: {} },
  },
  temporal: 'date',
})
