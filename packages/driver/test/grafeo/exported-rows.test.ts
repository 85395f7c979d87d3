import type { Column, ScalarName } from '@motif/core'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportedRows } from '../../src/grafeo/arrow/exported-rows.ts'
import { loadNative, type NativeDatabase, type NativeResult } from '../../src/grafeo/native.ts'

let graph: NativeDatabase
beforeAll(async () => {
  graph = (await loadNative()).GrafeoDB.create()
})
afterAll(() => graph.close())

const column = (name: string, kind: ScalarName | 'any'): Column => ({ name, type: { kind, nullable: true } })
const returning = (text: string, params: Readonly<Record<string, unknown>> = {}): Promise<NativeResult> =>
  graph.executeCypher(text, params)
const oneByOne = (result: NativeResult): unknown[] =>
  Array.from({ length: result.length }, (_, i) => result.get(i) as unknown)

const columns = [
  column('whole', 'integer'),
  column('share', 'float'),
  column('text', 'string'),
  column('yes', 'boolean'),
  column('nothing', 'string'),
]
const given = fc.record({
  whole: fc.oneof(
    fc.integer(),
    fc.maxSafeInteger(),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.constant(null),
  ),
  share: fc.oneof(fc.double({ noNaN: true }), fc.constant(null)),
  text: fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constant(null)),
  yes: fc.option(fc.boolean()),
})

test('gives what the engine gives row by row, in slices of any size', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(given, { minLength: 64, maxLength: 200 }),
      fc.integer({ min: 1, max: 90 }),
      async (rows, size) => {
        // One fraction and one number at least: a column is exported as what all its values are.
        const all = [...rows, { whole: 1, share: 0.5, text: '', yes: true }]
        const result = await returning(
          'UNWIND $rows AS r RETURN r.whole AS whole, r.share AS share, r.text AS text, r.yes AS yes, null AS nothing',
          { rows: all },
        )
        const read = exportedRows(result, columns)
        const found: unknown[] = []
        for (let at = 0; at < result.length; at += size)
          found.push(...(read?.(at, Math.min(result.length, at + size)) ?? []))
        expect(found).toEqual(oneByOne(result))
      },
    ),
    { numRuns: 50 },
  )
})

test('gives rows with their columns in order', async () => {
  const result = await returning('UNWIND range(1, 100) AS i RETURN i AS b, null AS a, true AS c')
  const [row] =
    exportedRows(result, [column('b', 'integer'), column('a', 'string'), column('c', 'boolean')])?.(99, 100) ?? []
  expect(Object.entries(row ?? {})).toEqual([
    ['b', 100],
    ['a', null],
    ['c', true],
  ])
})

describe('leaves to the engine', () => {
  const exported = async (text: string, ...columns: readonly Column[]): Promise<boolean> =>
    exportedRows(await returning(text), columns) !== undefined

  test.each([
    ['short results', 'UNWIND range(1, 63) AS i RETURN i AS x', 'integer'],
    ['columns of which nothing is promised', 'UNWIND range(1, 64) AS i RETURN i AS x', 'any'],
    [
      'times, which are exported in a form of their own',
      "UNWIND range(1, 64) AS i RETURN date('2020-01-01') AS x",
      'date',
    ],
    ['what is no text though promised as one', 'UNWIND range(1, 64) AS i RETURN i AS x', 'string'],
    ['what is no number though promised as one', "UNWIND range(1, 64) AS i RETURN 'a' AS x", 'integer'],
    [
      'fractions where whole numbers too large for them may stand',
      'UNWIND range(1, 64) AS i RETURN i + 0.5 AS x',
      'number',
    ],
    ['lists', 'UNWIND range(1, 64) AS i RETURN [i] AS x', 'integer'],
  ] as const)('%s', async (_what, text, kind) => {
    expect(await exported(text, column('x', kind))).toBe(false)
  })

  test('columns by other names, and more or fewer than were promised', async () => {
    const text = 'UNWIND range(1, 64) AS i RETURN i AS x, i AS y'
    const [x, y] = [column('x', 'integer'), column('y', 'integer')]
    expect(await exported(text, x, y)).toBe(true)
    expect(await exported(text, y, x)).toBe(false)
    expect(await exported(text, x)).toBe(false)
    expect(await exported(text)).toBe(false)
  })

  test('what would hold the event loop for longer than a slice', async () => {
    const many = await returning('UNWIND range(1, 200000) AS i RETURN i AS a, i AS b, i AS c')
    const two = [column('a', 'integer'), column('b', 'integer'), column('c', 'integer')]
    expect(exportedRows(many, two)).toBeUndefined()
    const long = await returning('UNWIND range(1, 64) AS i RETURN $text AS x', { text: 'x'.repeat(100_000) })
    expect(exportedRows(long, [column('x', 'string')])).toBeUndefined()
  })
})
