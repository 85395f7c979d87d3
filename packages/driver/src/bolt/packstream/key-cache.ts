import { textOf } from './text.ts'

/** A power of two: the slots of the cache. */
const slots = 2048

/** Longer keys are read like any other text. */
const longest = 48

interface Kept {
  readonly bytes: Uint8Array
  readonly text: string
}

const cache: (Kept | undefined)[] = Array.from({ length: slots }, () => undefined)

/**
 * Text that comes again and again (property names, labels, types): the same string for the same bytes, without making
 * it anew. Shared by all connections; what falls into a taken slot takes its place, so that it cannot grow.
 */
export const keyOf = (bytes: Buffer, start: number, end: number): string => {
  const size = end - start
  if (size > longest) return textOf(bytes, start, end)
  let hash = size
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0
  hash ^= hash >>> 11
  const slot = hash & (slots - 1)
  const kept = cache[slot]
  if (kept !== undefined && same(kept.bytes, bytes, start, size)) return kept.text
  const text = textOf(bytes, start, end)
  cache[slot] = { bytes: Uint8Array.prototype.slice.call(bytes, start, end), text }
  return text
}

const same = (kept: Uint8Array, bytes: Buffer, start: number, size: number): boolean => {
  if (kept.length !== size) return false
  for (let at = 0; at < size; at++) if (kept[at] !== bytes[start + at]) return false
  return true
}
