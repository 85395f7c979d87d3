import type { GraphModel, PropertyModel } from '../catalog/model.ts'
import { formatSpec } from '../catalog/spec.ts'
import type { TemporalPolicy } from '../config/config.ts'
import { quoted, valueKey } from './identifier.ts'
import { type Entry, type Layout, layOut } from './layout.ts'

const specs = (properties: readonly PropertyModel[]): Layout => ({
  kind: 'object',
  entries: properties.map(({ name, type }): Entry => [`${valueKey(name)}: `, quoted(formatSpec(type))]),
})

const texts = (names: readonly string[]): Layout => ({
  kind: 'array',
  entries: names.map((name): Entry => ['', quoted(name)]),
})

/** Writes the object that `defineSchema` takes: what of the schema is needed at run time. */
export const descriptorText = (model: GraphModel, temporal: TemporalPolicy): string => {
  const nodes = model.nodes.map(
    ({ label, key, properties }): Entry => [
      `${valueKey(label)}: `,
      {
        kind: 'object',
        entries: [
          ...(key === undefined ? [] : [['key: ', texts(key.properties)] as const]),
          ['properties: ', specs(properties)],
        ],
      },
    ],
  )
  const relationships = model.relationships.map(
    ({ type, from, to, properties }): Entry => [
      `${valueKey(type)}: `,
      {
        kind: 'object',
        entries: [
          ['from: ', texts(from)],
          ['to: ', texts(to)],
          ['properties: ', specs(properties)],
        ],
      },
    ],
  )
  const entries: Entry[] = [
    ['nodes: ', { kind: 'object', broken: true, entries: nodes }],
    ['relationships: ', { kind: 'object', broken: true, entries: relationships }],
    ['temporal: ', quoted(temporal)],
  ]
  return layOut({ kind: 'object', broken: true, entries }, 0, 0)
}
