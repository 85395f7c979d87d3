import type { Batch, Row, Shape } from '../batch.ts'
import { decodeValue } from '../value/decode-value.ts'
import { encodeValue } from '../value/encode-value.ts'

/** A batch as MessagePack takes it: shapes once, then rows as lists that begin with their shape's number. */
export const packedBatch = ({ kind, shapes, rows }: Batch): unknown => [
  shapes.map(({ labels, keys }) => [labels, keys]),
  rows.map(
    ({ shape, ends, values }) =>
      kind === 'node'
        ? [shape, ...values.map(encodeValue)]
        : [shape, ...(ends as readonly number[]), ...values.map(encodeValue)], // a relationship has them
  ),
]

const listOf = (value: unknown, what: string): readonly unknown[] => {
  if (!Array.isArray(value)) throw new TypeError(`${what} is no list`)
  return value
}

const texts = (value: unknown): readonly string[] => {
  const list = listOf(value, 'a shape')
  if (!list.every((each) => typeof each === 'string')) throw new TypeError('a shape holds what is no name')
  return list
}

const readShape = (packed: unknown): Shape => {
  const [labels, keys] = listOf(packed, 'a shape')
  return { labels: texts(labels), keys: texts(keys) }
}

const endOf = (value: unknown, nodes: number): number => {
  if (Number.isInteger(value) && Number(value) >= 0 && Number(value) < nodes) return Number(value)
  throw new TypeError('a relationship joins a node that is not there')
}

const readRow = (packed: unknown, kind: Batch['kind'], shapes: readonly Shape[], nodes: number): Row => {
  const [shape, ...rest] = listOf(packed, 'a row')
  const known = shapes[Number(shape)]
  const ends = kind === 'node' ? [] : rest.splice(0, 2)
  if (known === undefined || rest.length !== known.keys.length) throw new TypeError('a row has no shape, or another')
  const values = rest.map(decodeValue)
  if (kind === 'node') return { shape: Number(shape), values }
  return { shape: Number(shape), ends: [endOf(ends[0], nodes), endOf(ends[1], nodes)], values }
}

/** A batch from what `packedBatch` made of it; `nodes` is how many there are. Throws for what it never makes. */
export const readBatch = (packed: unknown, kind: Batch['kind'], nodes: number): Batch => {
  const [packedShapes, packedRows] = listOf(packed, 'a chunk')
  const shapes = listOf(packedShapes, 'a chunk').map(readShape)
  return { kind, shapes, rows: listOf(packedRows, 'a chunk').map((row) => readRow(row, kind, shapes, nodes)) }
}
