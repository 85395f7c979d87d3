import { type Design, type Place, places } from '../types/design.ts'
import { motif } from '../types/motif.ts'

/** Statements in the file that stands for what `motif statements` writes. */
export const written = 500

const textOf = ({ index, at }: Place): string => `
  MATCH (u:Label${at(0)})-[f:FOLLOWS${at(0)}]->(p:Label${at(1)})
  WHERE u.id = $id${index} AND p.age >= $minAge
  OPTIONAL MATCH (p)-[:WROTE${at(1)}]->(post:Label${at(3)})
  WITH p, count(post) AS posts${index}
  RETURN p.name, p.age AS age, posts${index}, collect(p.name) AS names
  ORDER BY posts${index} DESC SKIP $skip LIMIT 10`

const entryOf = (place: Place): string =>
  `    ${JSON.stringify(textOf(place))}: WrittenQuery<
      { id${place.index}: number; minAge: number; skip: number },
      { 'p.name': string; age: number | null; posts${place.index}: number; names: string[] }
    >`

const schema = (labels: number): string => `import type { WrittenQuery } from '@motif/core'
${motif.schema(labels)}
export interface Schema {
  statements: {
${places(written, labels).map(entryOf).join('\n')}
  }
}
`

/** The medium statement, run, with its types written ahead of time. */
const statement = (place: Place): string => `db.cypher(\`${textOf(place)}\`)
  .run({ id${place.index}: 1, minAge: 18, skip: 0 })`

/** Motif over a schema with the types of its statements. */
export const aheadOfTime: Design = { ...motif, name: 'Motif, ahead of time', schema, queries: { statement } }
