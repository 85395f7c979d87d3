import type { Feature } from '../lacks.ts'
import {
  all,
  any,
  at,
  caseOf,
  caseWhen,
  coalesce,
  concat,
  filter,
  get,
  type GraphPath,
  isNormalized,
  isType,
  list,
  listOf,
  map,
  none,
  not,
  type Operand,
  reduce,
  single,
  slice,
  type Value,
} from '@motif/core'
import * as f from '@motif/core/functions'

/** What the expressions are made of: one row of names. */
export interface Names {
  readonly u: { readonly name: Operand<string>; readonly age: Operand<number | null>; readonly id: Operand<number> }
  /** Somebody without an age. */
  readonly c: { readonly name: Operand<string>; readonly age: Operand<number | null> }
  readonly tags: Operand<string[]>
  readonly ns: Operand<number[]>
  readonly x: Operand<number>
  readonly path: Operand<GraphPath>
}

/** An expression, its text, and its value as JSON has it; `lacks` says of an engine why it cannot be asked. */
export interface Case {
  readonly of: (names: Names) => Value<unknown>
  readonly text: string
  readonly value: unknown
  /** Only Cypher 25 has it. */
  readonly cypher25?: true
  /** Grafeo lacks it, and it is refused before it is sent. */
  readonly grafeo?: 'refused'
  /** What some servers lack. */
  readonly needs?: Feature
}

const one = (
  text: string,
  value: unknown,
  of: Case['of'],
  more?: Pick<Case, 'cypher25' | 'grafeo' | 'needs'>,
): Case => ({
  of,
  text,
  value,
  ...more,
})
const refused = { grafeo: 'refused' } as const
const cypher25 = { cypher25: true, grafeo: 'refused' } as const

const strings: readonly Case[] = [
  one('toLower(u.name)', 'ada', ({ u }) => f.toLower(u.name)),
  one('toUpper(u.name)', 'ADA', ({ u }) => f.toUpper(u.name)),
  one('lower(u.name)', 'ada', ({ u }) => f.lower(u.name)),
  one('upper(u.name)', 'ADA', ({ u }) => f.upper(u.name)),
  one('trim($p1)', 'a', () => f.trim(' a ')),
  one('btrim($p1)', 'a', () => f.btrim(' a ')),
  one('btrim($p1, $p2)', 'a', () => f.btrim('--a-', '-'), refused),
  one('ltrim($p1)', 'a ', () => f.ltrim(' a ')),
  one('ltrim($p1, $p2)', 'a-', () => f.ltrim('--a-', '-'), refused),
  one('rtrim($p1)', ' a', () => f.rtrim(' a ')),
  one('rtrim($p1, $p2)', '--a', () => f.rtrim('--a-', '-'), refused),
  one('replace(u.name, $p1, $p2)', 'Ado', ({ u }) => f.replace(u.name, 'a', 'o')),
  one('replace($p1, $p2, $p3, $p4)', 'oaa', () => f.replace('aaa', 'a', 'o', 1), cypher25),
  one('split($p1, $p2)', ['a', 'b'], () => f.split('a,b', ',')),
  one('split($p1, $p2)', ['a', 'b', 'c'], () => f.split('a,b;c', [',', ';']), {
    ...refused,
    needs: 'split by several',
  }),
  one('substring(u.name, $p1)', 'da', ({ u }) => f.substring(u.name, 1)),
  one('substring(u.name, $p1, $p2)', 'd', ({ u }) => f.substring(u.name, 1, 1)),
  one('left(u.name, $p1)', 'Ad', ({ u }) => f.left(u.name, 2)),
  one('right(u.name, $p1)', 'da', ({ u }) => f.right(u.name, 2)),
  one('char_length(u.name)', 3, ({ u }) => f.charLength(u.name)),
  one('character_length(u.name)', 3, ({ u }) => f.characterLength(u.name)),
  one('normalize(u.name)', 'Ada', ({ u }) => f.normalize(u.name)),
  one('normalize(u.name, NFKD)', 'Ada', ({ u }) => f.normalize(u.name, 'NFKD'), refused),
  one('reverse(u.name)', 'adA', ({ u }) => f.reverse(u.name)),
  one('u.name || $p1 || u.name', 'Ada-Ada', ({ u }) => concat(u.name, '-', u.name)),
  one('tags || $p1', ['x', 'y', 'z'], ({ tags }) => concat(tags, ['z'])),
  one('u.name + $p1', 'Ada!', ({ u }) => u.name.plus('!')),
  one('u.name =~ $p1', true, ({ u }) => u.name.matches('A.*')),
  one('string.join(tags, $p1)', 'x-y', ({ tags }) => f.string.join(tags, '-'), cypher25),
  one('string.indexOf(u.name, $p1)', 1, ({ u }) => f.string.indexOf(u.name, 'd'), cypher25),
  one('string.regexReplace(u.name, $p1, $p2)', 'A-a', ({ u }) => f.string.regexReplace(u.name, 'd', '-'), cypher25),
]

