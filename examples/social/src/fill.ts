// Fills an empty graph: constraints, then nodes and relationships in batches.
import type { Social } from './models.ts'
import type { Network } from './network.ts'

const unique = [
  'CREATE CONSTRAINT person_id FOR (p:Person) REQUIRE p.id IS UNIQUE',
  'CREATE CONSTRAINT post_id FOR (p:Post) REQUIRE p.id IS UNIQUE',
]
// Grafeo checks a constraint by looking at every node, unless there is an index as well; others make one by themselves.
const ofGrafeo = [
  'CREATE INDEX person_by_id FOR (p:Person) ON (p.id)',
  'CREATE INDEX post_by_id FOR (p:Post) ON (p.id)',
]

/** Puts a network into an empty graph; says how many nodes it made. */
export const fill = async (db: Social, { people, follows, posts }: Network): Promise<number> => {
  const { name } = await db.open()
  for (const text of name === 'grafeo' ? [...unique, ...ofGrafeo] : unique) await db.cypher.as<never>(text).execute()
  const made = await db.model('Person').createMany(people)
  await db
    .unwind('$rows AS row')
    .match('(a:Person {id: row.from}), (b:Person {id: row.to})')
    .create('(a)-[:FOLLOWS {since: row.since}]->(b)')
    .execute({ rows: follows })
  await db.allocateIds('Post', posts.length)
  const written = await db.model('Post').createMany(posts)
  return made.created + written.created
}
