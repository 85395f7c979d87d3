import { countTo, type Design, type Place } from './design.ts'

/** Each label leads to the next one and to the one after that, by types of its own. */
const schema = (labels: number): string => {
  const name = (index: number): string => `'Label${(index + labels) % labels}'`
  const nodes = countTo(labels).map((own) => {
    const [before, further] = [(own - 1 + labels) % labels, (own - 2 + labels) % labels]
    const out = `{ FOLLOWS${own}: ${name(own + 1)}; WROTE${own}: ${name(own + 2)} }`
    const into = `{ FOLLOWS${before}: ${name(before)}; WROTE${further}: ${name(further)} }`
    const properties = '{ id: number; name: string; age: number | null; title: string; at: Date }'
    return `    Label${own}: { properties: ${properties}; out: ${out}; in: ${into} }`
  })
  const relationships = countTo(labels).map(
    (own) => `    FOLLOWS${own}: { from: ${name(own)}; to: ${name(own + 1)}; properties: { since: Date } }
    WROTE${own}: { from: ${name(own)}; to: ${name(own + 2)}; properties: {} }`,
  )
  return `export interface Schema {
  nodes: {
${nodes.join('\n')}
  }
  relationships: {
${relationships.join('\n')}
  }
}
`
}

const head = `import { $, collect, type Graph } from '@motif/core'
import type { Schema } from './schema.ts'
declare const db: Graph<Schema>
`

/** The measured query: patterns as text, the rest by callbacks. */
const callbacks = ({ index, at }: Place): string => `db
  .match('(u:Label${at(0)} {id: $id${index}})-[f:FOLLOWS${at(0)}]->(p:Label${at(1)})')
  .where(({ p }) => p.age.gte($('minAge${index}')))
  .optionalMatch('(p)-[:WROTE${at(1)}]->(post:Label${at(3)})')
  .return(({ p, post }) => ({ name: p.name, posts: collect(post.title) }))
  .orderBy(({ name }) => name).limit(10)
  .run({ id${index}: 1, minAge${index}: 18 })`

/** The medium statement as a chain of clause texts. */
const chain = ({ index, at }: Place): string => `db
  .match('(u:Label${at(0)})-[f:FOLLOWS${at(0)}]->(p:Label${at(1)})')
  .where('u.id = $id${index} AND p.age >= $minAge')
  .optionalMatch('(p)-[:WROTE${at(1)}]->(post:Label${at(3)})')
  .with('p, count(post) AS posts${index}')
  .return('p.name, p.age AS age, posts${index}, collect(p.name) AS names')
  .orderBy('posts${index} DESC').skip('$skip').limit(10)
  .run({ id${index}: 1, minAge: 18, skip: 0 })`

/** The medium statement as one text. */
const statement = ({ index, at }: Place): string => `db.cypher(\`
  MATCH (u:Label${at(0)})-[f:FOLLOWS${at(0)}]->(p:Label${at(1)})
  WHERE u.id = $id${index} AND p.age >= $minAge
  OPTIONAL MATCH (p)-[:WROTE${at(1)}]->(post:Label${at(3)})
  WITH p, count(post) AS posts${index}
  RETURN p.name, p.age AS age, posts${index}, collect(p.name) AS names
  ORDER BY posts${index} DESC SKIP $skip LIMIT 10\`)
  .run({ id${index}: 1, minAge: 18, skip: 0 })`

/** Motif over the interface that `motif generate` writes. */
export const motif: Design = { name: 'Motif', schema, head, queries: { callbacks, statement, chain } }
