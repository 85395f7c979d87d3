import {
  type ImportDeclarationStructure,
  StructureKind,
  VariableDeclarationKind,
  type VariableStatementStructure,
} from 'ts-morph'
import type { GraphModel, PropertyModel } from '../catalog/model.ts'
import { camelCase } from '../catalog/naming.ts'
import { docText, valueKey } from './identifier.ts'
import { type Entry, layOut } from './layout.ts'
import { asLaidOut, header, print } from './project.ts'
import type { EmitOptions } from './types.ts'
import { type ZodHelper, ZodWriter } from './zod-type.ts'

const helpers: Readonly<Record<ZodHelper, string>> = {
  temporal: `<T>(name: string): z.ZodType<T> =>
  z.custom<T>(
    (value) => Object.prototype.toString.call(value) === \`[object Temporal.\${name}]\`,
    \`Invalid input: expected a Temporal.\${name}\`,
  )`,
  offsetTime: `z.custom<OffsetTime>(
  (value) => typeof value === 'object' && value !== null && 'offsetSeconds' in value && 'hour' in value,
  'Invalid input: expected an OffsetTime',
)`,
  point: `z.custom<Point>(
  (value) => typeof value === 'object' && value !== null && 'srid' in value && 'x' in value,
  'Invalid input: expected a Point',
)`,
}

const constant = (name: string, initializer: string, doc?: string): VariableStatementStructure => ({
  kind: StructureKind.VariableStatement,
  leadingTrivia: '\n',
  isExported: doc !== undefined,
  declarationKind: VariableDeclarationKind.Const,
  docs: doc === undefined ? [] : [docText(doc)],
  declarations: [{ name, initializer: asLaidOut(initializer) }],
})

const nameOf = (name: string): string => `${camelCase(name)}Schema`

const objectOf = (properties: readonly PropertyModel[], writer: ZodWriter): string => {
  const entries = properties.map(({ name, type }): Entry => [`${valueKey(name)}: `, writer.write(type)])
  return `z.object(${layOut({ kind: 'object', broken: true, entries }, 0, 0)})`
}

const indexOf = (name: string, doc: string, entries: readonly Entry[]): VariableStatementStructure =>
  constant(name, layOut({ kind: 'object', broken: true, entries }, 0, 0), doc)

const importsOf = (writer: ZodWriter): ImportDeclarationStructure[] => [
  ...(writer.imports.length === 0
    ? []
    : [
        {
          kind: StructureKind.ImportDeclaration as const,
          isTypeOnly: true,
          moduleSpecifier: '@motif/core',
          namedImports: [...writer.imports],
        },
      ]),
  { kind: StructureKind.ImportDeclaration, moduleSpecifier: 'zod', namespaceImport: 'z' },
]

/** Writes `graph.zod.ts`: a validator for the properties of each label and relationship type, and both indexed by name. */
export const emitZod = (model: GraphModel, { temporal, source }: EmitOptions): string => {
  const writer = new ZodWriter(temporal)
  const nodes = model.nodes.map((each) =>
    constant(nameOf(each.name), objectOf(each.properties, writer), `Properties of a node labelled ${each.label}.`),
  )
  const relationships = model.relationships.map((each) =>
    constant(
      nameOf(each.name),
      objectOf(each.properties, writer),
      `Properties of a relationship of type ${each.type}.`,
    ),
  )
  return print(header(source), [
    ...importsOf(writer),
    ...[...writer.helpers].sort().map((helper) => constant(helper, helpers[helper])),
    ...nodes,
    ...relationships,
    indexOf(
      'nodes',
      'Every label with its validator.',
      model.nodes.map((each): Entry => [`${valueKey(each.label)}: `, nameOf(each.name)]),
    ),
    indexOf(
      'relationships',
      'Every relationship type with its validator.',
      model.relationships.map((each): Entry => [`${valueKey(each.type)}: `, nameOf(each.name)]),
    ),
  ])
}