const numbers: readonly Case[] = [
  one('abs(x)', 2.5, ({ x }) => f.abs(x)),
  one('ceil(x)', -2, ({ x }) => f.ceil(x)),
  one('floor(x)', -3, ({ x }) => f.floor(x)),
  one('round(x)', -2, ({ x }) => f.round(x)),
  one('round($p1, $p2)', 3.14, () => f.round(3.14159, 2), refused),
  one('round($p1, $p2, $p3)', 1.2, () => f.round(1.25, 1, 'HALF_EVEN'), refused),
  one('sign(x)', -1, ({ x }) => f.sign(x)),
  one('sqrt($p1)', 1.5, () => f.sqrt(2.25)),
  one('exp($p1)', 1, () => f.exp(0)),
  one('log($p1)', 0, () => f.log(1)),
  one('log10($p1)', 2, () => f.log10(100)),
  one('sin($p1)', 0, () => f.sin(0)),
  one('cos($p1)', 1, () => f.cos(0)),
  one('tan($p1)', 0, () => f.tan(0)),
  one('cot($p1)', 0.642092616, () => f.cot(1)),
  one('asin($p1)', 0, () => f.asin(0)),
  one('acos($p1)', 0, () => f.acos(1)),
  one('atan($p1)', 0, () => f.atan(0)),
  one('atan2($p1, $p2)', 0.785398163, () => f.atan2(1, 1)),
  one('sinh($p1)', 0, () => f.sinh(0), cypher25),
  one('cosh($p1)', 1, () => f.cosh(0), cypher25),
  one('tanh($p1)', 0, () => f.tanh(0), cypher25),
  one('coth($p1)', 1.313035285, () => f.coth(1), cypher25),
  one('haversin($p1)', 0.229848847, () => f.haversin(1)),
  one('degrees(pi())', 180, () => f.degrees(f.pi())),
  one('radians($p1)', 3.141592654, () => f.radians(180)),
  one('e()', 2.718281828, () => f.e()),
  one('rand() < $p1', true, () => f.rand().lt(1)),
  one('isNaN(x)', false, ({ x }) => f.isNaN(x), refused),
  one('u.age - $p1', 34, ({ u }) => u.age.minus(2)),
  one('c.age + $p1', null, ({ c }) => c.age.plus(2)),
  one('u.id ^ $p1 * $p2 % $p3', 1, ({ u }) => u.id.power(2).times(7).modulo(3)),
]

const conversions: readonly Case[] = [
  one('toInteger($p1)', 7, () => f.toInteger('7')),
  one('toInteger($p1)', null, () => f.toInteger('no')),
  one('toFloat($p1)', 7.5, () => f.toFloat('7.5')),
  one('toBoolean($p1)', true, () => f.toBoolean('true')),
  one('toString(u.age)', '36', ({ u }) => f.toString(u.age)),
  one('toIntegerOrNull($p1)', 7, () => f.toIntegerOrNull('7')),
  one('toIntegerOrNull(tags)', null, ({ tags }) => f.toIntegerOrNull(tags), refused),
  one('toFloatOrNull($p1)', 1.5, () => f.toFloatOrNull('1.5')),
  one('toBooleanOrNull($p1)', false, () => f.toBooleanOrNull('false')),
  one('toStringOrNull(u.id)', '1', ({ u }) => f.toStringOrNull(u.id)),
  one('toIntegerList($p1)', [1, null], () => f.toIntegerList(['1', 'x'])),
  one('toFloatList($p1)', [1.5, null], () => f.toFloatList(['1.5', 'x'])),
  one('toBooleanList($p1)', [true, null], () => f.toBooleanList(['true', 'x'])),
  one('toStringList(ns)', ['3', '1', '2'], ({ ns }) => f.toStringList(ns)),
]

