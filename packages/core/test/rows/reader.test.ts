import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { Column } from '../../src/compile/compiled-query.ts'
import { GraphError } from '../../src/error/graph-error.ts'
import { reader } from '../../src/rows/reader.ts'
import { defineSchema } from '../../src/schema/schema-descriptor.ts'
import { parsePropertySpec } from '../../src/schema/parse-property-spec.ts'
import { GraphNode } from '../../src/value/graph-node.ts'
import { GraphPath } from '../../src/value/graph-path.ts'
import { GraphRelationship } from '../../src/value/graph-relationship.ts'
import { OffsetTime } from '../../src/value/offset-time.ts'
import { Point } from '../../src/value/point.ts'
import type { ValueType } from '../../src/value/value-type.ts'

const past = 2n ** 53n + 1n
const schema = defineSchema({
  nodes: { User: { properties: { id: 'integer', views: 'bigint', born: 'date' } } },
  relationships: { KNOWS: { from: ['User'], to: ['User'], properties: { n: 'bigint' } } },
})
const user: ValueType = { kind: 'node', labels: 'User', entity: false, nullable: false }
const columns = (types: Readonly<Record<string, ValueType | string>>): Column[] =>
  Object.entries(types).map(([name, type]) => ({
    name,
    type: typeof type === 'string' ? parsePropertySpec(type) : type,
  }))
const record = (types: Readonly<Record<string, ValueType | string>>, row: Record<string, unknown>, options = {}) =>
  reader(columns(types), { schema, ...options })({ layout: 'records', rows: [row] })[0]

describe('records', () => {
  it('are handed on as they are when nothing has to be converted', () => {
    const rows = [{ a: 'x', b: 1, c: null }]
    const read = reader(columns({ a: 'string', b: 'integer', c: 'date?' }))({ layout: 'records', rows })
    expect(read).toBe(rows)
    expect(read[0]).toBe(rows[0])
    expect(rows).toEqual([{ a: 'x', b: 1, c: null }])
  })

  it('give a number for an integer, and an error naming the column where it would not be exact', () => {
    expect(record({ a: 'integer' }, { a: 5n })).toEqual({ a: 5 })
    const read = () => record({ total: 'integer' }, { total: past })
    expect(read).toThrow(GraphError)
    expect(read).toThrow("column 'total' holds an integer past 2^53")
    expect(read).toThrow('bigint')
    expect(read).not.toThrow(String(past))
  })

  it('give a bigint where that is the policy, always', () => {
    expect(record({ a: 'bigint', b: 'bigint', c: 'bigint?' }, { a: 5, b: past, c: null })).toEqual({
      a: 5n,
      b: past,
      c: null,
    })
    expect(() => record({ a: 'bigint' }, { a: 1.5 })).toThrow("column 'a'")
  })

  it('take a float for what it is, also when the engine calls it whole', () => {
    expect(record({ a: 'float' }, { a: past })).toEqual({ a: Number(past) })
  })
})

it('makes an object of each list, whatever the columns are called', () => {
  const read = reader(columns({ a: 'integer', __proto__x: 'string', constructor: 'string' }))
  expect(
    read({
      layout: 'lists',
      rows: [
        [1n, 'x', 'y'],
        [2, null, 'z'],
      ],
    }),
  ).toEqual([
    { a: 1, __proto__x: 'x', constructor: 'y' },
    { a: 2, __proto__x: null, constructor: 'z' },
  ])
  const [row] = reader([{ name: '__proto__', type: { kind: 'any', nullable: true } }])({
    layout: 'lists',
    rows: [[{ evil: true }]],
  })
  expect(Object.getPrototypeOf(row)).toBe(Object.prototype)
  expect(Object.keys(row ?? {})).toEqual(['__proto__'])
})

