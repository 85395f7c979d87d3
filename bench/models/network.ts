import { defineSchema, type SchemaDescriptor } from '@motif/core'

/** People, what they wrote, and what was said of it. */
export interface Network {
  nodes: {
    User: {
      key: 'id'
      properties: { id: number; name: string; age: number; team: number }
      in: {}
      out: { WROTE: 'Post'; SAID: 'Comment' }
    }
    Post: {
      key: 'id'
      properties: { id: number; title: string; at: number }
      in: { WROTE: 'User' }
      out: { HAS: 'Comment' }
    }
    Comment: {
      key: 'id'
      properties: { id: number; text: string }
      in: { HAS: 'Post'; SAID: 'User' }
      out: {}
    }
    Row: {
      key: 'id'
      properties: { id: number; name: string; score: number; active: boolean; tags: string[] }
      in: {}
      out: {}
    }
  }
  relationships: {
    WROTE: { from: 'User'; to: 'Post'; properties: {} }
    HAS: { from: 'Post'; to: 'Comment'; properties: {} }
    SAID: { from: 'User'; to: 'Comment'; properties: {} }
  }
}

export const network: SchemaDescriptor<Network> = defineSchema<Network>({
  nodes: {
    User: { key: ['id'], properties: { id: 'integer', name: 'string', age: 'integer', team: 'integer' } },
    Post: { key: ['id'], properties: { id: 'integer', title: 'string', at: 'integer' } },
    Comment: { key: ['id'], properties: { id: 'integer', text: 'string' } },
    Row: {
      key: ['id'],
      properties: { id: 'integer', name: 'string', score: 'float', active: 'boolean', tags: 'list<string>' },
    },
  },
  relationships: {
    WROTE: { from: ['User'], to: ['Post'], properties: {} },
    HAS: { from: ['Post'], to: ['Comment'], properties: {} },
    SAID: { from: ['User'], to: ['Comment'], properties: {} },
  },
})

/** 20 teams of 20 people, 10 posts each, 4 comments on each: 800 comments, with who made them, below a team. */
export const seed: readonly string[] = [
  'CREATE CONSTRAINT FOR (u:User) REQUIRE u.id IS UNIQUE',
  'CREATE CONSTRAINT FOR (p:Post) REQUIRE p.id IS UNIQUE',
  'CREATE CONSTRAINT FOR (c:Comment) REQUIRE c.id IS UNIQUE',
  'CREATE CONSTRAINT FOR (r:Row) REQUIRE r.id IS UNIQUE',
  'CREATE INDEX FOR (u:User) ON (u.team)',
  "UNWIND range(0, 399) AS id CREATE (:User {id: id, name: 'User ' + id, age: id % 70, team: id / 20})",
  "MATCH (u:User) UNWIND range(0, 9) AS n WITH u, u.id * 10 + n AS id CREATE (u)-[:WROTE]->(:Post {id: id, title: 'Post ' + id, at: id})",
  `MATCH (p:Post) UNWIND range(0, 3) AS n WITH p, p.id * 4 + n AS id
   MATCH (u:User {id: id % 400}) CREATE (p)-[:HAS]->(:Comment {id: id, text: 'Comment ' + id})<-[:SAID]-(u)`,
  "UNWIND range(0, 99999) AS id CREATE (:Row {id: id, name: 'Row ' + id, score: 0.5, active: true, tags: ['a']})",
]

/** What is created in bulk: 100,000 rows that are not there yet. */
export const bulkRows = () =>
  Array.from({ length: 100_000 }, (_, at) => ({
    id: 1_000_000 + at,
    name: `Row ${at}`,
    score: at + 0.5,
    active: at % 2 === 0,
    tags: ['a', 'b'],
  }))