const lists: readonly Case[] = [
  one('head(tags)', 'x', ({ tags }) => f.head(tags)),
  one('last(tags)', 'y', ({ tags }) => f.last(tags)),
  one('tail(tags)', ['y'], ({ tags }) => f.tail(tags)),
  one('reverse(ns)', [2, 1, 3], ({ ns }) => f.reverse(ns)),
  one('size(tags)', 2, ({ tags }) => f.size(tags)),
  one('isEmpty(tags)', false, ({ tags }) => f.isEmpty(tags)),
  one('range($p1, $p2)', [1, 2, 3], () => f.range(1, 3)),
  one('range($p1, $p2, $p3)', [1, 3], () => f.range(1, 3, 2)),
  one('tags[$p1]', 'y', ({ tags }) => at(tags, -1)),
  one('tags[$p1..]', ['y'], ({ tags }) => slice(tags, 1)),
  one('ns[$p1..$p2]', [3, 1], ({ ns }) => slice(ns, 0, 2)),
  one('[u.name, $p1]', ['Ada', 'x'], ({ u }) => list(u.name, 'x')),
  one('tags + $p1', ['x', 'y', 'z'], ({ tags }) => tags.plus('z')),
  one('$p1 IN tags', true, ({ tags }) => tags.includes('x')),
  one('[each IN tags | toUpper(each)]', ['X', 'Y'], ({ tags }) => listOf(tags, (each) => f.toUpper(each))),
  one('[each IN ns WHERE each > $p1]', [3, 2], ({ ns }) => filter(ns, (each) => each.gt(1))),
  one('[each IN ns WHERE each > $p1 | each * $p2]', [6, 4], ({ ns }) =>
    listOf(
      filter(ns, (each) => each.gt(1)),
      (each) => each.times(2),
    ),
  ),
  one(
    '[each IN ns | [each1 IN tags | each1 + toString(each)]]',
    [
      ['x3', 'y3'],
      ['x1', 'y1'],
      ['x2', 'y2'],
    ],
    ({ ns, tags }) => listOf(ns, (n) => listOf(tags, (tag) => tag.plus(f.toString(n)))),
  ),
  one('reduce(total = $p1, each IN ns | total + each)', 6, ({ ns }) =>
    reduce(0, ns, (total, each) => total.plus(each)),
  ),
  one('all(each IN ns WHERE each > $p1)', true, ({ ns }) => all(ns, (each) => each.gt(0))),
  one('any(each IN ns WHERE each > $p1)', true, ({ ns }) => any(ns, (each) => each.gt(2))),
  one('none(each IN ns WHERE each > $p1)', true, ({ ns }) => none(ns, (each) => each.gt(3))),
  one('single(each IN ns WHERE each > $p1)', false, ({ ns }) => single(ns, (each) => each.gt(1))),
  one('coll.distinct(ns)', [3, 1, 2], ({ ns }) => f.coll.distinct(ns), cypher25),
  one('coll.flatten([ns, ns])', [3, 1, 2, 3, 1, 2], ({ ns }) => f.coll.flatten(list(ns, ns)), cypher25),
  one('coll.indexOf(tags, $p1)', 1, ({ tags }) => f.coll.indexOf(tags, 'y'), cypher25),
  one('coll.insert(tags, $p1, $p2)', ['x', 'z', 'y'], ({ tags }) => f.coll.insert(tags, 1, 'z'), cypher25),
  one('coll.max(ns)', 3, ({ ns }) => f.coll.max(ns), cypher25),
  one('coll.min(ns)', 1, ({ ns }) => f.coll.min(ns), cypher25),
  one('coll.remove(ns, $p1)', [1, 2], ({ ns }) => f.coll.remove(ns, 0), cypher25),
  one('coll.sort(ns)', [1, 2, 3], ({ ns }) => f.coll.sort(ns), cypher25),
]

