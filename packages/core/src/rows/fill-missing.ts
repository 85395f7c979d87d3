import { bagOf } from '../schema/property-bag.ts'
import type { SchemaDescriptor } from '../schema/schema-descriptor.ts'
import type { ValueType } from '../value/value-type.ts'

/** Engines leave out a property that is not there; the types promise null for it. */
export type Fill = (entity: object, bag: Record<string, unknown>) => void

interface Alternative {
  readonly names: readonly string[]
  readonly keys: readonly string[]
}

/** Whether an entity is of one side of `A|B`: a node has its labels, a relationship its type. */
const isOf = (entity: object, { names }: Alternative): boolean => {
  const { labels, type } = entity as { readonly labels?: readonly string[]; readonly type?: string }
  return labels === undefined ? names.includes(type ?? '') : names.every((name) => labels.includes(name))
}

/** What fills in the null of the properties a node or relationship lacks; `undefined` where none can be missing. */
export const fillMissing = (
  type: Extract<ValueType, { kind: 'node' | 'relationship' }>,
  schema: SchemaDescriptor | undefined,
): Fill | undefined => {
  const terms = (type.kind === 'node' ? type.labels : type.types).split('|')
  const alternatives = terms.map((term): Alternative => {
    const bag = bagOf(type.kind === 'node' ? { ...type, labels: term } : { ...type, types: term }, schema)
    return { names: term.split('&'), keys: Object.keys(bag ?? {}).filter((key) => bag?.[key]?.nullable) }
  })
  if (alternatives.every(({ keys }) => keys.length === 0)) return undefined
  return (entity, bag) => {
    for (const each of alternatives) {
      if (alternatives.length > 1 && !isOf(entity, each)) continue
      for (const key of each.keys) if (bag[key] === undefined) bag[key] = null
    }
  }
}
