import { parsePropertySpec, type PropertySpec, type ValueType } from '@motif/core'
import type { Decode } from './decode.ts'

type Described = Readonly<Record<string, { readonly properties: Readonly<Record<string, PropertySpec>> }>>

/** Decodes the properties of a node or relationship by its labels or type. */
export interface PropertyDecoders {
  /** Properties the schema does not know are read by `otherwise`. */
  decode(labels: readonly string[], properties: Record<string, unknown>, otherwise: Decode): void
}

/** From the run-time part of a generated schema, each label's decoders made when it is first met. */
export const propertyDecoders = (
  described: Described | undefined,
  decoderOf: (type: ValueType) => Decode | undefined,
): PropertyDecoders => {
  const made = new Map<string, ReadonlyMap<string, Decode | undefined>>()
  const of = (label: string): ReadonlyMap<string, Decode | undefined> => {
    const before = made.get(label)
    if (before !== undefined) return before
    const properties =
      described !== undefined && Object.hasOwn(described, label) ? described[label]?.properties : undefined
    const decoders = Object.entries(properties ?? {}).map(
      ([key, spec]) => [key, decoderOf(parsePropertySpec(spec))] as const,
    )
    const map = new Map(decoders)
    made.set(label, map)
    return map
  }
  return {
    decode(labels, properties, otherwise) {
      const known = labels.map(of)
      for (const key of Object.keys(properties)) {
        const value = properties[key]
        if (value === null) continue
        const map = known.find((decoders) => decoders.has(key))
        const decode = map === undefined ? otherwise : map.get(key)
        if (decode !== undefined) properties[key] = decode(value)
      }
    },
  }
}
