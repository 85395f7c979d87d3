import { constraintText, indexText, type ConstraintDefinition, type IndexDefinition } from './definition.ts'
import type { SchemaEngine } from './engine/schema-engine.ts'
import type { LiveGraph, PlannedStep } from './planned.ts'
import { Renames } from './renames.ts'
import { definitionOf, sameConstraint, sameIndex } from './same-definition.ts'
import { stepOfConstraint, stepOfIndex } from './step-definition.ts'
import type { DropConstraint, DropIndex, Step } from './step.ts'
import type { WantedModel } from './wanted-model.ts'

type Definition = ConstraintDefinition | IndexDefinition

const difference = <D extends Definition>(
  wanted: readonly D[],
  live: readonly D[],
  same: (a: D, b: D) => boolean,
): { readonly missing: readonly D[]; readonly extra: readonly D[] } => ({
  missing: wanted.filter((each) => !live.some((other) => same(each, other))),
  extra: live.filter((each) => !wanted.some((other) => same(each, other))),
})

interface Circumstances {
  readonly engine: SchemaEngine
  readonly ignore: ReadonlySet<string>
}

const creation = (step: Step, undo: Step, text: string): PlannedStep => ({ step, undo: [undo], text: `+ ${text}` })

const drop = (
  step: DropConstraint | DropIndex,
  undo: Step,
  text: string,
  replacedBy: string | undefined,
): PlannedStep =>
  replacedBy === undefined
    ? {
        step,
        undo: [undo],
        text: `- ${text}`,
        destructive: 'dropIndex' in step ? step.dropIndex : step.dropConstraint,
      }
    : { step: { ...step, replacedBy }, undo: [undo], text: `- ${text}, replaced by ${replacedBy}` }

/** A constraint by the names that its label and properties will have. */
const renamed = (each: ConstraintDefinition, renames: Renames): ConstraintDefinition => ({
  ...each,
  target: renames.target(each.on, each.target),
  properties: each.properties.map((name) => renames.property(each.on, each.target, name)),
})

const renamedIndex = (each: IndexDefinition, renames: Renames): IndexDefinition => ({
  ...each,
  targets: each.targets.map((target) => renames.target(each.on, target)),
  properties: each.properties.map((name) => renames.property(each.on, each.targets[0] ?? '', name)),
})

/** Whether a constraint holds at least what another held: a key is unique, and each of its properties is there. */
const covers = (a: ConstraintDefinition, b: ConstraintDefinition): boolean => {
  if (a.kind !== 'key' || b.kind === 'type') return sameConstraint(a, b)
  if (b.kind !== 'exists') return sameConstraint(a, { ...b, kind: 'key' })
  return a.on === b.on && a.target === b.target && b.properties.every((name) => a.properties.includes(name))
}

/** Uniqueness brings an index of its own. */
const indexes = (a: ConstraintDefinition, b: IndexDefinition): boolean =>
  (a.kind === 'unique' || a.kind === 'key') &&
  b.kind === 'range' &&
  a.on === b.on &&
  b.targets.includes(a.target) &&
  a.properties.join('\0') === b.properties.join('\0')

/** Drops come first, so that nothing that is to go stands in the way; creations come last, when the data fits. */
export const schemaSteps = (
  wanted: WantedModel,
  { catalog, indexes: liveIndexes }: LiveGraph,
  { engine, ignore }: Circumstances,
): { readonly drops: readonly PlannedStep[]; readonly creations: readonly PlannedStep[] } => {
  const renames = new Renames(wanted)
  const constraints = catalog.constraints.flatMap(definitionOf).filter(({ target }) => !ignore.has(target))
  const held = liveIndexes.filter(({ targets }) => !targets.some((target) => ignore.has(target)))
  const byConstraint = difference(wanted.constraints, constraints, sameConstraint)
  const byIndex = difference(wanted.indexes, held, sameIndex(engine.ordered))
  const constraintDrops = byConstraint.extra.map((each) => {
    const replaced = wanted.constraints.find((other) => covers(other, renamed(each, renames)))?.name
    return drop({ dropConstraint: each.name }, stepOfConstraint(each), constraintText(each), replaced)
  })
  const indexDrops = byIndex.extra.map((each) => {
    const future = renamedIndex(each, renames)
    const replaced =
      wanted.indexes.find((other) => sameIndex(engine.ordered)(other, future))?.name ??
      wanted.constraints.find((other) => indexes(other, future))?.name
    return drop({ dropIndex: each.name }, stepOfIndex(each), indexText(each), replaced)
  })
  return {
    drops: [...constraintDrops, ...indexDrops],
    creations: [
      ...byConstraint.missing.map((each) =>
        creation(stepOfConstraint(each), { dropConstraint: each.name }, constraintText(each)),
      ),
      ...byIndex.missing.map((each) => creation(stepOfIndex(each), { dropIndex: each.name }, indexText(each))),
    ],
  }
}
