import { countTo, type Design, type Place } from './design.ts'

const columns = `id: integer('id').notNull(), name: text('name').notNull(), age: integer('age'), title: text('title').notNull(), at: timestamp('at').notNull(), nextId: integer('next_id').notNull(), authorId: integer('author_id').notNull()`

const schema = (labels: number): string => `import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
${countTo(labels)
  .map((own) => `export const label${own} = pgTable('label${own}', { ${columns} })`)
  .join('\n')}
`

const head = `import { and, count, desc, eq, gte, sql } from 'drizzle-orm'
import type { PgRemoteDatabase } from 'drizzle-orm/pg-proxy'
import * as t from './schema.ts'
declare const db: PgRemoteDatabase
`

const joins = ({ index, at }: Place): string => {
  const [u, p, post] = [`t.label${at(0)}`, `t.label${at(1)}`, `t.label${at(3)}`]
  return `db.select({ name${index}: ${p}.name, title: ${post}.title }).from(${u})
  .innerJoin(${p}, eq(${p}.id, ${u}.nextId))
  .leftJoin(${post}, eq(${post}.authorId, ${p}.id))
  .where(and(eq(${u}.id, ${index}), gte(${p}.age, 18)))
  .orderBy(${p}.name).limit(10)
  .execute()`
}

const aggregated = ({ index, at }: Place): string => {
  const [u, p, post] = [`t.label${at(0)}`, `t.label${at(1)}`, `t.label${at(3)}`]
  return `(() => {
  const counted = db.$with('counted').as(db.select({ name: ${p}.name, age: ${p}.age, posts${index}: count(${post}.id).as('posts') }).from(${u})
    .innerJoin(${p}, eq(${p}.id, ${u}.nextId))
    .leftJoin(${post}, eq(${post}.authorId, ${p}.id))
    .where(and(eq(${u}.id, ${index}), gte(${p}.age, 18)))
    .groupBy(${p}.id, ${p}.name, ${p}.age))
  return db.with(counted)
    .select({ name: counted.name, age: counted.age, posts${index}: counted.posts${index}, names: sql<string[]>\`array_agg(\${counted.name})\` })
    .from(counted)
    .groupBy(counted.name, counted.age, counted.posts${index})
    .orderBy(desc(counted.posts${index})).offset(0).limit(10)
    .execute()
})()`
}

/** Drizzle over tables of the same columns. */
export const drizzle: Design = { name: 'Drizzle', schema, head, queries: { joins, aggregated } }
