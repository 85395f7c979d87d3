import {
  type Batches,
  backfillBatches,
  cypherBatches,
  labelBatches,
  nodeDeletionBatches,
  propertyBatches,
  relationshipDeletionBatches,
  removalBatches,
  typeBatches,
  unlabelBatches,
} from './batches.ts'
import type { ConstraintDefinition, IndexDefinition } from './definition.ts'
import { constraintOfStep, indexOfStep } from './step-definition.ts'
import type { CallbackStep, LoneCallbackStep, Step, StepValue } from './step.ts'
import { onStep } from './step-verb.ts'

/** What a step comes down to. */
export type Work =
  | { readonly kind: 'batches'; readonly batches: Batches; readonly batch: number | undefined }
  | { readonly kind: 'create'; readonly wanted: ConstraintDefinition | IndexDefinition }
  | { readonly kind: 'drop'; readonly what: 'constraint' | 'index'; readonly name: string }
  /** One statement; `alone`: it cannot be in a transaction with anything else. */
  | {
      readonly kind: 'statement'
      readonly text: string
      readonly params: Readonly<Record<string, StepValue>>
      readonly alone: boolean
    }
  | { readonly kind: 'callback'; readonly run: CallbackStep['run'] }
  | { readonly kind: 'lone callback'; readonly run: LoneCallbackStep['runAlone'] }

const schema = /^\s*(?:CREATE|DROP|ALTER)\s+(?:OR\s+REPLACE\s+)?(?:\w+\s+)?(?:CONSTRAINT|INDEX)\b/i
const inTransactions = /\bIN\s+(?:\d+\s+CONCURRENT\s+)?TRANSACTIONS\b/i

const batched = (batches: Batches, batch: number | undefined): Work => ({ kind: 'batches', batches, batch })

/** Says what has to be done for a step. */
export const workOf = (step: Step): Work =>
  onStep<Work>(step, {
    renameLabel: (each) => batched(labelBatches(each), each.batch),
    renameType: (each) => batched(typeBatches(each), each.batch),
    renameProperty: (each) => batched(propertyBatches(each), each.batch),
    backfill: (each) => batched(backfillBatches(each), each.batch),
    removeProperty: (each) => batched(removalBatches(each), each.batch),
    removeLabel: (each) => batched(unlabelBatches(each), each.batch),
    deleteNodes: (each) => batched(nodeDeletionBatches(each), each.batch),
    deleteRelationships: (each) => batched(relationshipDeletionBatches(each), each.batch),
    createConstraint: (each) => ({ kind: 'create', wanted: constraintOfStep(each) }),
    createIndex: (each) => ({ kind: 'create', wanted: indexOfStep(each) }),
    dropConstraint: ({ dropConstraint: name }) => ({ kind: 'drop', what: 'constraint', name }),
    dropIndex: ({ dropIndex: name }) => ({ kind: 'drop', what: 'index', name }),
    cypher: (each) =>
      each.batched === true
        ? batched(cypherBatches(each), each.batch)
        : {
            kind: 'statement',
            text: each.cypher,
            params: each.params ?? {},
            alone: schema.test(each.cypher) || inTransactions.test(each.cypher),
          },
    run: ({ run }) => ({ kind: 'callback', run }),
    runAlone: ({ runAlone: run }) => ({ kind: 'lone callback', run }),
  })
