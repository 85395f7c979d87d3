import { GraphError, type SchemaShape } from '@motif/core'
import type { Database } from '@motif/driver'
import { type ConstraintDefinition, constraintText, type IndexDefinition, indexText } from '../../migrate/definition.ts'
import { isConstraint, type SchemaEngine } from '../../migrate/engine/schema-engine.ts'
import { schemaEngineOf } from '../../migrate/engine/schema-engine-of.ts'
import { rowsOf } from '../../migrate/graph-handle.ts'
import { isThere, mustFit } from '../../migrate/schema-state.ts'
import type { TransferSchema } from '../schema.ts'

/** How many constraints and indexes are there now of those that were wanted; and each that is not, with the reason. */
export interface SchemaReport {
  readonly constraints: number
  readonly indexes: number
  readonly lacking: readonly string[]
}

type Wanted = ConstraintDefinition | IndexDefinition

const make = async (db: Database<SchemaShape>, engine: SchemaEngine, wanted: Wanted): Promise<void> => {
  if (!(await isThere(wanted, engine))) {
    if (isConstraint(wanted) && !engine.verifies) await mustFit(db, wanted)
    await rowsOf(db, engine.create(wanted))
  }
  if (!isConstraint(wanted) && engine.awaitIndex !== undefined)
    await rowsOf(db, engine.awaitIndex, { name: wanted.name })
}

/** Makes one; returns why not where it could not be made. */
const tried = async (db: Database<SchemaShape>, engine: SchemaEngine, wanted: Wanted): Promise<string | undefined> => {
  const lack = engine.lacks(wanted)
  if (lack !== undefined) return lack
  try {
    await make(db, engine, wanted)
    return undefined
  } catch (error) {
    if (error instanceof GraphError && error.code !== 'CONNECTION' && error.code !== 'ABORTED') return error.message
    throw error
  }
}

/** Makes the constraints and indexes of a dump, after its data: what cannot be made is told, and fails nothing. */
export const makeSchema = async (
  db: Database<SchemaShape>,
  { constraints, indexes }: TransferSchema,
): Promise<SchemaReport> => {
  const engine = await schemaEngineOf(db.executor)
  const lacking: string[] = []
  const counts = { constraints: 0, indexes: 0 }
  for (const wanted of [...constraints, ...indexes]) {
    const why = await tried(db, engine, wanted)
    if (why === undefined) counts[isConstraint(wanted) ? 'constraints' : 'indexes']++
    else lacking.push(`${isConstraint(wanted) ? constraintText(wanted) : indexText(wanted)} (${why})`)
  }
  return { ...counts, lacking }
}
