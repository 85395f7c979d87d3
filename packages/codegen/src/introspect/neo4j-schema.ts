import type { Column, ValueType } from '@motif/core'
import type { Constraint, Index } from '../catalog/catalog.ts'
import { text } from './ask.ts'
import { declaredTypes } from './neo4j-declared-types.ts'
import type { Ask } from './words.ts'

interface Shown {
  readonly name: string
  readonly type: string
  readonly entityType: 'NODE' | 'RELATIONSHIP'
  readonly labelsOrTypes: readonly string[] | null
  readonly properties: readonly string[] | null
}

interface ShownConstraint extends Shown {
  readonly propertyType: string | null
}

const maybeTexts: ValueType = { kind: 'list', of: text, nullable: true }
const columns: readonly Column[] = [
  ...['name', 'type', 'entityType'].map((name) => ({ name, type: text })),
  ...['labelsOrTypes', 'properties'].map((name) => ({ name, type: maybeTexts })),
]

/** Versions name the same kind by longer and shorter words; one that names none of these bears on no single property. */
const kinds: readonly (readonly [word: RegExp, kind: Constraint['kind']])[] = [
  [/UNIQUENESS$/, 'unique'],
  [/PROPERTY_EXISTENCE$/, 'exists'],
  [/KEY$/, 'key'],
  [/PROPERTY_TYPE$/, 'type'],
]

/** What SHOW CONSTRAINTS says of one constraint; of each label where one names several. */
const constraintsOf = ({ name, type, entityType, labelsOrTypes, properties, propertyType }: ShownConstraint) =>
  (labelsOrTypes ?? []).map((target): Constraint => {
    const kind = kinds.find(([word]) => word.test(type))?.[1] ?? 'other'
    const on = entityType === 'NODE' ? 'node' : 'relationship'
    const declared = kind === 'type' && propertyType !== null ? declaredTypes(propertyType) : {}
    return { name, kind, on, target, properties: properties ?? [], ...declared }
  })

export const neo4jConstraints = async (ask: Ask): Promise<Constraint[]> => {
  const rows = await ask<ShownConstraint>({
    text: 'SHOW CONSTRAINTS YIELD name, type, entityType, labelsOrTypes, properties, propertyType',
    columns: [...columns, { name: 'propertyType', type: { kind: 'string', nullable: true } }],
  })
  return rows.flatMap(constraintsOf)
}

/** Indexes that people made: not those of constraints, nor those by which labels and types are looked up. */
export const neo4jIndexes = async (ask: Ask): Promise<Index[]> => {
  const rows = await ask<Shown>({
    text:
      'SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties, owningConstraint ' +
      "WHERE owningConstraint IS NULL AND type <> 'LOOKUP' " +
      'RETURN name, type, entityType, labelsOrTypes, properties',
    columns,
  })
  return rows.flatMap(({ name, type, labelsOrTypes, properties }) =>
    (labelsOrTypes ?? []).map((target): Index => ({ name, kind: type, target, properties: properties ?? [] })),
  )
}
