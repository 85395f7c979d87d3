import {
  GraphNode,
  GraphPath,
  GraphRelationship,
  type Column,
  type SchemaDescriptor,
  type ValueType,
} from '@motif/core'
import { OffsetTime } from '@motif/core/offset-time'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, test } from 'vitest'
import { Decoders } from '../../src/grafeo/decode.ts'
import { temporalReady } from '../../src/temporal-library.ts'
import { typeOf } from '../support.ts'

beforeAll(async () => temporalReady())

const column = (type: ValueType['kind'] | ValueType): Column => ({ name: 'c', type: typeOf(type) })

const decode = (value: unknown, type: ValueType['kind'] | ValueType, schema?: SchemaDescriptor): unknown => {
  const row = { c: value }
  new Decoders(schema).forRows([column(type)])?.([row])
  return row.c
}

test('scalar columns need no decoder', () => {
  const scalars = (['string', 'boolean', 'integer', 'bigint', 'float', 'number', 'null'] as const).map(column)
  expect(new Decoders(undefined).forRows(scalars)).toBeUndefined()
  expect(
    new Decoders(undefined).forRows([column({ kind: 'list', of: typeOf('integer'), nullable: true })]),
  ).toBeUndefined()
})

describe('temporal text', () => {
  test.each([
    ['date', '2020-01-02', Temporal.PlainDate.from('2020-01-02')],
    ['date', '12020-01-02', Temporal.PlainDate.from('+012020-01-02')],
    ['date', '-0044-03-15', Temporal.PlainDate.from('-000044-03-15')],
    ['localTime', '10:11:12.123456789', Temporal.PlainTime.from('10:11:12.123456789')],
    ['time', '10:11:12Z', OffsetTime.from('10:11:12Z')],
    ['localDateTime', '2020-01-02T10:11:12.123456', Temporal.PlainDateTime.from('2020-01-02T10:11:12.123456')],
    ['localDateTime', new Date('2020-01-02T10:11:12.123Z'), Temporal.PlainDateTime.from('2020-01-02T10:11:12.123')],
    ['dateTime', '2020-01-02T10:11:12.5+02:00', Temporal.ZonedDateTime.from('2020-01-02T10:11:12.5+02:00[+02:00]')],
    ['dateTime', '-044-03-15T00:00:00Z', Temporal.ZonedDateTime.from('-000044-03-15T00:00:00Z[UTC]')],
    ['dateTime', '0044-03-15T00:00:00.1-05:30', Temporal.ZonedDateTime.from('0044-03-15T00:00:00.1-05:30[-05:30]')],
    ['duration', '-P1Y2M3DT4H5M6.7S', Temporal.Duration.from('-P1Y2M3DT4H5M6.7S')],
  ] as const)('%s %s', (kind, text, value) => {
    const read = decode(text, kind)
    expect(String(read)).toBe(String(value))
    expect(Object.prototype.toString.call(read)).toBe(Object.prototype.toString.call(value))
  })

  test('text that is no such value stays text', () => {
    for (const kind of ['date', 'time', 'localTime', 'dateTime', 'localDateTime', 'duration'] as const)
      expect(decode('soon', kind)).toBe('soon')
    expect(decode('2020-13-40', 'date')).toBe('2020-13-40')
    expect(decode(7, 'date')).toBe(7)
  })

  test('inside lists, maps and unions', () => {
    const dates: ValueType = { kind: 'list', of: typeOf('date'), nullable: false }
    expect(String(decode(['2020-01-02', null], dates))).toBe('2020-01-02,')
    const map = decode(
      { at: '2020-01-02', n: 1 },
      { kind: 'map', entries: { at: typeOf('date'), n: typeOf('integer') }, nullable: false },
    )
    expect(map).toMatchObject({ at: expect.any(Temporal.PlainDate), n: 1 })
    const mixed = (...of: ValueType['kind'][]): ValueType => ({ kind: 'union', of: of.map(typeOf), nullable: false })
    expect(decode('2020-01-02', mixed('date', 'integer'))).toBeInstanceOf(Temporal.PlainDate)
    expect(decode('2020-01-02', mixed('date', 'string'))).toBe('2020-01-02')
  })
})

