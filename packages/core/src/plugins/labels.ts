import type { LabelExpression } from '../ast/pattern.ts'
import type { SchemaDescriptor } from '../schema/schema-descriptor.ts'

/** The labels whose nodes have a property, as the schema says. */
export const labelsWith = (schema: SchemaDescriptor | undefined, property: string): readonly string[] =>
  Object.entries(schema?.nodes ?? {}).flatMap(([label, { properties }]) =>
    Object.hasOwn(properties, property) ? [label] : [],
  )

/** Whether a node with such labels is surely, perhaps, or never one of some labels. */
export const among = (
  labels: LabelExpression | undefined,
  some: ReadonlySet<string>,
): 'surely' | 'perhaps' | 'never' => {
  if (labels?.kind === 'label') return some.has(labels.name) ? 'surely' : 'never'
  if (labels?.kind !== 'any-of' && labels?.kind !== 'all-of') return 'perhaps'
  const each = labels.of.map((label) => among(label, some))
  if (labels.kind === 'all-of' && each.includes('surely')) return 'surely'
  return each.every((one) => one === each[0]) ? (each[0] ?? 'perhaps') : 'perhaps'
}
