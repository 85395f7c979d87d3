import type { GraphModel, PropertyModel } from '../catalog/model.ts'
import { header } from './header.ts'
import { docText, valueKey } from './identifier.ts'
import { type Entry, layOut } from './layout.ts'
import type { EmitOptions } from './types.ts'
import { type ZodHelper, ZodWriter } from './zod-type.ts'

const helpers: Readonly<Record<ZodHelper, string>> = {
  temporal: `const temporal = <T>(name: string): z.ZodType<T> =>
  z.custom<T>(
    (value) => Object.prototype.toString.call(value) === \`[object Temporal.\${name}]\`,
    \`Invalid input: expected a Temporal.\${name}\`,
  )`,
  offsetTime: `const offsetTime = z.custom<OffsetTime>(
  (value) => typeof value === 'object' && value !== null && 'offsetSeconds' in value && 'hour' in value,
  'Invalid input: expected an OffsetTime',
)`,
  point: `const point = z.custom<Point>(
  (value) => typeof value === 'object' && value !== null && 'srid' in value && 'x' in value,
  'Invalid input: expected a Point',
)`,
}

const constant = (name: string, value: string, doc: string): string =>
  `/** ${docText(doc)} */\nexport const ${name} = ${value}`

const listed = (entries: readonly Entry[]): string => layOut({ kind: 'object', broken: true, entries }, 0, 0)

const objectOf = (properties: readonly PropertyModel[], writer: ZodWriter): string =>
  `z.object(${listed(properties.map((each): Entry => [`${valueKey(each.name)}: `, writer.write(each)]))})`

const importsOf = ({ imports }: ZodWriter): string =>
  `${imports.length === 0 ? '' : `import type { ${imports.join(', ')} } from '@motif/core'\n`}import * as z from 'zod'`

/**
 * Writes `graph.zod.ts`: a validator for the properties of each label and relationship type, and both indexed by name.
 * It is text throughout: statements of one form need no printer.
 */
export const emitZod = (model: GraphModel, { temporal, source }: EmitOptions): string => {
  const writer = new ZodWriter(temporal)
  const nodes = model.nodes.map((each) =>
    constant(each.names.validator, objectOf(each.properties, writer), `Properties of a node labelled ${each.label}.`),
  )
  const relationships = model.relationships.map((each) =>
    constant(
      each.names.validator,
      objectOf(each.properties, writer),
      `Properties of a relationship of type ${each.type}.`,
    ),
  )
  const byLabel = model.nodes.map((each): Entry => [`${valueKey(each.label)}: `, each.names.validator])
  const byType = model.relationships.map((each): Entry => [`${valueKey(each.type)}: `, each.names.validator])
  const statements = [
    importsOf(writer),
    ...[...writer.helpers].sort().map((helper) => helpers[helper]),
    ...nodes,
    ...relationships,
    constant('nodes', listed(byLabel), 'Every label with its validator.'),
    constant('relationships', listed(byType), 'Every relationship type with its validator.'),
  ]
  return `${header(source)}\n${statements.join('\n\n')}\n`
}
