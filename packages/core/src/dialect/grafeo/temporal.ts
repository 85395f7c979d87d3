import type { Expression, MapEntry } from '../../ast/expression.ts'
import type { RewriteContext } from '../../compile/rewrite-context.ts'
import { bare } from './bare.ts'
import { knownType } from './known-type.ts'
import type { Change, Place } from './change.ts'
import { make } from './make.ts'
import { misreadTemporal } from './temporal-text.ts'

type Call = Extract<Expression, { kind: 'call' }>
type MapLiteral = Extract<Expression, { kind: 'map' }>

const days = ['year', 'month', 'day']
const clock = ['hour', 'minute', 'second', 'millisecond', 'microsecond', 'nanosecond']
const zoned = [...days, ...clock, 'timezone', 'epochSeconds', 'epochMillis']

/** The components that the engine reads, or that are written with those it reads. */
const components: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['date', new Set(days)],
  ['time', new Set([...clock, 'timezone'])],
  ['localtime', new Set(clock)],
  ['datetime', new Set(zoned)],
  ['localdatetime', new Set([...days, ...clock])],
  [
    'duration',
    new Set([
      'years',
      'months',
      'weeks',
      'days',
      'hours',
      'minutes',
      'seconds',
      'milliseconds',
      'microseconds',
      'nanoseconds',
    ]),
  ],
])

/** How many nanoseconds each of the fractions that the engine drops has. */
const fractions: ReadonlyMap<string, number> = new Map([
  ['millisecond', 1_000_000],
  ['milliseconds', 1_000_000],
  ['microsecond', 1000],
  ['microseconds', 1000],
  ['nanosecond', 1],
  ['nanoseconds', 1],
])

const refuseEntry = (call: string, { key, value }: MapEntry, { context, scope }: Place): void => {
  const inner = bare(value)
  if (key === 'timezone' && inner.kind === 'literal' && !/^(?:Z|[+-]\d{2}:\d{2})$/.test(String(inner.value))) {
    context.refuse('named-zones', `${call}({timezone: '${inner.value}'})`, 'write the offset, as in +01:00')
  }
  if (call === 'duration' && knownType(context.typeOf(value, scope)).kind === 'float') {
    context.refuse(
      'temporal-components',
      `duration({${key}: …}) with a fraction`,
      'write whole numbers of a smaller unit',
    )
  }
  const fine =
    call.endsWith('datetime') && key === 'nanosecond' && inner.kind === 'literal' && Number(inner.value) % 1000 !== 0
  if (fine) context.refuse('nanoseconds', `${call}({nanosecond: ${String(inner.value)}})`, 'round it to microseconds')
}

/** Milliseconds and microseconds are dropped by the engine, nanoseconds are not: one number of those. */
const wholeFraction = (node: MapLiteral, of: string): MapLiteral => {
  const fraction = node.entries.filter(({ key }) => fractions.has(key))
  if (fraction.every(({ key }) => key.startsWith('nano'))) return node
  const sum = fraction
    .map(({ key, value }) => {
      const unit = fractions.get(key) ?? 1
      return unit === 1 ? value : make.binary(value, '*', make.number(unit))
    })
    .reduce((left, right) => make.binary(left, '+', right))
  const rest = node.entries.filter(({ key }) => !fractions.has(key))
  return { kind: 'map', entries: [...rest, { key: of === 'duration' ? 'nanoseconds' : 'nanosecond', value: sum }] }
}

const fromMap = (node: Call, name: string, map: MapLiteral, place: Place): Expression => {
  const known = components.get(name) as ReadonlySet<string> // asked for the names of this table alone
  for (const entry of map.entries) {
    if (!known.has(entry.key)) {
      const instead = `build the text of a plain ${name} in the program and pass it as a parameter`
      place.context.refuse('temporal-components', `${node.name}({${entry.key}: …})`, instead)
    }
    refuseEntry(name, entry, place)
  }
  const whole = wholeFraction(map, name)
  return whole === map ? node : make.call(node.name, whole)
}

const offsets: ReadonlySet<string> = new Set(['dateTime', 'time'])

/** `date(…)` and its kin: refuses what the engine would read wrongly or as null without a word. */
export const changeTemporal: Change<'call'> = (node, place) => {
  const name = node.name.toLowerCase()
  const argument = node.arguments[0] === undefined ? undefined : bare(node.arguments[0])
  if (argument === undefined || !components.has(name)) return node
  if (argument.kind === 'map') return fromMap(node, name, argument, place)
  if (argument.kind === 'literal' && typeof argument.value === 'string') {
    const misread = misreadTemporal(name, argument.value)
    if (misread !== undefined) place.context.refuse(misread.capability, misread.what, misread.instead)
  }
  if (name.startsWith('local') && offsets.has(knownType(place.context.typeOf(argument, place.scope)).kind)) {
    place.context.refuse(
      'temporal-components',
      `${node.name}() of a value with an offset`,
      'take it apart in the program',
    )
  }
  return node
}

const isTemporal = (node: Expression): boolean => node.kind === 'call' && components.has(node.name.toLowerCase())

/** Components the engine knows by one of their names alone. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['weekDay', 'dayOfWeek'],
  ['quarterDay', 'dayOfQuarter'],
])
const dated: ReadonlySet<string> = new Set(['date', 'dateTime', 'localDateTime'])

/** `date('…').year`: the engine reads a component of a name, not of an expression. */
export const changeComponent: Change<'property'> = (node, { context, scope }) => {
  const of = bare(node.of)
  const key = otherNames.get(node.key)
  const isDated = key !== undefined && dated.has(knownType(context.typeOf(of, scope)).kind)
  return component(isDated ? { kind: 'property', of: node.of, key } : node, of, context)
}

const component = (
  node: Extract<Expression, { kind: 'property' }>,
  of: Expression,
  context: RewriteContext,
): Expression => {
  if (!isTemporal(of) && of.kind !== 'binary') return node
  const variable = context.fresh('moment')
  const read: Expression = { kind: 'property', of: make.name(variable), key: node.key }
  return make.first({ kind: 'list-comprehension', variable, in: make.list(of), where: undefined, yield: read })
}
