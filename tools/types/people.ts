/** The graph that texts are tried on by types: users, admins and bots, who follow each other and write. */
export const people: readonly string[] = [
  'type Props = { id: number; name: string; age: number | null; tags: string[] }',
  "type Ends = { FOLLOWS: 'User' | 'Admin' | 'Bot'; WROTE: 'User' | 'Admin' | 'Bot' }",
  'type Person = { properties: Props; out: Ends; in: Ends }',
  "type Anyone = 'User' | 'Admin' | 'Bot'",
  'interface People { nodes: { User: Person; Admin: Person; Bot: Person }; relationships: { FOLLOWS: { from: Anyone; to: Anyone; properties: { since: number } }; WROTE: { from: Anyone; to: Anyone; properties: {} } } }',
]
