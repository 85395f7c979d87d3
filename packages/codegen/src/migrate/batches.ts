import { quoted } from './engine/quoted.ts'
import type {
  Backfill,
  CypherStep,
  DeleteNodes,
  DeleteRelationships,
  Place,
  RemoveLabel,
  RemoveProperty,
  RenameLabel,
  RenameProperty,
  RenameType,
  StepValue,
} from './step.ts'

/** A question whose answer has to be 0. */
export interface Demand {
  /** Cypher that returns `count`. */
  readonly text: string
  /** What is said of a count above 0. */
  readonly fault: (count: number) => string
}

/** Work that is done in batches: what is done is not met again, so it may be broken off and begun anew at any point. */
export interface Batches {
  /** Cypher that takes `$batch` and returns how many it changed as `done`. */
  readonly text: string
  readonly params: Readonly<Record<string, StepValue>>
  /** Cypher that returns how many there are to change as `count`, where that can be told. */
  readonly count?: string | undefined
  /** Asked before the first batch, and when there is nothing more to do. */
  readonly demand?: Demand | undefined
}

const change = (match: string, act: string, params: Batches['params'] = {}): Batches => {
  const variable = match.includes('(n:') ? 'n' : 'r'
  return {
    text: `${match} WITH ${variable} LIMIT $batch ${act} RETURN count(*) AS done`,
    params,
    count: `${match} RETURN count(*) AS count`,
  }
}

const matchOf = ({ node, relationship }: Place): string =>
  node === undefined ? `MATCH ()-[r:${quoted(relationship)}]->()` : `MATCH (n:${quoted(node)})`

const propertyOf = (place: Place, name: string): string => `${place.node === undefined ? 'r' : 'n'}.${quoted(name)}`

export const labelBatches = ({ renameLabel, to }: RenameLabel): Batches =>
  change(`MATCH (n:${quoted(renameLabel)})`, `SET n:${quoted(to)} REMOVE n:${quoted(renameLabel)}`)

export const typeBatches = ({ renameType, to }: RenameType): Batches => {
  const match = `MATCH (a)-[r:${quoted(renameType)}]->(b)`
  return {
    text: `${match} WITH a, r, b LIMIT $batch CREATE (a)-[s:${quoted(to)}]->(b) SET s = properties(r) DELETE r RETURN count(*) AS done`,
    params: {},
    count: `${match} RETURN count(*) AS count`,
  }
}

export const propertyBatches = (step: RenameProperty): Batches => {
  const [old, now] = [propertyOf(step, step.renameProperty), propertyOf(step, step.to)]
  const match = `${matchOf(step)} WHERE ${old} IS NOT NULL`
  if (step.prefer === 'old') return change(match, `SET ${now} = ${old} REMOVE ${old}`)
  if (step.prefer === 'new') return change(match, `SET ${now} = coalesce(${now}, ${old}) REMOVE ${old}`)
  const noun = step.node === undefined ? 'relationship' : 'node'
  return {
    ...change(`${match} AND (${now} IS NULL OR ${now} = ${old})`, `SET ${now} = ${old} REMOVE ${old}`),
    demand: {
      text: `${match} AND ${now} IS NOT NULL AND NOT ${now} = ${old} RETURN count(*) AS count`,
      fault: (count) =>
        `${count} ${noun}${count === 1 ? ' has' : 's have'} another value in ${step.to} than in ${step.renameProperty}; say prefer: 'old' or 'new'`,
    },
  }
}

export const backfillBatches = (step: Backfill): Batches => {
  const property = propertyOf(step, step.backfill)
  const match = `${matchOf(step)} WHERE ${property} IS NULL`
  if (step.value !== undefined) return change(match, `SET ${property} = $value`, { value: step.value })
  const variable = step.node === undefined ? 'r' : 'n'
  // One that no value is found for would be met again and again.
  const found = `${match} WITH ${variable}, (${step.cypher}) AS value WHERE value IS NOT NULL`
  return {
    text: `${found} WITH ${variable}, value LIMIT $batch SET ${property} = value RETURN count(*) AS done`,
    params: {},
    count: `${found} RETURN count(*) AS count`,
  }
}

export const removalBatches = (step: RemoveProperty): Batches => {
  const property = propertyOf(step, step.removeProperty)
  return change(`${matchOf(step)} WHERE ${property} IS NOT NULL`, `REMOVE ${property}`)
}

export const unlabelBatches = ({ removeLabel }: RemoveLabel): Batches =>
  change(`MATCH (n:${quoted(removeLabel)})`, `REMOVE n:${quoted(removeLabel)}`)

export const nodeDeletionBatches = ({ deleteNodes }: DeleteNodes): Batches =>
  change(`MATCH (n:${quoted(deleteNodes)})`, 'DETACH DELETE n')

export const relationshipDeletionBatches = ({ deleteRelationships }: DeleteRelationships): Batches =>
  change(`MATCH ()-[r:${quoted(deleteRelationships)}]->()`, 'DELETE r')

export const cypherBatches = ({ cypher, params = {} }: CypherStep): Batches => ({ text: cypher, params })
