import { float, isGraphNode, isGraphPath, isGraphRelationship, isOffsetTime, isPoint, type Point } from '@motif/core'
import type { Features } from '../version.ts'
import { jsDateOf } from './js-date.ts'
import { Refusal } from './refusal.ts'
import { Structure } from './structure.ts'
import { swapped } from './swapped.ts'
import { temporalOf } from './temporal-writer.ts'
import { UnsupportedValue } from './unsupported-value.ts'
import { vectorKinds } from './vector-kinds.ts'

/** An instance of a class as the structure that it is on the wire. Throws a Refusal for one that is none. */
export const structureOf = (value: object, features: Features): Structure => {
  const utc = features.utcMoments === 'always'
  if (value instanceof Date) return jsDateOf(value, utc)
  if (isPoint(value)) return pointOf(value)
  if (isOffsetTime(value)) return new Structure(0x54, [Number(value.nanosecondsOfDay), value.offsetSeconds])
  if (ArrayBuffer.isView(value)) return vectorOf(value, features)
  return temporalOf(value, utc) ?? refuse(value)
}

const pointOf = ({ srid, x, y, z }: Point): Structure =>
  z === undefined
    ? new Structure(0x58, [srid, float(x), float(y)])
    : new Structure(0x59, [srid, float(x), float(y), float(z)])

const vectorOf = (value: ArrayBufferView, features: Features): Structure => {
  const kind = vectorKinds.find(({ name }) => name === nameOf(value))
  if (kind === undefined) {
    throw new Refusal(`is a ${nameOf(value)}, and no vector holds such numbers: give a list, Array.from(…)`)
  }
  if (!features.vectors) {
    throw new Refusal(
      `is a vector, which needs Bolt 6.0 where the server speaks ${features.version}: give a list, Array.from(…)`,
      'UNSUPPORTED_FEATURE',
    )
  }
  const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
  return new Structure(0x56, [Uint8Array.of(kind.marker), swapped(bytes, kind.size)])
}

const refuse = (value: object): never => {
  if (isGraphNode(value)) throw new Refusal('is a node, which cannot be sent: give its properties or its elementId')
  if (isGraphRelationship(value)) {
    throw new Refusal('is a relationship, which cannot be sent: give its properties or its elementId')
  }
  if (isGraphPath(value)) throw new Refusal('is a path, which cannot be sent: give the element ids of its nodes')
  if (value instanceof Map) throw new Refusal('is a Map, which cannot be sent: give Object.fromEntries(…)')
  if (value instanceof Set) throw new Refusal('is a Set, which cannot be sent: give Array.from(…)')
  if (value instanceof UnsupportedValue) throw new Refusal('is a value that this version of Bolt cannot carry')
  throw new Refusal(`is a ${nameOf(value)}, which cannot be sent: give a plain value`)
}

const nameOf = (value: object): string =>
  (value as { readonly constructor?: { readonly name?: string } }).constructor?.name ?? 'object'
