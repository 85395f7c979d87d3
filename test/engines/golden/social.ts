import { defineSchema } from '@motif/core'

/** The schema of the type tests: small, with every form of end that the grammar tells apart. */
export interface Social {
  nodes: {
    User: {
      properties: { id: number; name: string; age: number | null }
      in: { FOLLOWS: 'User'; KNOWS: 'User'; BANNED: 'Admin' }
      out: { FOLLOWS: 'User'; WROTE: 'Post'; KNOWS: 'User'; LIKES: 'Post' | 'Comment' }
    }
    Admin: { properties: { level: number }; out: { BANNED: 'User' }; in: {} }
    Post: {
      properties: { id: number; title: string; tags: string[]; at: Date }
      in: { WROTE: 'User'; LIKES: 'User'; ON: 'Comment' }
      out: {}
    }
    Comment: { properties: { text: string }; out: { ON: 'Post' }; in: { LIKES: 'User' } }
    Tag: { properties: { name: string }; out: {}; in: {} }
  }
  relationships: {
    FOLLOWS: { from: 'User'; to: 'User'; properties: { since: Date } }
    KNOWS: { from: 'User'; to: 'User'; properties: { weight: number } }
    WROTE: { from: 'User'; to: 'Post'; properties: {} }
    LIKES: { from: 'User'; to: 'Post' | 'Comment'; properties: { stars: number } }
    BANNED: { from: 'Admin'; to: 'User'; properties: { why: string } }
    ON: { from: 'Comment'; to: 'Post'; properties: {} }
  }
  temporal: 'date'
}

/** The run-time side of the same schema. */
export const social = defineSchema<Social>({
  temporal: 'date',
  nodes: {
    User: { properties: { id: 'integer', name: 'string', age: 'integer?' } },
    Admin: { properties: { level: 'integer' } },
    Post: { properties: { id: 'integer', title: 'string', tags: 'list<string>', at: 'dateTime' } },
    Comment: { properties: { text: 'string' } },
    Tag: { properties: { name: 'string' } },
  },
  relationships: {
    FOLLOWS: { from: ['User'], to: ['User'], properties: { since: 'date' } },
    KNOWS: { from: ['User'], to: ['User'], properties: { weight: 'float' } },
    WROTE: { from: ['User'], to: ['Post'], properties: {} },
    LIKES: { from: ['User'], to: ['Post', 'Comment'], properties: { stars: 'integer' } },
    BANNED: { from: ['Admin'], to: ['User'], properties: { why: 'string' } },
    ON: { from: ['Comment'], to: ['Post'], properties: {} },
  },
})