const choices: readonly Case[] = [
  one('CASE WHEN u.age >= $p1 THEN $p2 WHEN u.age >= $p3 THEN $p4 ELSE $p5 END', 'adult', ({ u }) =>
    caseWhen(u.age.gte(18), 'adult').when(u.age.gte(13), 'teenager').otherwise('child'),
  ),
  one('CASE WHEN c.age IS NULL THEN c.name END', 'Cy', ({ c }) => caseWhen(c.age.isNull(), c.name)),
  one('CASE u.id WHEN $p1 THEN $p2 ELSE u.name END', 'one', ({ u }) => caseOf(u.id).when(1, 'one').otherwise(u.name)),
  one('coalesce(c.age, u.age, $p1)', 36, ({ u, c }) => coalesce(c.age, u.age, 0)),
  one('u.id IS :: INTEGER NOT NULL', true, ({ u }) => isType(u.id, 'INTEGER NOT NULL'), refused),
  one('u.name IS NFKC NORMALIZED', true, ({ u }) => isNormalized(u.name, 'NFKC'), refused),
  one('nullIf(u.name, $p1)', null, ({ u }) => f.nullIf(u.name, 'Ada')),
  one('NOT u.age = $p1', true, ({ u }) => not(u.age.eq(1))),
  one('{name: u.name, kind: $p1, deep: {id: u.id}}', { name: 'Ada', kind: 'user', deep: { id: 1 } }, ({ u }) =>
    map({ name: u.name, kind: 'user', deep: { id: u.id } }),
  ),
  one('{a: $p1}.a', 1, () => get(map({ a: 1 }), 'a')),
]

const temporal: readonly Case[] = [
  one('date($p1)', '2020-01-31', () => f.date('2020-01-31')),
  one('date({year: $p1, month: $p2, day: u.id})', '2020-02-01', ({ u }) => f.date({ year: 2020, month: 2, day: u.id })),
  one('date() > date($p1)', true, () => f.date().gt(f.date('2020-01-31'))),
  one('datetime($p1)', '2020-01-31T10:30:00+00:00', () => f.datetime('2020-01-31T10:30:00Z')),
  one('localdatetime($p1)', '2020-01-31T10:30:00', () => f.localdatetime('2020-01-31T10:30:00')),
  one('localtime($p1)', '10:30:00', () => f.localtime('10:30:00')),
  one('time($p1)', '10:30:00+01:00', () => f.time('10:30:00+01:00')),
  one('duration($p1)', 'P1DT2H', () => f.duration('P1DT2H')),
  one('duration({days: u.id, hours: $p1})', 'P1DT2H', ({ u }) => f.duration({ days: u.id, hours: 2 })),
  one('date($p1) + duration($p2)', '2020-02-01', () => f.date('2020-01-31').plus(f.duration('P1D'))),
  one('date($p1) - duration($p2)', '2020-01-30', () => f.date('2020-01-31').minus(f.duration('P1D'))),
  one('duration($p1) * $p2', 'P2D', () => f.duration('P1D').times(2)),
  one('date($p1).year', 2020, () => get(f.date('2020-01-31'), 'year')),
  one('date.truncate($p1, date($p2))', '2020-01-01', () => f.date.truncate('month', f.date('2020-01-31')), refused),
  one(
    'datetime.truncate($p1, datetime($p2), {day: $p3})',
    '2020-01-05T00:00:00+00:00',
    () => f.datetime.truncate('month', f.datetime('2020-01-31T10:30:00Z'), { day: 5 }),
    refused,
  ),
  one('datetime.fromepochmillis($p1)', '1970-01-01T00:00:01+00:00', () => f.datetime.fromepochmillis(1000), refused),
  one('datetime.fromepoch($p1, $p2)', '1970-01-01T00:00:01+00:00', () => f.datetime.fromepoch(1, 0), refused),
  one('date.transaction() = date.statement()', true, () => f.date.transaction().eq(f.date.statement()), refused),
  one(
    'duration.between(date($p1), date($p2))',
    'P1M1D',
    () => f.duration.between(f.date('2020-01-31'), f.date('2020-03-01')),
    refused,
  ),
  one(
    'duration.inDays(date($p1), date($p2)).days',
    30,
    () => get(f.duration.inDays(f.date('2020-01-31'), f.date('2020-03-01')), 'days'),
    refused,
  ),
  one(
    'duration.inMonths(date($p1), date($p2))',
    'P1M',
    () => f.duration.inMonths(f.date('2020-01-31'), f.date('2020-03-01')),
    refused,
  ),
  one(
    'duration.inSeconds(localtime($p1), localtime($p2))',
    'PT1M',
    () => f.duration.inSeconds(f.localtime('10:30'), f.localtime('10:31')),
    refused,
  ),
  one('format(date($p1), $p2)', '31.01.2020', () => f.format(f.date('2020-01-31'), 'dd.MM.yyyy'), cypher25),
  one('timestamp() > $p1', true, () => f.timestamp().gt(1)),
]

