import type { Token } from './lex.ts'
import { syntaxError } from './syntax-error.ts'

/** How deep brackets may nest: every reader of the tree may recurse that far. */
export const DEEPEST = 200

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

/**
 * For each token that opens a bracket the index of the one that closes it; 0 for all others.
 * Throws SYNTAX for brackets that do not pair, or nest more than 200 deep.
 *
 * @example
 * pair('(a)', lex('(a)')) // [2, 0, 0, 0]
 */
export const pair = (text: string, tokens: readonly Token[]): Int32Array => {
  const mates = new Int32Array(tokens.length)
  const open: number[] = []
  const fail = (token: Token | undefined, problem: string): never => {
    throw syntaxError(text, { offset: token?.start ?? 0 }, problem)
  }
  tokens.forEach((token, index) => {
    if (token.kind !== 'sign') return
    const { key } = token
    if (key === '(' || key === '[' || key === '{') {
      if (open.push(index) > DEEPEST) fail(token, `brackets nest more than ${DEEPEST} deep`)
    } else if (key === ')' || key === ']' || key === '}') {
      const from = open.pop()
      const opening = from === undefined ? undefined : tokens[from]
      if (from === undefined || opening === undefined) return fail(token, `'${key}' closes nothing`)
      if (CLOSING[opening.key] !== key) fail(token, `expected '${CLOSING[opening.key]}' to close '${opening.key}'`)
      mates[from] = index
    }
  })
  const left = open.pop()
  if (left !== undefined) fail(tokens[left], `'${tokens[left]?.key}' is never closed`)
  return mates
}
