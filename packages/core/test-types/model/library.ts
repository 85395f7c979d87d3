/** A schema with what models tell apart: keys of one property and of two, ends of several labels, names of one's own. */
export interface Library {
  nodes: {
    User: {
      key: 'id'
      properties: { id: number; name: string; age: number | null; tags: string[]; born: Date; full_name: string }
      in: { FOLLOWS: 'User' }
      out: { FOLLOWS: 'User'; WROTE: 'Post'; LIKES: 'Post' | 'Comment' }
    }
    Admin: { properties: { level: number }; in: {}; out: { BANNED: 'User' } }
    Post: {
      key: 'id'
      properties: { id: number; title: string; visits: number; at: Date; version: number }
      in: { WROTE: 'User'; LIKES: 'User'; ON: 'Comment' }
      out: {}
    }
    Comment: { properties: { text: string }; in: { LIKES: 'User' }; out: { ON: 'Post' } }
    Seat: {
      key: 'row' | 'number'
      properties: { row: string; number: number; free: boolean | null }
      in: {}
      out: {}
    }
  }
  relationships: {
    FOLLOWS: { from: 'User'; to: 'User'; properties: { since: Date; weight: number | null } }
    WROTE: { from: 'User'; to: 'Post'; properties: {} }
    LIKES: { from: 'User'; to: 'Post' | 'Comment'; properties: { stars: number | null } }
    BANNED: { from: 'Admin'; to: 'User'; properties: { why: string } }
    ON: { from: 'Comment'; to: 'Post'; properties: {} }
  }
  temporal: 'date'
}
