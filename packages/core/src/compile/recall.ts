import type { Clause } from '../ast/clause.ts'
import type { SchemaDescriptor } from '../schema/schema-descriptor.ts'
import { advance } from './advance.ts'
import { Analysis } from './analysis.ts'
import type { Findings } from './findings.ts'
import type { Place } from './place.ts'

/** What a clause did when it was met at a place. */
interface Step {
  readonly at: Place
  readonly schema: SchemaDescriptor | undefined
  readonly next: Place
  readonly found: Findings
}

const steps = new WeakMap<Clause, Step[]>()
/** Places remembered for a clause: texts are shared by queries, and each query comes by its own way. */
const most = 4

const remember = (clause: Clause, step: Step): void => {
  const known = steps.get(clause)
  if (known === undefined) steps.set(clause, [step])
  else if (known.length < most) known.push(step)
  else known[Math.floor(Math.random() * most)] = step
}

const recall = (clause: Clause, at: Place, schema: SchemaDescriptor | undefined): Step | undefined => {
  const known = steps.get(clause)
  if (known === undefined) return undefined
  for (const step of known) if (step.at === at && step.schema === schema) return step
  return undefined
}

/**
 * Goes through the clauses of a statement. Clauses that come from text are kept by who parsed them and met again, so
 * what they do at a place they were met at before is remembered; those of callbacks are new each time.
 */
export const analyse = (clauses: readonly Clause[], from: Place, analysis: Analysis): Place => {
  let at = from
  for (const clause of clauses) {
    if (clause.source === undefined || !at.stable) {
      const next = advance(clause, at, analysis)
      at = next === at || !next.stable ? next : { ...next, stable: false }
      continue
    }
    let step = recall(clause, at, analysis.schema)
    if (step === undefined) {
      const apart = new Analysis(analysis.schema)
      step = { at, schema: analysis.schema, next: advance(clause, at, apart), found: apart.found }
      remember(clause, step)
    }
    analysis.found.add(step.found)
    at = step.next
  }
  return at
}
