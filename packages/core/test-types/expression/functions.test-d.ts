import {
  $,
  all,
  at,
  caseOf,
  caseWhen,
  coalesce,
  concat,
  declareFunction,
  type Duration,
  filter,
  get,
  type Graph,
  isNormalized,
  isType,
  list,
  listOf,
  map,
  type Operand,
  type PlainDate,
  project,
  reduce,
  slice,
  type Value,
  type ZonedDateTime,
} from '@motif/core'
import * as f from '@motif/core/functions'
import { type Equal, same } from '../equal.ts'
import type { Social } from '../social.ts'

type Flat<X> = { [K in keyof X]: X[K] }
type Of<V> = V extends Value<infer T, infer P> ? [T, Flat<P>] : never
/** What a value is, and the parameters it asks for. */
declare const is: <T, P = {}>() => <V>(value: V, ...verdict: Equal<Of<V>, [T, P]> extends true ? [] : [Of<V>]) => void

declare const name: Operand<string>
declare const nick: Operand<string | null>
declare const age: Operand<number | null>
declare const n: Operand<number>
declare const big: Operand<bigint>
declare const tags: Operand<string[]>
declare const maybe: Operand<string[] | null>
declare const born: Operand<PlainDate>
declare const seen: Operand<ZonedDateTime | null>
declare const span: Operand<Duration | null>
declare const some: Operand<unknown>

// null for null, and nothing else
is<string>()(f.toLower(name))
is<string | null>()(f.toLower(nick))
is<string>()(f.toLower('A'))
is<string, { a: string }>()(f.toLower($('a')))
is<string | null, { a: string; b: string }>()(f.replace(nick, $('a'), $('b')))
is<string, { k: number }>()(f.substring(name, 1, $('k')))
is<string[]>()(f.split(name, ['a', 'b']))
is<number | null>()(f.size(maybe))
is<number>()(f.round(n, 2, 'HALF_UP'))
is<bigint>()(f.abs(big))
is<number | null>()(f.abs(age))
is<number>()(f.pi())

// conversions that may fail
is<number | null>()(f.toInteger(name))
is<boolean | null>()(f.toBooleanOrNull(some))
is<(number | null)[] | null>()(f.toIntegerList(maybe))
is<string | null>()(f.toString(age))

// comparisons and arithmetic are null where a side may be
is<boolean>()(n.gt(1))
is<boolean | null>()(age.gt(1))
is<boolean | null>()(n.eq(age))
is<boolean | null>()(some.eq(1))
is<boolean>()(age.isNull().and(n.lt(3)))
is<boolean | null>()(age.isNull().and(age.lt(3)))
is<number | null>()(n.plus(age))
is<number, { k: number }>()(n.times($('k')).minus(1))

// times and lengths of time
is<PlainDate | null>()(born.plus(span))
is<PlainDate>()(born.minus(f.duration({ days: 1 })))
is<Duration | null>()(span.times(2))
is<Duration>()(f.sum(span))
is<ZonedDateTime>()(f.datetime())
is<PlainDate, { y: number; s: string }>()(f.date({ year: $('y'), month: n }).plus(f.duration($('s'))))
is<PlainDate | null>()(f.date({ year: age }))
is<PlainDate | null>()(f.date.truncate('month', seen, { day: 2 }))
is<Duration | null>()(f.duration.between(born, seen))
is<number>()(get(born, 'year'))
is<number | null>()(get(span, 'days'))

// lists
is<string | null>()(f.head(tags))
is<string | null>()(at(maybe, -1))
is<string[] | null, { to: number }>()(slice(maybe, 0, $('to')))
is<(string | number)[]>()(list(name, 1))
is<number[] | null>()(listOf(maybe, (each) => f.size(each)))
is<string[], { p: string }>()(filter(tags, (each) => each.startsWith($('p'))))
is<boolean | null>()(all(tags, (each) => each.ne('')))
is<number>()(reduce(0, tags, (total, each) => total.plus(f.size(each))))
is<string[]>()(f.coll.sort(tags))

// maps
is<{ name: string; deep: { age: number | null; p: unknown } }, { p: unknown }>()(
  map({ name, deep: { age, p: $('p') } }),
)
is<string>()(get(map({ name }), 'name'))

// choices
is<'adult' | 'child'>()(caseWhen(age.gte(18), 'adult').otherwise('child'))
is<'adult' | null>()(caseWhen(age.gte(18), 'adult'))
is<string | 0, { l: number }>()(caseOf(n).when($('l'), name).otherwise(0))
is<string>()(coalesce(nick, name))
is<string | null>()(coalesce(nick, nick, nick))
is<string | 0>()(coalesce(nick, 0))
is<string, { d: string }>()(coalesce(nick, $('d')))
is<string | null>()(concat(name, ' ', nick))

// types and normal forms
is<boolean>()(isType(some, 'LIST<STRING NOT NULL> | INTEGER NOT NULL'))
is<boolean | null>()(isNormalized(nick))

// what the schema does not know
const similarity = declareFunction<(a: string, b: string | null) => number>('my.similarity')
is<number>()(similarity(name, nick))
is<number | null, { b: string | null }>()(similarity(nick, $('b')))
const shout = declareFunction<(text: string, times?: number) => string>('my.shout')
is<string>()(shout('x', n))

// in a query
declare const db: Graph<Social>
const query = db.match('(u:User)').return(({ u }) => ({ all: project(u, '*', { next: u.age.plus($('by')) }) }))
same<
  Equal<
    Awaited<ReturnType<typeof query.run>>,
    { all: { id: number; name: string; age: number | null; next: number | null } }[]
  >
>()
const labels = db.match('(u:User)').return(({ u }) => ({ names: f.labels(u), keys: f.keys(u) }))
same<Equal<Awaited<ReturnType<typeof labels.run>>, { names: string[]; keys: ('id' | 'name' | 'age')[] }[]>>()
