import type { Column, SchemaDescriptor, ValueType } from '@motif/core'
import fc from 'fast-check'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { reader as coreReader } from '../../../../core/src/rows/reader.ts'
import { rowByLiteral, rowByLoop, rowReader, type RowReader } from '../../../src/bolt/packstream/row-reader.ts'
import { Structure } from '../../../src/bolt/packstream/structure.ts'
import { temporalReady } from '../../../src/temporal-library.ts'
import { anyValue } from './any-value.ts'
import { packed, readerOf, thrownBy, told } from './support.ts'

beforeAll(async () => temporalReady())

const whole = (fields: readonly string[]): undefined[] => fields.map(() => undefined)

/** Both ways to make a row: by a function, and by a loop where code from text is forbidden. */
const ways: readonly (readonly [
  string,
  (fields: readonly string[], plain?: readonly (number | undefined)[]) => RowReader,
])[] = [
  ['a literal', (fields, plain = whole(fields)) => rowByLiteral(fields, plain) as RowReader],
  ['a loop', (fields, plain = whole(fields)) => rowByLoop(fields, plain)],
]

describe.each(ways)('by %s', (_, make) => {
  const rowOf = (fields: readonly string[], values: readonly unknown[]): Record<string, unknown> => {
    const reader = readerOf(packed(values))
    const row = make(fields)(reader)
    expect(reader.atEnd).toBe(true)
    return row
  }

  test('a row has its values by name, in order', () => {
    const row = rowOf(['id', 'name', 'n'], [7, 'Ada', null])
    expect(row).toStrictEqual({ id: 7, name: 'Ada', n: null })
    expect(Object.keys(row)).toEqual(['id', 'name', 'n'])
  })

  test('of no columns', () => expect(rowOf([], [])).toStrictEqual({}))

  test('of two columns with one name the last counts', () => {
    expect(rowOf(['a', 'b', 'a'], [1, 2, 3])).toStrictEqual({ a: 3, b: 2 })
  })

  test('a name is a name, whatever it looks like', () => {
    const fields = [
      '__proto__',
      'constructor',
      '1',
      '"',
      "'",
      '`',
      '\\',
      '${x}',
      '\n',
      '\u2028',
      '};throw 1;//',
      '',
      'é',
    ]
    const row = rowOf(fields, Array.from(fields.keys()))
    for (const [index, field] of fields.entries())
      expect(Object.getOwnPropertyDescriptor(row, field)?.value).toBe(index)
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype)
    expect(Object.keys(row)).toHaveLength(fields.length)
  })

  test('rows do not share what they hold', () => {
    const read = make(['list'])
    const [first, second] = [read(readerOf(packed([[1]]))), read(readerOf(packed([[2]])))]
    expect([first, second]).toEqual([{ list: [1] }, { list: [2] }])
  })

  test('too few or too many values break the protocol', () => {
    for (const values of [[], [1], [1, 2, 3]]) {
      expect(thrownBy(() => rowOf(['a', 'b'], values))).toMatchObject({ code: 'PROTOCOL', fault: 'engine' })
    }
    expect(thrownBy(() => make(['a'])(readerOf(packed({ a: 1 })))).code).toBe('PROTOCOL')
  })
})

describe('the reader of a result', () => {
  test('is the same for the same names, or columns', () => {
    const columns: readonly Column[] = [{ name: 'id', type: { kind: 'integer', nullable: false } }]
    expect(rowReader(['id'])).toBe(rowReader(['id']))
    expect(rowReader(['id'], columns)).toBe(rowReader(['id'], columns))
    expect(rowReader(['a\nb'])(readerOf(packed([1])))).toEqual({ 'a\nb': 1 })
    expect(rowReader(['a', 'b'])(readerOf(packed([1, 2])))).toEqual({ a: 1, b: 2 })
  })

  test('goes by the names of the server, also where the columns have others', () => {
    const columns: readonly Column[] = [{ name: 'id', type: { kind: 'any', nullable: true } }]
    expect(rowReader(['id'], columns)(readerOf(packed([1])))).toEqual({ id: 1 })
    expect(rowReader(['other'], columns)(readerOf(packed([1])))).toEqual({ other: 1 })
    expect(rowReader(['a', 'b'], columns)(readerOf(packed([1, 2])))).toEqual({ a: 1, b: 2 })
  })

  test('reads the same before and after it has made a function', () => {
    const read = rowReader(['first', 'second'])
    for (let times = 0; times < 100; times++) {
      expect(read(readerOf(packed([times, 'x'])))).toStrictEqual({ first: times, second: 'x' })
    }
    expect(rowReader(['first', 'second'])).not.toBe(read)
    expect(rowReader(['first', 'second'])(readerOf(packed([1, 2])))).toStrictEqual({ first: 1, second: 2 })
  })

  test('reads the same where code from text is forbidden', async () => {
    let tries = 0
    vi.stubGlobal('Function', function forbidden() {
      tries++
      throw new EvalError('Code generation from strings disallowed for this context')
    })
    vi.resetModules()
    const fresh = await import('../../../src/bolt/packstream/row-reader.ts')
    const read = fresh.rowReader(['first', 'second'])
    for (let times = 0; times < 100; times++) {
      expect(read(readerOf(packed([times, 'x'])))).toStrictEqual({ first: times, second: 'x' })
    }
    expect(tries).toBe(1)
    vi.unstubAllGlobals()
  })

  test('may have very many columns', () => {
    const fields = Array.from({ length: 1000 }, (_, index) => `c${index}`)
    const read = rowReader(fields)
    for (let times = 0; times < 50; times++) {
      expect(Object.values(read(readerOf(packed(Array.from(fields.keys())))))).toEqual(Array.from(fields.keys()))
    }
  })
})

