// Written by `motif generate` from a full scan of a Grafeo graph.
// Do not edit: change the graph or motif.config.ts and run it again.

import { defineSchema, type SchemaDescriptor } from '@motif/core'

/** Properties of 3,376 Airport nodes. */
export interface AirportProperties {
  /** Nullable: 12 of 3,376 nodes lack it. */
  city: string | null
  /** Non-null: all 3,376 nodes have it. */
  country: string
  /** Non-null: by constraint airport_has_iata. */
  iata: string
  /** Non-null: all 3,376 nodes have it. */
  latitude: number
  /** Non-null: all 3,376 nodes have it. */
  longitude: number
  /** Non-null: all 3,376 nodes have it. */
  name: string
}

export interface AirportNode {
  /** Key: by constraint airport_iata. */
  key: 'iata'
  properties: AirportProperties
  in: { FLIES_TO: 'Airport' }
  out: { FLIES_TO: 'Airport'; LOCATED_IN: 'State' }
}

/** Properties of 56 State nodes. */
export interface StateProperties {
  /** Non-null: all 56 nodes have it. */
  code: string
}

export interface StateNode {
  /** Key: by constraint state_code. */
  key: 'code'
  properties: StateProperties
  in: { LOCATED_IN: 'Airport' }
  out: {}
}

/** Properties of 5,366 FLIES_TO relationships. */
export interface FliesToProperties {
  /** Non-null: all 5,366 relationships have it. */
  flights: number
}

/** (Airport)-[:FLIES_TO]->(Airport) */
export interface FliesToRelationship {
  from: 'Airport'
  to: 'Airport'
  properties: FliesToProperties
}

/** Properties of 3,364 LOCATED_IN relationships. */
export interface LocatedInProperties {}

/** (Airport)-[:LOCATED_IN]->(State) */
export interface LocatedInRelationship {
  from: 'Airport'
  to: 'State'
  properties: LocatedInProperties
}

/** The combinations of labels that nodes carry. */
export type LabelSets = ['Airport'] | ['State']

/** The graph, as the query builder sees it. */
export interface Schema {
  nodes: {
    Airport: AirportNode
    State: StateNode
  }
  relationships: {
    FLIES_TO: FliesToRelationship
    LOCATED_IN: LocatedInRelationship
  }
}

/** What of the graph is needed at run time. */
export const schema: SchemaDescriptor<Schema> = defineSchema<Schema>({
  nodes: {
    Airport: {
      key: ['iata'],
      properties: {
        city: 'string?',
        country: 'string',
        iata: 'string',
        latitude: 'float',
        longitude: 'float',
        name: 'string',
      },
    },
    State: { key: ['code'], properties: { code: 'string' } },
  },
  relationships: {
    FLIES_TO: { from: ['Airport'], to: ['Airport'], properties: { flights: 'integer' } },
    LOCATED_IN: { from: ['Airport'], to: ['State'], properties: {} },
  },
  temporal: 'temporal',
})
