import type { Expression } from '../ast/expression.ts'
import type { PathSelector, Pattern } from '../ast/pattern.ts'
import { words } from '../value/words.ts'
import type { Cursor } from './cursor.ts'
import { readNumber } from './literal.ts'

const SELECTORS = words('SHORTEST ANY ALL WALK TRAIL ACYCLIC')
const MODES = words('WALK TRAIL ACYCLIC')
/** What may stand after ANY or ALL, which may be the name of a node as well. */
const AFTER = words('( SHORTEST PATH PATHS WALK TRAIL ACYCLIC')

/** True where a selector begins, some tokens on. */
export const selectorAhead = (cursor: Cursor, ahead: number): boolean => {
  if (!SELECTORS.has(cursor.peek(ahead).key)) return false
  const { key, kind } = cursor.peek(ahead + 1)
  return AFTER.has(key) || kind === 'number' || (ahead === 0 && kind !== 'sign')
}

/** How many paths: a whole number or a parameter. */
const readCount = (cursor: Cursor): Expression | undefined => {
  const { kind, value } = cursor.peek()
  if (kind !== 'number' && kind !== 'parameter') return undefined
  const start = cursor.at
  const count = kind === 'parameter' ? ({ kind, name: value } as const) : readNumber(value)
  if (count === undefined || (count.kind === 'literal' && count.float === true)) cursor.fail('expected a whole number')
  cursor.at += 1
  return cursor.made(start, count)
}

const takeEither = (cursor: Cursor, one: string, many: string): boolean => cursor.take(one) || cursor.take(many)

type Selected = Pick<Pattern, 'selector' | 'mode'>

const readMode = (cursor: Cursor): Pattern['mode'] => {
  const mode = MODES.has(cursor.key) ? (cursor.key as Pattern['mode']) : undefined // just looked up
  if (mode !== undefined) cursor.at += 1
  takeEither(cursor, 'PATH', 'PATHS')
  return mode
}

const readKind = (cursor: Cursor): PathSelector['kind'] | undefined => {
  if (cursor.take('SHORTEST')) return 'shortest'
  const kind = cursor.key === 'ANY' ? 'any' : cursor.key === 'ALL' ? 'all' : undefined
  if (kind === undefined) return kind
  cursor.at += 1
  return cursor.take('SHORTEST') ? `${kind} shortest` : kind
}

/**
 * `SHORTEST 2`, `SHORTEST 3 PATH GROUPS`, `ANY`, `ALL SHORTEST`, `ACYCLIC`: which paths, before a path.
 *
 * @example
 * readSelector(cursor) // 'SHORTEST 2 GROUPS' → { selector: { kind: 'shortest', count: 2, groups: true } }
 */
export const readSelector = (cursor: Cursor): Selected => {
  const kind = readKind(cursor)
  const count = kind === 'any' || kind === 'shortest' ? readCount(cursor) : undefined
  const mode = readMode(cursor)
  const groups = kind === 'shortest' && takeEither(cursor, 'GROUP', 'GROUPS')
  if (kind === 'shortest' && count === undefined && !groups) cursor.fail('expected how many after SHORTEST')
  const selected = mode === undefined ? {} : { mode }
  if (kind === undefined) return selected
  return { selector: { kind, ...(count && { count }), ...(groups && { groups }) }, ...selected }
}
