import type { ElementOverride, PropertyOverride } from '../config/config.ts'
import type { PropertyModel } from './model.ts'
import { sortedBy } from './order.ts'
import { parseSpec } from './spec.ts'

type OverrideObject = Exclude<PropertyOverride, string>

const asObject = (override: PropertyOverride): OverrideObject =>
  typeof override === 'string' ? { type: override, nullable: override.endsWith('?') } : override

/** What an overridden property starts from when the scan did not meet it. */
const unseen = (name: string): PropertyModel => ({
  name,
  type: { kind: 'any', nullable: true },
  reason: 'by override, no value was seen',
  notes: [],
})

const settle = (found: PropertyModel, override: OverrideObject): PropertyModel => {
  const type = override.type === undefined ? found.type : parseSpec(override.type)
  const nullable = override.nullable ?? (type.nullable || found.type.nullable)
  return {
    name: found.name,
    type: { ...type, nullable } as PropertyModel['type'], // only `nullable` changes: the kind stays what it was
    reason: override.nullable === undefined ? found.reason : 'by override',
    notes: [
      ...(override.type === undefined ? found.notes : override.nullable === undefined ? ['Type by override.'] : []),
      ...(override.comment === undefined ? [] : [override.comment]),
    ],
  }
}

/** The properties of a label or type after what the user said of them; a property the scan did not meet may be added. */
export const overrideProperties = (
  properties: readonly PropertyModel[],
  override: ElementOverride | undefined,
): readonly PropertyModel[] => {
  const overrides = Object.entries(override?.properties ?? {})
  if (overrides.length === 0) return properties
  const settled = new Map(properties.map((property) => [property.name, property]))
  for (const [name, each] of overrides) {
    const wish = asObject(each)
    if (wish.omit === true) settled.delete(name)
    else settled.set(name, settle(settled.get(name) ?? unseen(name), wish))
  }
  return sortedBy(settled.values(), (property) => property.name)
}
