import {
  type ImportDeclarationStructure,
  type InterfaceDeclarationStructure,
  ModuleDeclarationKind,
  type ModuleDeclarationStructure,
  type PropertySignatureStructure,
  StructureKind,
  type TypeAliasDeclarationStructure,
  VariableDeclarationKind,
  type VariableStatementStructure,
} from 'ts-morph'
import type { Adjacency, GraphModel, NodeModel, PropertyModel, RelationshipModel } from '../catalog/model.ts'
import { counted } from '../catalog/words.ts'
import type { TemporalPolicy } from '../config/config.ts'
import { descriptorText } from './descriptor.ts'
import { header } from './header.ts'
import { docText, literal, quoted, typeKey } from './identifier.ts'
import { type Entry, layOut, unionOf } from './layout.ts'
import { asLaidOut, print } from './print.ts'
import { TypeWriter } from './typescript-type.ts'

type Property = Pick<PropertySignatureStructure, 'name' | 'docs'> & { readonly type: string }

export interface EmitOptions {
  readonly temporal: TemporalPolicy
  /** Where the types come from, for the header: `a full scan of a Grafeo graph`. */
  readonly source: string
}

const doc = (...sentences: readonly (string | undefined)[]): string[] => {
  const text = sentences.filter((sentence) => sentence !== undefined && sentence !== '').join(' ')
  return text === '' ? [] : [docText(text)]
}

const propertyDoc = ({ type, reason, notes }: PropertyModel): string[] =>
  doc(`${type.nullable ? 'Nullable' : 'Non-null'}: ${reason}.`, ...notes)

const typeOf = ({ name, type, values }: PropertyModel, types: TypeWriter): string =>
  values === undefined
    ? types.write(type)
    : unionOf([...values.map(literal), ...(type.nullable ? ['null'] : [])], 0, typeKey(name).length + 4)

const propertiesOf = (properties: readonly PropertyModel[], types: TypeWriter): Property[] =>
  properties.map((each) => ({ name: typeKey(each.name), type: typeOf(each, types), docs: propertyDoc(each) }))

const interfaceOf = (name: string, docs: string[], properties: Property[]): InterfaceDeclarationStructure => ({
  kind: StructureKind.Interface,
  isExported: true,
  name,
  docs,
  properties: properties.map((each) => ({ ...each, type: asLaidOut(each.type) })),
})

const adjacencyOf = (adjacent: readonly Adjacency[], column: number): string => {
  const entries = adjacent.map(({ type, labels }): Entry => {
    const key = `${typeKey(type)}: `
    return [key, unionOf(labels.map(quoted), 1, 4 + key.length)]
  })
  return layOut({ kind: 'type', entries }, 0, column)
}

/** The names of a composite key are a union. */
const keyProperty = ({ key }: NodeModel): Property[] =>
  key === undefined
    ? []
    : [{ name: 'key', type: unionOf(key.properties.map(quoted), 0, 7), docs: doc(`Key: ${key.reason}.`) }]

const nodeInterfaces = (node: NodeModel, types: TypeWriter): InterfaceDeclarationStructure[] => [
  interfaceOf(
    node.names.properties,
    doc(`Properties of ${counted(node.count, `${node.label} node`)}.`, node.comment),
    propertiesOf(node.properties, types),
  ),
  interfaceOf(
    node.names.element,
    [],
    [
      ...keyProperty(node),
      { name: 'properties', type: node.names.properties },
      // `in` first: oxlint 1.94 cannot read `out: {}` before a line that begins with `in`.
      { name: 'in', type: adjacencyOf(node.in, 6) },
      { name: 'out', type: adjacencyOf(node.out, 7) },
    ],
  ),
]

/** A type between many labels is described by its first pairs: the comment is to be read, the interfaces hold the rest. */
const shownPairs = 8

const pairsDoc = ({ type, pairs }: RelationshipModel): string => {
  if (pairs.length === 0) return 'Joins no labelled nodes.'
  const shown = pairs.slice(0, shownPairs).map(({ from, to }) => `(${from})-[:${type}]->(${to})`)
  const more = pairs.length - shown.length
  return `${shown.join(', ')}${more > 0 ? ` and ${counted(more, 'more pair')}` : ''}`
}

