import type { Has, Token } from './lex.ts'
import { syntaxError } from './syntax-error.ts'
import { words } from '../value/words.ts'

/** How deep brackets may nest: every reader of the tree may recurse that far. */
export const DEEPEST = 200

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }
const CLOSERS = words(') ] }')

/**
 * For each token that opens a bracket the index of the one that closes it; 0 for all others.
 * Throws SYNTAX for brackets that do not pair, or nest more than 200 deep.
 *
 * @example
 * pair('(a)', lex('(a)')) // [2, 0, 0, 0]
 */
export const pair = (text: string, tokens: readonly Token[]): Int32Array => {
  const mates = new Int32Array(tokens.length)
  const open: { readonly token: Token; readonly index: number; readonly closing: string }[] = []
  const fail = (token: Token, problem: string): never => {
    throw syntaxError(text, { offset: token.start }, problem)
  }
  tokens.forEach((token, index) => {
    const closing = CLOSING[token.key]
    if (closing !== undefined) {
      if (open.push({ token, index, closing }) > DEEPEST) fail(token, `brackets nest more than ${DEEPEST} deep`)
    } else if (CLOSERS.has(token.key)) {
      const last = open.pop() ?? fail(token, `'${token.key}' closes nothing`)
      if (last.closing !== token.key) fail(token, `expected '${last.closing}' to close '${last.token.key}'`)
      mates[last.index] = index
    }
  })
  const left = open.pop()
  if (left !== undefined) fail(left.token, `'${left.token.key}' is never closed`)
  return mates
}

// The same for the compiler.

type AnyBracket = Has<'(' | '[' | '{' | ')' | ']' | '}'>
/** Every bracket that opens also closes; pairs are taken away, their order is not looked at. */
export type Balanced<T extends string> = T extends AnyBracket
  ? WithoutPairs<WithoutPairs<WithoutPairs<T, '(', ')'>, '[', ']'>, '{', '}'> extends false
    ? false
    : true
  : true
/** Round brackets close as often as they open: what is left open elsewhere is noticed where it stands. */
export type RoundBalanced<T extends string> = WithoutPairs<T, '(', ')'> extends false ? false : true
type WithoutPairs<T, O extends string, C extends string> = T extends `${infer A}${O}${infer B}`
  ? B extends `${infer D}${C}${infer E}`
    ? WithoutPairs<`${A}${D}${E}`, O, C>
    : false
  : T extends Has<C>
    ? false
    : T
/** [before, after] of the first D outside brackets, or [all]. */
export type Cut<T extends string, D extends string, Out extends string = ''> = T extends `${infer A}${D}${infer X}`
  ? Balanced<`${Out}${A}`> extends true
    ? [`${Out}${A}`, X]
    : Cut<X, D, `${Out}${A}${D}`>
  : [`${Out}${T}`]