const others: readonly Case[] = [
  one('point({x: $p1, y: u.id}).x', 1.5, ({ u }) => get(f.point({ x: 1.5, y: u.id }), 'x'), refused),
  one(
    'point.distance(point({x: $p1, y: $p2}), point({x: $p3, y: $p4}))',
    5,
    () => f.point.distance(f.point({ x: 0, y: 0 }), f.point({ x: 3, y: 4 })),
    refused,
  ),
  one(
    'point.withinBBox(point({x: $p1, y: $p2}), point({x: $p3, y: $p4}), point({x: $p5, y: $p6}))',
    true,
    () => f.point.withinBBox(f.point({ x: 1, y: 1 }), f.point({ x: 0, y: 0 }), f.point({ x: 2, y: 2 })),
    refused,
  ),
  one('vector.similarity.cosine($p1, $p2)', 1, () => f.vector.similarity.cosine([1, 2], [1, 2]), refused),
  one('vector.similarity.euclidean($p1, $p2)', 0.5, () => f.vector.similarity.euclidean([1, 0], [2, 0]), refused),
  one(
    'vector_distance(vector($p1, $p2, FLOAT32), vector($p3, $p4, FLOAT32), EUCLIDEAN)',
    5,
    () => f.vectorDistance(f.vector([0, 0], 2, 'FLOAT32'), f.vector([3, 4], 2, 'FLOAT32'), 'EUCLIDEAN'),
    cypher25,
  ),
  one(
    'vector_norm(vector($p1, $p2, FLOAT32), EUCLIDEAN)',
    5,
    () => f.vectorNorm(f.vector([3, 4], 2, 'FLOAT32'), 'EUCLIDEAN'),
    cypher25,
  ),
  one(
    'vector_dimension_count(vector($p1, $p2, FLOAT32))',
    2,
    () => f.vectorDimensionCount(f.vector([3, 4], 2, 'FLOAT32')),
    cypher25,
  ),
  one('size(randomUUID())', 36, () => f.size(f.randomUUID()), refused),
  one('valueType(u.id)', 'INTEGER NOT NULL', ({ u }) => f.valueType(u.id), refused),
  one('length(path)', 1, ({ path }) => f.length(path)),
  one('size(nodes(path))', 2, ({ path }) => f.size(f.nodes(path))),
  one('size(relationships(path))', 1, ({ path }) => f.size(f.relationships(path))),
  one('[each IN nodes(path) | each.name]', ['Ada', 'Bob'], ({ path }) =>
    listOf(f.nodes(path), (each) => get(each, 'name')),
  ),
]

/** Every function of the library, by its kind. */
export const cases: Readonly<Record<string, readonly Case[]>> = {
  strings,
  numbers,
  conversions,
  lists,
  choices,
  temporal,
  others,
}
