// Written by `motif generate` from a full scan of a Grafeo graph.
// Do not edit: change the graph or motif.config.ts and run it again.

import { defineSchema, type SchemaDescriptor, type ZonedDateTime } from '@motif/core'

/** Properties of 150 Person nodes. */
export interface PersonProperties {
  /** Non-null: all 150 nodes have it. */
  id: number
  /** Non-null: all 150 nodes have it. */
  name: string
  /** Non-null: all 150 nodes have it. */
  posts: number
  /** Non-null: all 150 nodes have it. */
  version: number
}

export interface PersonNode {
  /** Key: by constraint person_id. */
  key: 'id'
  properties: PersonProperties
  in: { FOLLOWS: 'Person' }
  out: { FOLLOWS: 'Person'; LIKES: 'Post'; WROTE: 'Post' }
}

/** Properties of 601 Post nodes. */
export interface PostProperties {
  /** Non-null: all 601 nodes have it. */
  at: ZonedDateTime
  /** Non-null: all 601 nodes have it. */
  id: number
  /** Non-null: all 601 nodes have it. */
  likes: number
  /** Non-null: all 601 nodes have it. */
  text: string
}

export interface PostNode {
  /** Key: by constraint post_id. */
  key: 'id'
  properties: PostProperties
  in: { LIKES: 'Person'; WROTE: 'Person' }
  out: {}
}

/** Properties of 1,658 FOLLOWS relationships. */
export interface FollowsProperties {
  /** Non-null: all 1,658 relationships have it. */
  since: ZonedDateTime
}

/** (Person)-[:FOLLOWS]->(Person) */
export interface FollowsRelationship {
  from: 'Person'
  to: 'Person'
  properties: FollowsProperties
}

/** Properties of 20 LIKES relationships. */
export interface LikesProperties {}

/** (Person)-[:LIKES]->(Post) */
export interface LikesRelationship {
  from: 'Person'
  to: 'Post'
  properties: LikesProperties
}

/** Properties of 601 WROTE relationships. */
export interface WroteProperties {}

/** (Person)-[:WROTE]->(Post) */
export interface WroteRelationship {
  from: 'Person'
  to: 'Post'
  properties: WroteProperties
}

/** The combinations of labels that nodes carry. */
export type LabelSets = ['Person'] | ['Post']

/** The graph, as the query builder sees it. */
export interface Schema {
  nodes: {
    Person: PersonNode
    Post: PostNode
  }
  relationships: {
    FOLLOWS: FollowsRelationship
    LIKES: LikesRelationship
    WROTE: WroteRelationship
  }
}

/** What of the graph is needed at run time. */
export const schema: SchemaDescriptor<Schema> = defineSchema<Schema>({
  nodes: {
    Person: {
      key: ['id'],
      properties: { id: 'integer', name: 'string', posts: 'integer', version: 'integer' },
    },
    Post: {
      key: ['id'],
      properties: { at: 'dateTime', id: 'integer', likes: 'integer', text: 'string' },
    },
  },
  relationships: {
    FOLLOWS: { from: ['Person'], to: ['Person'], properties: { since: 'dateTime' } },
    LIKES: { from: ['Person'], to: ['Post'], properties: {} },
    WROTE: { from: ['Person'], to: ['Post'], properties: {} },
  },
  temporal: 'temporal',
})
