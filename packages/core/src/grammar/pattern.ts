import type { NodePattern, Pattern, RelationshipPattern } from '../ast/pattern.ts'
import { type Cursor, NO_STOPS } from './cursor.ts'
import { readNode } from './node.ts'
import { readRelationship, startsRelationship } from './relationship.ts'

type Elements = Pattern['elements']

/** Nodes and relationships in turn. */
const readElements = (cursor: Cursor): Elements => {
  const elements: (NodePattern | RelationshipPattern)[] = [readNode(cursor)]
  while (startsRelationship(cursor)) {
    elements.push(readRelationship(cursor))
    if (cursor.key !== '(') cursor.failMissing("expected a node: a relationship ends with '(…)'")
    elements.push(readNode(cursor))
  }
  if (cursor.key === '{' || cursor.key === '+') cursor.fail('quantified paths are not understood yet')
  return Object.freeze(elements)
}

const SEARCHES: ReadonlyMap<string, Pattern['search']> = new Map([
  ['SHORTESTPATH', 'shortestPath'],
  ['ALLSHORTESTPATHS', 'allShortestPaths'],
])

/** `shortestPath` or `allShortestPaths`, if their bracket follows. */
export const searchAhead = (cursor: Cursor): Pattern['search'] =>
  cursor.peek(1).key === '(' ? SEARCHES.get(cursor.key) : undefined

const SELECTORS: ReadonlySet<string> = new Set(['SHORTEST', 'ANY', 'ALL'])

/** One path, after its variable. */
const readPath = (cursor: Cursor): Pick<Pattern, 'search' | 'elements'> => {
  const search = searchAhead(cursor)
  if (search === undefined) {
    if (SELECTORS.has(cursor.key)) cursor.fail('SHORTEST, ANY and ALL before a path are not understood yet')
    return { search, elements: readElements(cursor) }
  }
  cursor.at += 2
  const elements = readElements(cursor)
  cursor.expect(')', `-[:TYPE]-> or ')' to close ${search}`)
  return { search, elements }
}

/** One path, with its variable and search if it has them. */
export const readPattern = (cursor: Cursor): Pattern => {
  const start = cursor.at
  const outer = cursor.stops
  cursor.stops = NO_STOPS // a bar between types ends nothing
  const variable = cursor.isName() && cursor.peek(1).key === '=' ? cursor.name('a name') : undefined
  if (variable !== undefined) cursor.at += 1
  const { search, elements } = readPath(cursor)
  cursor.stops = outer
  return Object.freeze({ variable, search, elements, source: cursor.source(start) })
}

/**
 * Paths with commas between them.
 *
 * @example
 * readPatterns(cursor) // '(u:User)-[:WROTE]->(p), (t:Tag)' → two paths
 */
export const readPatterns = (cursor: Cursor): readonly Pattern[] => {
  const patterns = [readPattern(cursor)]
  while (cursor.take(',')) patterns.push(readPattern(cursor))
  return Object.freeze(patterns)
}

/** True where a bracket opens a path and not a value: what it holds looks like a node, and a relationship follows it. */
export const patternAhead = (cursor: Cursor, from: number): boolean => {
  const key = (index: number): string => cursor.tokens[index]?.key ?? ''
  if (key(from) !== '(') return false
  const named = cursor.tokens[from + 1]?.kind === 'word' || cursor.tokens[from + 1]?.kind === 'name'
  const inside = key(named ? from + 2 : from + 1)
  if (inside !== ')' && inside !== ':' && inside !== '{' && inside !== 'WHERE') return false
  const after = (cursor.mates[from] ?? 0) + 1
  const dash = key(after) === '<' ? after + 1 : after
  if (key(dash) !== '-') return false
  if (key(dash + 1) === '[') return key((cursor.mates[dash + 1] ?? 0) + 1) === '-'
  return key(dash + 1) === '-' && (key(dash + 2) === '(' || (key(dash + 2) === '>' && key(dash + 3) === '('))
}
