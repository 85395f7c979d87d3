import { endOfDigits, endOfName, isBlank, isDigit, startsName } from './character.ts'
import { syntaxError } from './syntax-error.ts'
import { unescape } from './unescape.ts'

/** `word` is a bare name or keyword, `name` one in back-ticks, `text` a text literal, `sign` anything else. */
export type TokenKind = 'word' | 'name' | 'text' | 'number' | 'parameter' | 'sign' | 'end'

/** A piece of a text: `text.slice(start, end)` is how it is written. */
export interface Token {
  readonly kind: TokenKind
  /** What grammar compares: a word in capitals, a sign as it stands, otherwise empty. */
  readonly key: string
  /** What it means: a name without its back-ticks, a text without quotes and escapes, a parameter's name. */
  readonly value: string
  readonly start: number
  readonly end: number
}

const DOUBLE_SIGNS: ReadonlySet<string> = new Set(['<>', '<=', '>=', '=~', '+=', '||', '..', '::'])
const ASCII = /^\w+$/

const BACKTICK = 96
const DOLLAR = 36
const DOT = 46
const SLASH = 47
const STAR = 42
const ZERO = 48

/** The offset after the comment at `at`, or `at` if there is none. */
const endOfComment = (text: string, at: number): number => {
  const next = text.charCodeAt(at + 1)
  if (next === SLASH) {
    const line = text.indexOf('\n', at)
    return line === -1 ? text.length : line + 1
  }
  if (next !== STAR) return at
  const close = text.indexOf('*/', at + 2)
  if (close === -1) throw syntaxError(text, { offset: at }, 'a comment is never closed')
  return close + 2
}

const readWord = (text: string, start: number): Token => {
  const end = endOfName(text, start)
  const value = text.slice(start, end)
  // capitals of some foreign letters are ASCII: they must not make a keyword
  return { kind: 'word', key: ASCII.test(value) ? value.toUpperCase() : '', value, start, end }
}

/** From the opening back-tick on; a doubled one inside stands for one. */
const readName = (text: string, start: number, kind: 'name' | 'parameter', open: number): Token => {
  let close = text.indexOf('`', open + 1)
  let doubled = false
  while (close !== -1 && text.charCodeAt(close + 1) === BACKTICK) {
    doubled = true
    close = text.indexOf('`', close + 2)
  }
  if (close === -1) throw syntaxError(text, { offset: open }, 'a back-tick is never closed')
  const inner = text.slice(open + 1, close)
  return { kind, key: '', value: doubled ? inner.replaceAll('``', '`') : inner, start, end: close + 1 }
}

const readText = (text: string, start: number, quote: number): Token => {
  let escaped = false
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 92) {
      escaped = true
      at += 1
    } else if (code === quote) {
      const inner = text.slice(start + 1, at)
      return { kind: 'text', key: '', value: escaped ? unescape(inner) : inner, start, end: at + 1 }
    }
  }
  throw syntaxError(text, { offset: start }, 'a text is never closed')
}

/** `1`, `1_000`, `1.5`, `.5`, `1e-9`, `0xff`, `0o17`; `1..3` is a number and a range. */
const endOfNumber = (text: string, start: number): number => {
  const second = text.charCodeAt(start + 1) | 32
  if (text.charCodeAt(start) === ZERO && (second === 120 || second === 111)) {
    const end = endOfName(text, start + 2)
    if (end > start + 2) return end
  }
  let end = endOfDigits(text, start)
  if (text.charCodeAt(end) === DOT && isDigit(text.charCodeAt(end + 1))) end = endOfDigits(text, end + 1)
  if ((text.charCodeAt(end) | 32) !== 101) return end
  const sign = text.charCodeAt(end + 1)
  const digits = sign === 43 || sign === 45 ? end + 2 : end + 1
  return isDigit(text.charCodeAt(digits)) ? endOfDigits(text, digits) : end
}

const readParameter = (text: string, start: number): Token => {
  if (text.charCodeAt(start + 1) === BACKTICK) return readName(text, start, 'parameter', start + 1)
  const end = endOfName(text, start + 1)
  if (end === start + 1) return { kind: 'sign', key: '$', value: '$', start, end }
  return { kind: 'parameter', key: '', value: text.slice(start + 1, end), start, end }
}

const readSign = (text: string, start: number): Token => {
  const two = text.slice(start, start + 2)
  const sign = DOUBLE_SIGNS.has(two) ? two : String.fromCodePoint(text.codePointAt(start) ?? 0)
  return { kind: 'sign', key: sign, value: sign, start, end: start + sign.length }
}

const readToken = (text: string, start: number): Token => {
  const code = text.charCodeAt(start)
  if (startsName(text, start)) return readWord(text, start)
  if (code === 39 || code === 34) return readText(text, start, code)
  if (code === BACKTICK) return readName(text, start, 'name', start)
  if (code === DOLLAR) return readParameter(text, start)
  if (isDigit(code) || (code === DOT && isDigit(text.charCodeAt(start + 1)))) {
    const end = endOfNumber(text, start)
    return { kind: 'number', key: '', value: text.slice(start, end), start, end }
  }
  return readSign(text, start)
}

/**
 * Cuts a Cypher text into tokens; blanks and comments are dropped, the last token is always of kind `end`.
 * Throws SYNTAX for a quote, back-tick or comment that is never closed, and for nothing else.
 *
 * @example
 * lex('u.age > $min') // u  .  age  >  $min  end
 */
export const lex = (text: string): readonly Token[] => {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (isBlank(code)) {
      at += 1
      continue
    }
    const after = code === SLASH ? endOfComment(text, at) : at
    if (after > at) {
      at = after
      continue
    }
    const token = readToken(text, at)
    tokens.push(token)
    at = token.end
  }
  tokens.push({ kind: 'end', key: '<end>', value: '', start: text.length, end: text.length })
  return tokens
}