describe('what columns allow to leave out', () => {
  const node = (labels: readonly string[], properties: object): Structure =>
    new Structure(0x4e, [1, labels, properties, '4:a:1'])
  const relationship = (type: string, properties: object): Structure =>
    new Structure(0x52, [1, 2, 3, type, properties, '5:a:1', '4:a:2', '4:a:3'])
  const path = new Structure(0x50, [
    [node(['User'], { name: 'Ada' }), node(['User'], {})],
    [new Structure(0x72, [1, 'KNOWS', { big: 2n ** 60n }, '5:a:1'])],
    [1, 1],
  ])

  const schema: SchemaDescriptor = {
    nodes: {
      User: { properties: { name: 'string', nick: 'string?', count: 'bigint?' } },
      Post: { properties: { title: 'string?', count: 'integer?' } },
    },
    relationships: { KNOWS: { from: ['User'], to: ['User'], properties: { since: 'integer?' } } },
  }

  const types: readonly ValueType[] = [
    { kind: 'any', nullable: true },
    { kind: 'path', nullable: true },
    ...[true, false].flatMap((entity): ValueType[] => [
      ...['User', 'Post', 'User|Post', 'User&Post', '*'].map(
        (labels): ValueType => ({ kind: 'node', labels, entity, nullable: true }),
      ),
      ...['KNOWS', 'KNOWS|LIKES', '*'].map(
        (of): ValueType => ({ kind: 'relationship', types: of, entity, nullable: true }),
      ),
    ]),
  ]
  const type = fc
    .constantFrom(...types)
    .chain((of) =>
      fc.constantFrom<ValueType>(
        of,
        { kind: 'list', of, nullable: true },
        { kind: 'list', of: { kind: 'list', of, nullable: true }, nullable: true },
        { kind: 'map', entries: { a: of }, nullable: true },
        { kind: 'union', of: [of, { kind: 'integer', nullable: false }], nullable: true },
      ),
    )
  const single = fc.constantFrom<unknown>(
    null,
    7,
    'text',
    2n ** 60n,
    node(['User'], { name: 'Ada' }),
    node(['Post', 'User'], { title: 'x', count: 5, extra: [1] }),
    node([], {}),
    relationship('KNOWS', { since: 2020 }),
    relationship('LIKES', {}),
    path,
  )
  const values = fc.oneof(
    single,
    fc.array(single, { maxLength: 3 }),
    fc.array(fc.array(single, { maxLength: 2 }), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b'), single),
    anyValue,
  )

  /** What core makes of the rows, or why it refuses them. */
  const asCore = (rows: readonly unknown[], columns: readonly Column[]): unknown => {
    try {
      return told(coreReader(columns, { schema })({ layout: 'records', rows }))
    } catch (error) {
      return String(error)
    }
  }

  test('is what core would throw away: the same rows come out', () =>
    fc.assert(
      fc.property(type, fc.array(values, { minLength: 1, maxLength: 3 }), (of, several) => {
        const columns: readonly Column[] = [{ name: 'c', type: of }]
        const rows = (read: RowReader): unknown[] => several.map((value) => read(readerOf(packed([value]))))
        expect(asCore(rows(rowReader(['c'], columns)), columns)).toEqual(asCore(rows(rowReader(['c'])), columns))
      }),
      { numRuns: 400 },
    ))

  test('is labels, types and element ids, where properties are wanted', () => {
    const column = (entity: boolean, labels: string): readonly Column[] => [
      { name: 'u', type: { kind: 'node', labels, entity, nullable: false } },
    ]
    const rowOf = (columns: readonly Column[]): unknown =>
      rowReader(['u'], columns)(readerOf(packed([node(['User'], { name: 'Ada' })])))['u']
    expect(rowOf(column(false, 'User'))).toStrictEqual({ name: 'Ada' })
    expect(rowOf(column(false, 'User|Post'))).toMatchObject({ labels: ['User'], elementId: '4:a:1' })
    expect(rowOf(column(true, 'User'))).toMatchObject({ labels: ['User'], elementId: '4:a:1' })
  })
})
