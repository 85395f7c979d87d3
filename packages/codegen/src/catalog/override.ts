import type { ElementOverride, PropertyOverride } from '../config/config.ts'
import type { ElementEntry, PropertyEntry } from './catalog.ts'
import { enumOf } from './enum.ts'
import type { PropertyModel } from './model.ts'
import { sortedBy } from './order.ts'
import { parseSpec } from './spec.ts'

type OverrideObject = Exclude<PropertyOverride, string>

/** The properties of a label or type after overrides, and what the user should know of them. */
export interface OverriddenProperties {
  readonly properties: readonly PropertyModel[]
  readonly warnings: readonly string[]
}

const asObject = (override: PropertyOverride): OverrideObject =>
  typeof override === 'string' ? { type: override, nullable: override.endsWith('?') } : override

/** What an overridden property starts from when the scan did not meet it. */
const unseen = (name: string): PropertyModel => ({
  name,
  type: { kind: 'any', nullable: true },
  values: undefined,
  reason: 'by override, no value was seen',
  notes: [],
})

const settle = (found: PropertyModel, override: OverrideObject): PropertyModel => {
  const type = override.type === undefined ? found.type : parseSpec(override.type)
  const nullable = override.nullable ?? (type.nullable || found.type.nullable)
  return {
    name: found.name,
    type: { ...type, nullable } as PropertyModel['type'], // only `nullable` changes: the kind stays what it was
    values: undefined,
    reason: override.nullable === undefined ? found.reason : 'by override',
    notes: [
      ...(override.type === undefined ? found.notes : override.nullable === undefined ? ['Type by override.'] : []),
      ...(override.comment === undefined ? [] : [override.comment]),
    ],
  }
}

/** A property as an enum, if the override asks for one; a text when it cannot be. */
const withEnum = (
  property: PropertyModel,
  override: OverrideObject,
  entry: PropertyEntry | undefined,
): PropertyModel | string => {
  const found = enumOf(override, entry)
  if (found === undefined || typeof found === 'string') return found ?? property
  const { values, type = property.type } = found
  const { nullable } = property.type
  return { ...property, values, type: { ...type, nullable } as PropertyModel['type'] } // of the same kind as before
}

/** The properties of a label or type after what the user said of them; a property the scan did not meet may be added. */
export const overrideProperties = (
  properties: readonly PropertyModel[],
  override: ElementOverride | undefined,
  element: ElementEntry,
): OverriddenProperties => {
  const overrides = Object.entries(override?.properties ?? {})
  if (overrides.length === 0) return { properties, warnings: [] }
  const settled = new Map(properties.map((property) => [property.name, property]))
  const entries = new Map(element.properties.map((entry) => [entry.name, entry]))
  const warnings: string[] = []
  for (const [name, each] of overrides) {
    const wish = asObject(each)
    if (wish.omit === true) {
      settled.delete(name)
      continue
    }
    const plain = settle(settled.get(name) ?? unseen(name), wish)
    const property = withEnum(plain, wish, entries.get(name))
    settled.set(name, typeof property === 'string' ? plain : property)
    if (typeof property === 'string') warnings.push(`${element.name}.${name} is not made an enum: it ${property}`)
  }
  return { properties: sortedBy(settled.values(), (property) => property.name), warnings }
}
