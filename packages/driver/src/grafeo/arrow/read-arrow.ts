import { FlatTable } from './flat-table.ts'

/** The types of values that are read from Arrow; the engine's integers have 64 bits, its floats are double. */
export type ArrowType = 'null' | 'integer' | 'float' | 'text' | 'boolean'

/** Where a buffer stands among the bytes. */
export type Place = readonly [offset: number, length: number]

/** A column: which values are not null, then for texts where each begins, then the values. */
export interface ArrowColumn {
  readonly name: string
  readonly type: ArrowType
  readonly places: readonly Place[]
}

// The numbers that Arrow's format gives to kinds of messages and of types.
const schemaMessage = 1
const batchMessage = 3

const typeOf = (field: FlatTable): ArrowType | undefined => {
  const type = field.table(3)
  switch (field.byte(2)) {
    case 1:
      return 'null'
    case 2:
      return type?.int(0) === 64 && type.byte(1) === 1 ? 'integer' : undefined
    case 3:
      return type?.short(0) === 2 ? 'float' : undefined
    case 5:
      return 'text'
    case 6:
      return 'boolean'
    default:
      return undefined
  }
}

/** How many buffers a column of a type has. */
const buffers: Readonly<Record<ArrowType, number>> = { null: 0, integer: 2, float: 2, text: 3, boolean: 2 }

interface Message {
  readonly kind: number
  readonly header: FlatTable
  readonly body: number
}

function* messagesIn(view: DataView): Generator<Message> {
  for (let at = 0; at + 8 <= view.byteLength; ) {
    const size = view.getInt32(at + 4, true)
    if (view.getInt32(at, true) !== -1 || size === 0) return
    const message = FlatTable.root(view, at + 8)
    const header = message.table(2)
    if (header !== undefined) yield { kind: message.byte(1), header, body: at + 8 + size }
    at += 8 + size + message.long(3)
  }
}

/**
 * The columns of an Arrow stream that holds one batch of scalars; `undefined` for any other.
 *
 * The form is https://arrow.apache.org/docs/format/Columnar.html, of which the engine writes a small part.
 */
export const readArrow = (bytes: Uint8Array): readonly ArrowColumn[] | undefined => {
  const [schema, batch, ...others] = messagesIn(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (schema?.kind !== schemaMessage || batch?.kind !== batchMessage || others.length > 0) return undefined
  const places = batch.header.pairs(2).map(([offset, length]): Place => [batch.body + offset, length])
  const columns: ArrowColumn[] = []
  for (const field of schema.header.tables(1)) {
    const type = typeOf(field)
    if (type === undefined) return undefined
    columns.push({ name: field.text(0), type, places: places.splice(0, buffers[type]) })
  }
  return columns
}