const relationshipInterfaces = (each: RelationshipModel, types: TypeWriter): InterfaceDeclarationStructure[] => [
  interfaceOf(
    each.names.properties,
    doc(`Properties of ${counted(each.count, `${each.type} relationship`)}.`, each.comment),
    propertiesOf(each.properties, types),
  ),
  interfaceOf(each.names.element, doc(pairsDoc(each)), [
    { name: 'from', type: unionOf(each.from.map(quoted), 0, 8) },
    { name: 'to', type: unionOf(each.to.map(quoted), 0, 6) },
    { name: 'properties', type: each.names.properties },
  ]),
]

const schemaInterface = (model: GraphModel, temporal: TemporalPolicy): InterfaceDeclarationStructure => {
  const listed = (entries: readonly Entry[]): string => layOut({ kind: 'type', broken: true, entries }, 0, 0)
  return interfaceOf(
    'Schema',
    ['The graph, as the query builder sees it.'],
    [
      {
        name: 'nodes',
        type: listed(model.nodes.map((each): Entry => [`${typeKey(each.label)}: `, each.names.element])),
      },
      {
        name: 'relationships',
        type: listed(model.relationships.map((each): Entry => [`${typeKey(each.type)}: `, each.names.element])),
      },
      ...(temporal === 'temporal' ? [] : [{ name: 'temporal', type: quoted(temporal) }]),
    ],
  )
}

/** What functions in callbacks return is typed for the program as a whole; it is said only where it is not the default. */
const policies = (temporal: TemporalPolicy): ModuleDeclarationStructure[] =>
  temporal === 'temporal'
    ? []
    : [
        {
          kind: StructureKind.Module,
          declarationKind: ModuleDeclarationKind.Module,
          hasDeclareKeyword: true,
          name: "'@motif/core'",
          docs: ['How functions in callbacks return temporal values.'],
          statements: [
            {
              kind: StructureKind.Interface,
              name: 'Policies',
              properties: [{ name: 'temporal', isReadonly: true, type: quoted(temporal) }],
            },
          ],
        },
      ]

const labelSetsType = (model: GraphModel): TypeAliasDeclarationStructure => ({
  kind: StructureKind.TypeAlias,
  leadingTrivia: model.nodes.length + model.relationships.length === 0 ? '\n' : '',
  isExported: true,
  name: 'LabelSets',
  docs: ['The combinations of labels that nodes carry.'],
  type: asLaidOut(
    unionOf(
      model.labelSets.map((labels) => `[${labels.map(quoted).join(', ')}]`),
      0,
      24,
    ),
  ),
})

const descriptorStatement = (model: GraphModel, temporal: TemporalPolicy): VariableStatementStructure => ({
  kind: StructureKind.VariableStatement,
  isExported: true,
  declarationKind: VariableDeclarationKind.Const,
  docs: ['What of the graph is needed at run time.'],
  declarations: [
    {
      name: 'schema',
      type: 'SchemaDescriptor<Schema>',
      initializer: asLaidOut(`defineSchema<Schema>(${descriptorText(model, temporal)})`),
    },
  ],
})

const importOf = (types: TypeWriter): ImportDeclarationStructure => ({
  kind: StructureKind.ImportDeclaration,
  moduleSpecifier: '@motif/core',
  namedImports: [
    { name: 'defineSchema' },
    ...[...types.imports, 'SchemaDescriptor'].sort().map((name) => ({ name, isTypeOnly: true })),
  ],
})

/** Writes `graph.schema.ts`: two interfaces for each label and relationship type, the schema, and its run-time part. */
export const emitTypes = (model: GraphModel, { temporal, source }: EmitOptions): string => {
  const types = new TypeWriter(temporal)
  const interfaces = [
    ...model.nodes.flatMap((each) => nodeInterfaces(each, types)),
    ...model.relationships.flatMap((each) => relationshipInterfaces(each, types)),
  ]
  return print(header(source), [
    importOf(types),
    ...interfaces,
    labelSetsType(model),
    schemaInterface(model, temporal),
    ...policies(temporal),
    descriptorStatement(model, temporal),
  ])
}
