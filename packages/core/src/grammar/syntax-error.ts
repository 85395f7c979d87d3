import { GraphError } from '../error/graph-error.ts'

const WAY_OUT = 'A text that Motif does not understand can be run with stated types: cypher.as<Row, Params>(…).'
const MOST_SHOWN = 100

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
const clip = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}…` : text)

/** Line and column, both from 1, of an offset, and where its line begins and ends. */
const locate = (text: string, offset: number): { line: number; column: number; from: number; to: number } => {
  let line = 1
  let from = 0
  for (let next = text.indexOf('\n'); next !== -1 && next < offset; next = text.indexOf('\n', next + 1)) {
    line += 1
    from = next + 1
  }
  const to = text.indexOf('\n', offset)
  return { line, column: offset - from + 1, from, to: to === -1 ? text.length : to }
}

/** The line that holds the offset, cut to a readable part, with a caret under the place. */
const picture = (text: string, offset: number): string => {
  const { line, column, from, to } = locate(text, offset)
  const left = Math.max(from, offset - MOST_SHOWN / 2)
  const shown = text.slice(left, Math.min(to, offset + MOST_SHOWN / 2)).replace(/[\t\r]/g, ' ')
  return `  ${shown.trimEnd()}\n  ${' '.repeat(offset - left)}^ line ${line}, column ${column}`
}

/** Where a text does not fit. */
export interface Place {
  readonly offset: number
  /** Where the clause begins that is shown; the line of the place otherwise. */
  readonly clause?: number | undefined
  /** True if the text ended too soon. */
  readonly end?: boolean | undefined
}

/**
 * A text that is not understood: what was expected, where, in which clause, and the way out.
 *
 * @example
 * syntaxError('MATCH (u) RETUR u', { offset: 10 }, "expected ','") // expected ',' at 'RETUR u'   in MATCH (u) RETUR u
 */
export const syntaxError = (text: string, place: Place, problem: string): GraphError => {
  const { offset, clause: clauseFrom = locate(text, place.offset).from, end = false } = place
  const rest = clip(oneLine(text.slice(offset, offset + MOST_SHOWN)), 24)
  const where = end || rest === '' ? 'at the end' : `at '${rest}'`
  const from = Math.max(clauseFrom, offset - MOST_SHOWN / 2)
  const clause = clip(oneLine(text.slice(from, offset + MOST_SHOWN)), MOST_SHOWN)
  const message = `${problem} ${where}${clause === '' ? '' : `   in ${from > clauseFrom ? '…' : ''}${clause}`}\n${picture(text, offset)}\n${WAY_OUT}`
  return new GraphError('SYNTAX', message, { query: text, outcome: 'not sent' })
}
