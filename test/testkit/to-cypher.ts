import {
  isGraphNode,
  isGraphPath,
  isGraphRelationship,
  isOffsetTime,
  isPoint,
  type GraphNode,
  type GraphRelationship,
} from '@motif/core'
import type { Temporal } from 'temporal-polyfill'
import type { CypherMap, CypherValue, Data } from './protocol.ts'

/** What the driver gave out, as TestKit writes it. */
export const toCypher = (value: unknown): CypherValue => {
  if (value === null || value === undefined) return make('CypherNull', {})
  switch (typeof value) {
    case 'boolean':
      return make('CypherBool', { value })
    case 'bigint':
      return make('CypherInt', { value })
    case 'number':
      return ofNumber(value)
    case 'string':
      return make('CypherString', { value })
    default:
      return ofObject(value)
  }
}

export const toCypherMap = (map: object): CypherMap =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, toCypher(value)]))

const make = (name: string, data: CypherValue['data']): CypherValue => ({ name, data })

const ofNumber = (value: number): CypherValue => {
  if (Number.isInteger(value)) return make('CypherInt', { value })
  const special = Number.isNaN(value) ? 'NaN' : value > 0 ? '+Infinity' : '-Infinity'
  return make('CypherFloat', { value: Number.isFinite(value) ? value : special })
}

const ofObject = (value: object): CypherValue => {
  if (Array.isArray(value)) return make('CypherList', { value: value.map(toCypher) })
  if (value instanceof Uint8Array) {
    return make('CypherBytes', { value: Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join(' ') })
  }
  if (isGraphNode(value)) return ofNode(value)
  if (isGraphRelationship(value)) return ofRelationship(value)
  if (isGraphPath(value)) {
    return make('CypherPath', { nodes: toCypher(value.nodes), relationships: toCypher(value.relationships) })
  }
  if (isPoint(value)) {
    const { srid, x, y, z } = value
    return make('CypherPoint', { system: srid === 4326 || srid === 4979 ? 'wgs84' : 'cartesian', x, y, z: z ?? null })
  }
  if (isOffsetTime(value)) {
    const { hour, minute, second, subsecondNanoseconds: nanosecond, offsetSeconds: utc_offset_s } = value
    return make('CypherTime', { hour, minute, second, nanosecond, utc_offset_s })
  }
  return ofTemporal(value) ?? make('CypherMap', { value: toCypherMap(value) })
}

/** The numbers that servers knew entities by before 5.0 are handed out as element ids, and later ones not at all. */
const idOf = (elementId: string): CypherValue => toCypher(/^\d+$/.test(elementId) ? Number(elementId) : null)

const ofNode = ({ labels, elementId, properties }: GraphNode): CypherValue =>
  make('Node', {
    id: idOf(elementId),
    labels: toCypher(labels),
    props: toCypher(properties),
    elementId: toCypher(elementId),
  })

const ofRelationship = (value: GraphRelationship): CypherValue =>
  make('Relationship', {
    id: idOf(value.elementId),
    startNodeId: idOf(value.startElementId),
    endNodeId: idOf(value.endElementId),
    type: toCypher(value.type),
    props: toCypher(value.properties),
    elementId: toCypher(value.elementId),
    startNodeElementId: toCypher(value.startElementId),
    endNodeElementId: toCypher(value.endElementId),
  })

const ofTemporal = (value: object): CypherValue | undefined => {
  switch (Reflect.get(value, Symbol.toStringTag)) {
    case 'Temporal.PlainDate':
      return make('CypherDate', day(value as Temporal.PlainDate))
    case 'Temporal.PlainTime':
      return make('CypherTime', clock(value as Temporal.PlainTime))
    case 'Temporal.PlainDateTime':
      return make('CypherDateTime', {
        ...day(value as Temporal.PlainDateTime),
        ...clock(value as Temporal.PlainDateTime),
      })
    case 'Temporal.ZonedDateTime':
      return ofZoned(value as Temporal.ZonedDateTime)
    case 'Temporal.Duration':
      return ofDuration(value as Temporal.Duration)
    default:
      return undefined
  }
}

const day = ({ year, month, day }: Temporal.PlainDate | Temporal.PlainDateTime | Temporal.ZonedDateTime): Data => ({
  year,
  month,
  day,
})

const clock = (time: Temporal.PlainTime | Temporal.PlainDateTime | Temporal.ZonedDateTime): Data => {
  const { hour, minute, second, millisecond, microsecond, nanosecond } = time
  return { hour, minute, second, nanosecond: millisecond * 1_000_000 + microsecond * 1000 + nanosecond }
}

const ofZoned = (value: Temporal.ZonedDateTime): CypherValue => {
  const named = /^[+-]/.test(value.timeZoneId) ? {} : { timezone_id: value.timeZoneId }
  const utc_offset_s = value.offsetNanoseconds / 1_000_000_000
  return make('CypherDateTime', { ...day(value), ...clock(value), utc_offset_s, ...named })
}

const ofDuration = (value: Temporal.Duration): CypherValue =>
  make('CypherDuration', {
    months: value.years * 12 + value.months,
    days: value.weeks * 7 + value.days,
    seconds: value.hours * 3600 + value.minutes * 60 + value.seconds,
    nanoseconds: value.milliseconds * 1_000_000 + value.microseconds * 1000 + value.nanoseconds,
  })
