import type { Expression } from '../ast/expression.ts'
import { GraphError } from '../error/graph-error.ts'

// oxlint-disable-next-line no-control-regex -- control characters are what has to be escaped
const special = /[\\'\u0000-\u001f\u007f-\u009f\u2028\u2029]/g
const short: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t' }

const escape = (character: string): string =>
  short[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/** A text between single quotes. */
export const printText = (value: string): string => {
  // Some engines replace \uXXXX before they read texts, and would see one behind an escaped backslash too.
  const body = value.replace(special, escape).replaceAll('\\\\u', '\\\\\\u0075')
  return `'${body}'`
}

const number = (value: number, float: boolean): string => {
  if (float && (Number.isNaN(value) || value === Infinity)) return Number.isNaN(value) ? 'NaN' : 'INF'
  if (!Number.isFinite(value)) throw new GraphError('USAGE', 'a literal number must be finite: give it as a parameter')
  const digits = String(value).replace('e+', 'e')
  return float && Number.isInteger(value) && !digits.includes('e') ? `${digits}.0` : digits
}

/** A literal as Cypher spells it. Only what was a literal in a text, or is a constant of a program, is one. */
export const printLiteral = (node: Extract<Expression, { kind: 'literal' }>): string => {
  const { value } = node
  if (typeof value === 'string') return printText(value)
  if (typeof value === 'number') return number(value, node.float === true)
  return value === null ? 'null' : String(value)
}