const ada = (): object => ({ _id: 3, _labels: ['User'], name: 'Ada', born: '1815-12-10' })
const follows = (): object => ({ _id: 5, _type: 'FOLLOWS', _source: 3, _target: 4, since: '2020-01-02' })

describe('entities', () => {
  const schema: SchemaDescriptor = {
    nodes: { User: { properties: { name: 'string', born: 'date?', seen: 'list<date>', when: 'date|string' } } },
    relationships: { FOLLOWS: { from: ['User'], to: ['User'], properties: { since: 'date' } } },
  }

  test('a node has its labels, element id and properties, these by the schema', () => {
    const node = decode(ada(), { kind: 'node', labels: 'User', entity: true, nullable: false }, schema) as GraphNode
    expect(node).toBeInstanceOf(GraphNode)
    expect(node).toMatchObject({
      labels: ['User'],
      elementId: 'n:3',
      properties: { name: 'Ada', born: expect.any(Temporal.PlainDate) },
    })
    expect(Object.keys(node.properties)).toEqual(['name', 'born'])
  })

  test('properties that may be text stay text, lists are looked into', () => {
    const node = decode(
      { _id: 1, _labels: ['User'], when: '2020-01-02', seen: ['2020-01-02'] },
      'node',
      schema,
    ) as GraphNode
    expect(node.properties).toEqual({ when: '2020-01-02', seen: [expect.any(Temporal.PlainDate)] })
  })

  test('a relationship has its type, ids and properties', () => {
    const relationship = decode(
      follows(),
      { kind: 'relationship', types: 'FOLLOWS', entity: false, nullable: false },
      schema,
    )
    expect(relationship).toBeInstanceOf(GraphRelationship)
    expect(relationship).toMatchObject({
      type: 'FOLLOWS',
      elementId: 'e:5',
      startElementId: 'n:3',
      endElementId: 'n:4',
    })
  })

  test('a path has its nodes and relationships', () => {
    const path = decode({ nodes: [ada(), ada()], edges: [follows()] }, 'path', schema) as GraphPath
    expect(path).toBeInstanceOf(GraphPath)
    expect(path).toMatchObject({
      length: 1,
      nodes: [expect.any(GraphNode), expect.any(GraphNode)],
      relationships: [expect.any(GraphRelationship)],
    })
  })

  test('null stays null', () => expect(decode(null, 'node')).toBeNull())
})

describe('a value of unknown type', () => {
  test('is read by what it looks like, at any depth', () => {
    const read = decode(
      { list: [ada(), { f: follows() }], path: { nodes: [ada()], edges: [] }, text: '2020-01-02' },
      'any',
    )
    expect(read).toEqual({
      list: [expect.any(GraphNode), { f: expect.any(GraphRelationship) }],
      path: expect.any(GraphPath),
      text: '2020-01-02',
    })
  })

  test('is read as what it is believed to be', () => {
    const likely: ValueType = { kind: 'any', likely: typeOf('date'), nullable: true }
    expect(decode('2020-01-02', likely)).toBeInstanceOf(Temporal.PlainDate)
    expect(decode('text', likely)).toBe('text')
    expect(decode(ada(), likely)).toBeInstanceOf(GraphNode)
  })

  test('plain maps stay maps', () => {
    expect(decode({ nodes: [1], edges: [2] }, 'any')).toEqual({ nodes: [1], edges: [2] })
    expect(decode({ _id: 1 }, 'any')).toEqual({ _id: 1 })
  })

  test('bytes are a plain Uint8Array', () => {
    const read = decode(Buffer.from([1, 2]), 'any') as Uint8Array
    expect(Object.getPrototypeOf(read)).toBe(Uint8Array.prototype)
    expect([...read]).toEqual([1, 2])
  })
})

test('without columns every column is read by what it looks like', () => {
  const row = { a: ada(), b: 1 }
  new Decoders(undefined).forRows(undefined)?.([row])
  expect(row).toEqual({ a: expect.any(GraphNode), b: 1 })
})