describe('entities', () => {
  const ada = () => new GraphNode(['User'], 'n:1', { id: 1n, views: 2, odd: 3n })
  const plain = { id: 1, views: 2n, odd: 3 }

  it('are plain properties, each by its own policy', () => {
    expect(record({ u: user }, { u: ada() })).toEqual({ u: plain })
  })

  it('stay whole where that is asked for, with the same properties', () => {
    const { u } = record({ u: { ...user, entity: true } as ValueType }, { u: ada() }) as { u: GraphNode }
    expect(u).toBeInstanceOf(GraphNode)
    expect(u.labels).toEqual(['User'])
    expect(u.properties).toEqual(plain)
  })

  it('are plain at every depth, also where nothing is known of the column', () => {
    const knows = () => new GraphRelationship('KNOWS', 'r:1', ['n:1', 'n:2'], { n: 1 })
    const relationship: ValueType = { kind: 'relationship', types: 'KNOWS', entity: false, nullable: false }
    expect(
      record(
        {
          us: { kind: 'list', of: user, nullable: false },
          m: { kind: 'map', entries: { k: relationship }, nullable: false },
          x: 'any',
        },
        { us: [ada(), ada()], m: { k: knows(), other: [ada()] }, x: { deep: [{ r: knows() }] } },
      ),
    ).toEqual({
      us: [plain, plain],
      m: { k: { n: 1n }, other: [{ id: 1, views: 2, odd: 3 }] },
      x: { deep: [{ r: { n: 1 } }] },
    })
  })

  it('of a path stay whole', () => {
    const path = new GraphPath([ada(), ada()], [new GraphRelationship('KNOWS', 'r:1', ['n:1', 'n:2'], { n: 1n })])
    const { p } = record({ p: { kind: 'path', nullable: false } }, { p: path }) as {
      p: GraphPath<GraphNode, GraphRelationship>
    }
    expect(p.length).toBe(1)
    expect(p.nodes[0]?.properties['id']).toBe(1)
    expect(p.relationships[0]?.properties['n']).toBe(1)
  })

  it('that are null stay null', () => {
    expect(
      record(
        { u: user, l: { kind: 'list', of: user, nullable: true }, p: { kind: 'path', nullable: true } },
        { u: null, l: null, p: null },
      ),
    ).toEqual({ u: null, l: null, p: null })
  })

  it('can be printed as JSON', () => {
    const row = record(
      { u: 'any', whole: { kind: 'node', labels: '*', entity: true, nullable: false }, at: 'point', t: 'time' },
      { u: ada(), whole: new GraphNode(['A'], '1', { x: 1 }), at: new Point(4326, 1, 2), t: OffsetTime.from('12:00Z') },
    )
    expect(JSON.parse(JSON.stringify(row))).toEqual({
      u: { id: 1, views: 2, odd: 3 },
      whole: { labels: ['A'], elementId: '1', properties: { x: 1 } },
      at: { srid: 4326, x: 1, y: 2 },
      t: '12:00:00+00:00',
    })
  })
})

describe('temporal values', () => {
  const values = () => ({
    d: Temporal.PlainDate.from('0099-02-03'),
    t: OffsetTime.from('12:30:00.5+01:00'),
    lt: Temporal.PlainTime.from('12:30'),
    ldt: Temporal.PlainDateTime.from('2020-01-02T03:04:05.678'),
    dt: Temporal.ZonedDateTime.from('2020-01-02T03:04:05+01:00[Europe/Berlin]'),
    du: Temporal.Duration.from('P1M'),
    any: [Temporal.PlainDate.from('2020-01-02')],
  })
  const types = {
    d: 'date',
    t: 'time',
    lt: 'localTime',
    ldt: 'localDateTime',
    dt: 'dateTime',
    du: 'duration',
    any: 'any',
  }

  it('are left as they are by default', () => {
    const row = values()
    expect(record(types, row)).toBe(row)
    expect(row.d).toBeInstanceOf(Temporal.PlainDate)
  })

  it('are Dates in UTC by policy, where they are a moment', () => {
    expect(record(types, values(), { temporal: 'date' })).toEqual({
      d: new Date('0099-02-03T00:00:00Z'),
      t: '12:30:00.5+01:00',
      lt: '12:30:00',
      ldt: new Date('2020-01-02T03:04:05.678Z'),
      dt: new Date('2020-01-02T02:04:05Z'),
      du: 'P1M',
      any: [new Date('2020-01-02T00:00:00Z')],
    })
  })

  it('are texts by policy, also by that of the schema', () => {
    const expected = {
      d: '0099-02-03',
      t: '12:30:00.5+01:00',
      lt: '12:30:00',
      ldt: '2020-01-02T03:04:05.678',
      dt: '2020-01-02T03:04:05+01:00[Europe/Berlin]',
      du: 'P1M',
      any: ['2020-01-02'],
    }
    expect(record(types, values(), { temporal: 'string' })).toEqual(expected)
    expect(record(types, values(), { schema: { ...schema, temporal: 'string' } })).toEqual(expected)
  })
})

it('reads columns that are not known by what their values are', () => {
  const read = reader(undefined)
  expect(
    read({ layout: 'records', rows: [{ n: new GraphNode(['A'], '1', { x: 1n }), i: 5n, big: past, s: 'x' }] }),
  ).toEqual([{ n: { x: 1 }, i: 5, big: past, s: 'x' }])
  expect(read({ layout: 'records', rows: [] })).toEqual([])
})

it('reads a union by its members', () => {
  expect(record({ a: 'integer|string', b: 'bigint|string', c: 'integer|string' }, { a: 1n, b: 1, c: 'x' })).toEqual({
    a: 1,
    b: 1n,
    c: 'x',
  })
  expect(() => record({ a: 'integer|string' }, { a: past })).toThrow("column 'a'")
})
