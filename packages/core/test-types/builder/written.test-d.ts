import type { Arguments, Graph, Prepared, Query, RowOfQuery, Runnable, Summary, WrittenQuery } from '@motif/core'
import { type Equal, same } from '../equal.ts'
import type { Social } from '../social.ts'

// what `motif statements` writes of a text is taken in place of what inference would give: here it differs on purpose
interface Written extends Social {
  statements: {
    'MATCH (u:User {id: $id}) RETURN u.name AS name': WrittenQuery<{ id: 7 }, { name: 'Ada' }>
    'MATCH (u:User) RETURN u.id AS id': Runnable<{}, { id: 8 }>
    'MATCH (u:User {id: $id}) SET u.name = $name': WrittenQuery<{ id: number; name: string }, never>
  }
}
declare const db: Graph<Written>

const byId = db.cypher('MATCH (u:User {id: $id}) RETURN u.name AS name')
const all = db.cypher('MATCH (u:User) RETURN u.id AS id')
same<Equal<typeof byId, WrittenQuery<{ id: 7 }, { name: 'Ada' }>>>()
same<Equal<typeof all, Runnable<{}, { id: 8 }>>>()

// any other text is inferred as before
const other = db.cypher('MATCH (u:User {id: $id}) RETURN u.name AS called')
same<Equal<Awaited<ReturnType<typeof other.run>>, { called: string }[]>>()

// it takes and gives what the inferred one does
type Inferred = Runnable<{ id: 7 }, { name: 'Ada' }>
same<Equal<ReturnType<typeof byId.run>, ReturnType<Inferred['run']>>>()
same<Equal<ReturnType<typeof byId.first>, ReturnType<Inferred['first']>>>()
same<Equal<ReturnType<typeof byId.one>, ReturnType<Inferred['one']>>>()
same<Equal<ReturnType<typeof byId.stream>, ReturnType<Inferred['stream']>>>()
same<Equal<ReturnType<typeof byId.execute>, Promise<Summary>>>()
same<Equal<Parameters<typeof byId.run>[0], Parameters<Inferred['run']>[0]>>()
same<Equal<ReturnType<typeof byId.prepare>, Prepared<{ id: 7 }, { name: 'Ada' }>>>()
same<Equal<keyof typeof byId, keyof Inferred>>()

// and stands wherever a query may
export const asRunnable: Inferred = byId
declare const run: <P, Row>(
  query: Runnable<P, Row> | Prepared<P, Row>,
  ...args: Arguments<P>
) => Promise<RowOfQuery<Row>[]>
const rows = run(byId, { id: 7 })
same<Equal<Awaited<typeof rows>, { name: 'Ada' }[]>>()
const set = run(db.cypher('MATCH (u:User {id: $id}) SET u.name = $name'), { id: 1, name: 'Ada' })
same<Equal<Awaited<typeof set>, never[]>>()
// @ts-expect-error the parameter is asked for
void run(byId)
const united = byId.union(db.cypher('MATCH (u:User) WHERE u.age > $least RETURN u.name AS name'))
same<Equal<Awaited<ReturnType<typeof united.run>>, { name: string }[]>>()
void united.run({ id: 7, least: 18 })
const turned = db.cypher('MATCH (u:User) WHERE u.age > $least RETURN u.name AS name').union(byId)
void turned.run({ id: 7, least: 18 })
declare const query: Query<Written, {}, {}, never, {}>
const called = query.call([], () => byId).return('name')
same<Equal<Awaited<ReturnType<typeof called.run>>, { name: 'Ada' }[]>>()

// @ts-expect-error a parameter is missing, as it is for an inferred query
void byId.run()
void all.run()
