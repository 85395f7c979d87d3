import type { TestContext } from 'vitest'
import type { EngineName } from './engines.ts'

/** What a case may ask of an engine and some engines lack. */
export type Feature =
  | 'savepoints'
  | 'snapshot isolation'
  | 'conflicts at once'
  | 'repeatable reads'
  | 'waiting for locks'
  | 'locks by writing'
  | 'bookmarks'
  | 'interrupts'
  | 'introspection'
  | 'nested properties'
  | 'nanoseconds'
  | 'far moments'
  | 'stored offsets'
  | 'named zones'
  | 'points'
  | 'optional subqueries'
  | 'procedures of Neo4j'
  | 'batches in a statement'
  | 'planner hints'
  | 'repeated paths'
  | 'labels at run time'
  | 'Cypher 25'
  | 'split by several'
  | 'sums of durations'
  | 'places of errors'
  | 'steps of a plan'
  | 'one order of texts'
  | 'names of constraints'

type Reasons = Readonly<Partial<Record<Feature, string>>>

const bolt: Reasons = {
  savepoints: 'Bolt has no request for them',
  'snapshot isolation': 'a statement sees what others committed before it began',
  'conflicts at once': 'the second writer waits for the lock of the first',
  'repeatable reads': 'what was read is not locked: another may change it before it is written',
  'nested properties': 'a property is a scalar or a list of scalars of one type',
}

const twoOrders: Reasons = {
  'one order of texts': 'it sorts texts it keeps by code points, and compares them with those it is given by UTF-16',
}

const cypher9: Reasons = {
  'optional subqueries': 'it has no OPTIONAL CALL',
  'procedures of Neo4j': 'it has others',
  'batches in a statement': 'it has no CALL … IN TRANSACTIONS',
  'planner hints': 'it has none',
  'repeated paths': 'it has paths of variable length alone',
  'labels at run time': 'it has no $(…) in patterns',
  'Cypher 25': 'it has Cypher 9',
}

/** What each engine lacks, with the reason. A case that asks for it says what happens instead. */
const lacks: Readonly<Record<EngineName, Reasons>> = {
  grafeo: {
    'waiting for locks': 'there are none: of two that write to one node the second fails at once',
    bookmarks: 'it is one process',
    interrupts: 'it cannot stop a running query',
    nanoseconds: 'it keeps microseconds of a moment',
    'named zones': 'it keeps offsets',
    points: 'it has none',
    ...cypher9,
  },
  neo4j: { ...bolt, ...twoOrders, 'Cypher 25': 'it is newer' },
  'neo4j-2026': { ...bolt, ...twoOrders },
  arcadedb: {
    ...bolt,
    'procedures of Neo4j': 'it has others',
    'batches in a statement': 'it does not say how they went',
    'planner hints': 'it has no procedure that waits for an index',
    'repeated paths': 'it has them, but no SHORTEST',
    'labels at run time': 'it takes $(…) as a type for any',
    'steps of a plan': 'it tells one as a text',
    'names of constraints': 'of a statement that is a transaction it says no more than that it failed',
    'places of errors': 'it does not say where in the text it stopped',
    'Cypher 25': 'it has LET, FILTER and WHEN of it, not NEXT',
    'split by several': 'its split() takes one text',
    'sums of durations': 'its sum() takes numbers',
    'waiting for locks': 'there are none: of two that write to one node the second to commit fails',
    'stored offsets': 'it keeps a moment as the date and time in UTC, without an offset',
    'far moments': 'it counts nanoseconds from 1970 in 64 bits, which ends in 2262',
    interrupts: 'what runs is not heard of before it ends',
    introspection: 'it has other procedures to describe a schema than Neo4j',
    'locks by writing': 'what is written and taken back counts as untouched',
  },
}

/** Whether an engine has what a case asks for. */
export const has = (engine: EngineName, feature: Feature): boolean => lacks[engine][feature] === undefined

/** Ends a case that asks for what an engine lacks; the report tells the reason. */
export const needs = (engine: EngineName, feature: Feature, { skip }: TestContext): void => {
  const reason = lacks[engine][feature]
  skip(reason !== undefined, `${engine} has no ${feature}: ${reason}`)
}
