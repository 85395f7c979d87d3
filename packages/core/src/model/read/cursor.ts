import type { Definition } from '../definition.ts'
import { refusal } from '../refuse.ts'
import { isPlain } from './plain.ts'
import type { SortKey } from './order.ts'

// Browsers, Node and workers all have these two; the library of the language alone does not name them.
const base64 = globalThis as unknown as { btoa(text: string): string; atob(text: string): string }

/** What JSON has no word for. */
const written = (value: unknown): unknown => {
  if (typeof value === 'bigint') return { integer: value.toString() }
  return typeof value === 'number' && !Number.isFinite(value) ? { float: String(value) } : value
}

const read = (value: unknown): unknown => {
  if (!isPlain(value)) return value
  const { integer, float } = value
  if (typeof integer !== 'string') return Number(float)
  return /^-?\d+$/.test(integer) ? BigInt(integer) : undefined // which is kept of nothing
}

/** The order that a cursor belongs to. */
const orderOf = ({ name }: Definition, keys: readonly SortKey[]): string =>
  [name, ...keys.map(({ field, descending }) => `${descending ? '-' : '+'}${field.property}`)].join(' ')

/** The place of a row in an order, as text that is handed out. */
export const cursorOf = (definition: Definition, keys: readonly SortKey[], values: readonly unknown[]): string => {
  const text = JSON.stringify([orderOf(definition, keys), ...values.map(written)])
  const ascii = text.replaceAll(/[\u0080-\uffff]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return base64.btoa(ascii).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

const parsed = (cursor: unknown): unknown => {
  try {
    return JSON.parse(base64.atob(String(cursor).replaceAll('-', '+').replaceAll('_', '/')))
  } catch {
    return undefined
  }
}

const isKept = (value: unknown): boolean =>
  value === null || ['string', 'number', 'boolean', 'bigint'].includes(typeof value)

/**
 * The values of a place.
 *
 * @throws GraphError USAGE for what is no cursor of this order.
 */
export const valuesIn = (cursor: unknown, definition: Definition, keys: readonly SortKey[]): readonly unknown[] => {
  const found = typeof cursor === 'string' ? parsed(cursor) : undefined
  const [order, ...values] = Array.isArray(found) ? (found as readonly unknown[]) : []
  if (order !== orderOf(definition, keys) || values.length !== keys.length)
    throw refusal('page() was given a cursor that is none of this model and order')
  const all = values.map(read)
  if (!all.every(isKept)) throw refusal('page() was given a cursor that is none of this model and order')
  return all
}
