import type { SchemaEngine } from './engine/schema-engine.ts'
import { type AnyGraph, numberOf } from './graph-handle.ts'
import { lackingIn, type Pass } from './pass.ts'
import { stepText } from './step-text.ts'
import type { Step } from './step.ts'
import { workOf } from './work.ts'

/** One step as it would be run. */
export interface DryStep {
  readonly what: string
  /** The Cypher that would be sent; none for a callback. */
  readonly cypher?: string | undefined
  readonly params?: Readonly<Record<string, unknown>> | undefined
  /** What would be lost, and of how many nodes or relationships as the graph is now, where that can be counted. */
  readonly loses?: string | undefined
  readonly count?: number | undefined
  /** The name that \`--allow-destructive\` takes, unless the step says itself that it may lose this. */
  readonly allow?: string | undefined
  /** Why it would be left out. */
  readonly skipped?: string | undefined
}

/** What one migration would do. */
export interface DryMigration {
  readonly id: string
  readonly steps: readonly DryStep[]
}

const sent = (step: Step, engine: SchemaEngine, batch: number): Pick<DryStep, 'cypher' | 'params'> => {
  const work = workOf(step)
  if (work.kind === 'batches') {
    const { text, params } = work.batches
    return { cypher: text, params: { ...params, batch: work.batch ?? batch } }
  }
  if (work.kind === 'statement') return { cypher: work.text, params: work.params }
  if (work.kind === 'create') return { cypher: engine.create(work.wanted) }
  return work.kind === 'drop' ? { cypher: engine.drop(work.what, work.name) } : {}
}

/** Says what would be sent. It counts what would be lost, and changes nothing. */
export const dryRun = async (
  { id, steps, losses, from }: Pass,
  { db, engine, batch }: { readonly db: AnyGraph; readonly engine: SchemaEngine; readonly batch: number },
): Promise<DryMigration> => {
  const dry: DryStep[] = []
  for (const [at, step] of steps.entries()) {
    if (at < from.step) continue
    const work = workOf(step)
    const skipped = lackingIn(step, engine)
    const loss = losses[at]
    const count = work.kind === 'batches' && loss !== undefined ? work.batches.count : undefined
    dry.push({
      what: stepText(step),
      ...(skipped === undefined ? sent(step, engine, batch) : { skipped }),
      ...(loss === undefined ? {} : { loses: loss.text }),
      ...(loss === undefined || step.destructive === true ? {} : { allow: loss.name }),
      ...(count === undefined ? {} : { count: await numberOf(db, count, 'count') }),
    })
  }
  return { id, steps: dry }
}
