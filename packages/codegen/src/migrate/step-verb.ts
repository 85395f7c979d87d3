import type {
  Backfill,
  CallbackStep,
  CreateConstraint,
  CreateIndex,
  CypherStep,
  DeleteNodes,
  DeleteRelationships,
  DropConstraint,
  DropIndex,
  LoneCallbackStep,
  RemoveLabel,
  RemoveProperty,
  RenameLabel,
  RenameProperty,
  RenameType,
  Step,
} from './step.ts'

/** Every kind of step by the key that names it. `backfill` comes before `cypher`, which it may hold too. */
export interface StepsByVerb {
  readonly renameLabel: RenameLabel
  readonly renameType: RenameType
  readonly renameProperty: RenameProperty
  readonly backfill: Backfill
  readonly removeProperty: RemoveProperty
  readonly removeLabel: RemoveLabel
  readonly deleteNodes: DeleteNodes
  readonly deleteRelationships: DeleteRelationships
  readonly createConstraint: CreateConstraint
  readonly createIndex: CreateIndex
  readonly dropConstraint: DropConstraint
  readonly dropIndex: DropIndex
  readonly cypher: CypherStep
  readonly run: CallbackStep
  readonly runAlone: LoneCallbackStep
}

export type StepVerb = keyof StepsByVerb

export const stepVerbs: readonly StepVerb[] = [
  'renameLabel',
  'renameType',
  'renameProperty',
  'backfill',
  'removeProperty',
  'removeLabel',
  'deleteNodes',
  'deleteRelationships',
  'createConstraint',
  'createIndex',
  'dropConstraint',
  'dropIndex',
  'cypher',
  'run',
  'runAlone',
]

/** The key that says what a step is; undefined for an object that is none. */
export const stepVerb = (step: object): StepVerb | undefined =>
  stepVerbs.find((verb) => Object.hasOwn(step, verb) && (step as Record<string, unknown>)[verb] !== undefined)

/** What is done with each kind of step. */
export type StepCases<T> = { readonly [V in StepVerb]: (step: StepsByVerb[V]) => T }

/** Does what its kind of step asks for. */
export const onStep = <T>(step: Step, cases: StepCases<T>): T => {
  const verb = stepVerb(step) as StepVerb // a checked step has one
  const act = cases[verb] as (step: Step) => T // the verb tells which of the union it is
  return act(step)
}
