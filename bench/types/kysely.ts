import { countTo, type Design, type Place } from './design.ts'

const schema = (labels: number): string => `export interface Database {
${countTo(labels)
  .map(
    (own) =>
      `  label${own}: { id: number; name: string; age: number | null; title: string; at: Date; next_id: number; author_id: number }`,
  )
  .join('\n')}
}
`

const head = `import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'
declare const db: Kysely<Database>
`

/** The three tables, named as the nodes of our patterns are. */
const joined = ({ index, at }: Place): string => `selectFrom('label${at(0)} as u')
  .innerJoin('label${at(1)} as p', 'p.id', 'u.next_id')
  .leftJoin('label${at(3)} as post', 'post.author_id', 'p.id')
  .where('u.id', '=', ${index}).where('p.age', '>=', 18)`

/** Two joins, two conditions, two columns, order, limit: what stands for the measured query, without its aggregate. */
const joins = (place: Place): string => `db.${joined(place)}
  .select(['p.name as name${place.index}', 'post.title'])
  .orderBy('p.name').limit(10)
  .execute()`

/** The medium statement: its WITH is a common table expression. */
const aggregated = (place: Place): string => `db.with('counted', (query) => query.${joined(place)}
  .select((eb) => ['p.name', 'p.age', eb.fn.count('post.id').as('posts${place.index}')])
  .groupBy(['p.id', 'p.name', 'p.age']))
  .selectFrom('counted')
  .select((eb) => ['name', 'age', 'posts${place.index}', eb.fn.agg<string[]>('array_agg', ['name']).as('names')])
  .groupBy(['name', 'age', 'posts${place.index}'])
  .orderBy('posts${place.index}', 'desc').offset(0).limit(10)
  .execute()`

/** Kysely over tables of the same columns. */
export const kysely: Design = { name: 'Kysely', schema, head, queries: { joins, aggregated } }
