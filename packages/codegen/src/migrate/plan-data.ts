import type { Catalog, ElementEntry } from '../catalog/catalog.ts'
import { parseSpec } from '../catalog/spec.ts'
import { counted } from '../catalog/words.ts'
import type { PlannedStep } from './planned.ts'
import { entriesOf, propertiesOf, sumOf } from './renames.ts'
import type { Place, StepValue } from './step.ts'
import type { WantedGraph } from './wanted.ts'
import type { ElementWish, PropertyWish, WantedModel } from './wanted-model.ts'

const placeOf = ({ on, name }: ElementWish): Place => (on === 'node' ? { node: name } : { relationship: name })

const entries = (on: ElementWish['on'], catalog: Catalog): readonly ElementEntry[] =>
  on === 'node' ? catalog.labels : catalog.relationships

const elementRename = (wish: ElementWish, all: readonly ElementEntry[]): PlannedStep[] => {
  const { on, name, renamedFrom } = wish
  const old = all.find((each) => each.name === renamedFrom)
  if (renamedFrom === undefined || old === undefined || old.count === 0) return []
  // Once both are one, nobody knows which were which.
  const apart = (all.find((each) => each.name === name)?.count ?? 0) === 0
  const noun = on === 'node' ? 'label' : 'relationship type'
  const text = `~ ${noun} ${renamedFrom} → ${name} (${counted(old.count, on)})`
  return on === 'node'
    ? [
        {
          step: { renameLabel: renamedFrom, to: name },
          undo: apart ? [{ renameLabel: name, to: renamedFrom }] : undefined,
          text,
        },
      ]
    : [
        {
          step: { renameType: renamedFrom, to: name },
          undo: apart ? [{ renameType: name, to: renamedFrom }] : undefined,
          text,
        },
      ]
}

const propertyRename = (wish: ElementWish, property: PropertyWish, all: readonly ElementEntry[]): PlannedStep[] => {
  const { name, renamedFrom } = property
  if (renamedFrom === undefined) return []
  const count = sumOf(propertiesOf(all, [renamedFrom]))
  if (count === 0) return []
  const place = placeOf(wish)
  const apart = sumOf(propertiesOf(all, [name])) === 0
  return [
    {
      step: { renameProperty: renamedFrom, to: name, ...place },
      undo: apart ? [{ renameProperty: name, to: renamedFrom, ...place }] : undefined,
      text: `~ ${wish.name}.${renamedFrom} → ${wish.name}.${name} (${counted(count, wish.on)})`,
    },
  ]
}

/** A whole number for a property of fractions is written as one. */
const asCypher = ({ type, value }: PropertyWish): string | undefined => {
  if (type === undefined || typeof value !== 'number' || !Number.isInteger(value)) return undefined
  return parseSpec(type).kind === 'float' ? value.toFixed(1) : undefined
}

const backfill = (wish: ElementWish, property: PropertyWish, all: readonly ElementEntry[]): PlannedStep[] => {
  const { name, renamedFrom, value } = property
  const cypher = property.cypher ?? asCypher(property)
  if (value === undefined && cypher === undefined) return []
  const lacking = sumOf(all) - sumOf(propertiesOf(all, [name, renamedFrom]))
  if (lacking <= 0) return []
  const what = cypher === undefined ? { value: value as StepValue } : { cypher } // one of both is there
  return [
    {
      step: { backfill: name, ...placeOf(wish), ...what },
      undo: [], // which of them had none before, nobody knows
      text: `~ ${wish.name}.${name}: ${cypher ?? JSON.stringify(value)} for ${counted(lacking, wish.on)} without`,
    },
  ]
}

const removals = (wish: ElementWish, all: readonly ElementEntry[]): PlannedStep[] =>
  wish.removed.flatMap((name) => {
    const count = sumOf(propertiesOf(all, [name]))
    if (count === 0) return []
    return [
      {
        step: { removeProperty: name, ...placeOf(wish) },
        undo: undefined,
        text: `- ${wish.name}.${name}, with the values of ${counted(count, wish.on)}`,
        destructive: `${wish.name}.${name}`,
      },
    ]
  })

const gone = ({ removed = {} }: WantedGraph, catalog: Catalog): PlannedStep[] => {
  const count = (name: string, on: ElementWish['on']): number =>
    entries(on, catalog).find((each) => each.name === name)?.count ?? 0
  const steps = (names: readonly string[] = [], on: ElementWish['on'], make: (name: string, all: string) => object) =>
    names.flatMap((name): PlannedStep[] => {
      const many = count(name, on)
      if (many === 0) return []
      return [{ undo: undefined, destructive: name, ...make(name, counted(many, on)) } as PlannedStep] // `make` gives the rest
    })
  return [
    ...steps(removed.relationships, 'relationship', (name, all) => ({
      step: { deleteRelationships: name },
      text: `- relationships of ${name} (${all})`,
    })),
    ...steps(removed.nodes, 'node', (name, all) => ({
      step: { deleteNodes: name },
      text: `- nodes of ${name} (${all})`,
    })),
    ...steps(removed.labels, 'node', (name, all) => ({
      step: { removeLabel: name },
      text: `- label ${name} (${all})`,
    })),
  ]
}

/** Renames, then backfills, then what is to be gone. */
export const dataSteps = (graph: WantedGraph, { elements }: WantedModel, catalog: Catalog): readonly PlannedStep[] => {
  const each = (plan: (wish: ElementWish, all: readonly ElementEntry[]) => PlannedStep[]): PlannedStep[] =>
    elements.flatMap((wish) => plan(wish, entriesOf(wish, entries(wish.on, catalog))))
  const property = (plan: (wish: ElementWish, of: PropertyWish, all: readonly ElementEntry[]) => PlannedStep[]) =>
    each((wish, all) => wish.properties.flatMap((of) => plan(wish, of, all)))
  return [
    ...each(elementRename),
    ...property(propertyRename),
    ...property(backfill),
    ...each(removals),
    ...gone(graph, catalog),
  ]
}
