import { countTo, type Design, type Place } from '../types/design.ts'

const columns = `id: integer('id').notNull(), name: text('name').notNull(), age: integer('age'), title: text('title').notNull(), at: timestamp('at').notNull()`

/** Each table leads to the next one and to the one after that, as the labels of our own schema do. */
const schema = (labels: number): string => `import { relations } from 'drizzle-orm'
import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
${countTo(labels)
  .map((own) => `export const label${own} = pgTable('label${own}', { ${columns} })`)
  .join('\n')}
${countTo(labels)
  .map((own) => {
    const to = (step: number): string => `label${(own + step) % labels}`
    const many = (name: string, step: number): string =>
      `${name}${own}: many(${to(step)}, { relationName: '${name}${own}' })`
    return `export const label${own}Relations = relations(label${own}, ({ many }) => ({ ${many('follows', 1)}, ${many('wrote', 2)} }))`
  })
  .join('\n')}
`

const head = `import type { PgRemoteDatabase } from 'drizzle-orm/pg-proxy'
import type * as schema from './schema.ts'
declare const db: PgRemoteDatabase<typeof schema>
`

const find = ({ index, at }: Place): string => `db.query.label${at(0)}.findMany({
  where: (t, { and, eq, gte }) => and(eq(t.name, 'n${index}'), gte(t.age, 18)),
  with: {
    follows${at(0)}: { columns: { name: true, age: true }, where: (t, { gte }) => gte(t.age, ${index}), orderBy: (t, { asc }) => asc(t.name), limit: 3 },
    wrote${at(0)}: { columns: { title: true }, orderBy: (t, { desc }) => desc(t.at), limit: 3 },
  },
  orderBy: (t, { asc }) => asc(t.name),
  limit: 10,
}).execute()`

/** Drizzle's relational queries over tables of the same columns. */
export const drizzle: Design = { name: 'Drizzle, relational', schema, head, queries: { find } }
