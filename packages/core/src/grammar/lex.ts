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

// oxlint-disable-next-line no-control-regex -- Cypher counts four separators among them as blanks
const BLANK = /[\s\x1c-\x1f\u180e]+|\/\/[^\n]*|\/\*[^]*?\*\//y
/** What a name may go on with. `$` is a currency sign as well, but begins a parameter. */
const rest = String.raw`\w*(?:(?!\$)[\p{ID_Continue}\p{Pc}\p{Sc}]\w*)*`
const REST = new RegExp(rest, 'uy')
const WORD = new RegExp(String.raw`(?!\$)[\p{ID_Start}\p{Pc}\p{Sc}]${rest}`, 'uy')
/** `1`, `1_000`, `1.5`, `.5`, `1e-9`, `0xff`, `0o17`; `1..3` is a number and a range. */
const NUMBER = /0[xXoO]\w+|(?=\.?\d)[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d[\d_]*)?/y

/** What most names are made of. The patterns above know all letters, and take a millisecond to be made ready. */
const ASCII_REST = /\w*/y
const ASCII_WORD = /[A-Za-z_]\w*/y

/** The offset after what begins at `at`, or `at` if it is not there. */
const endOf = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

/** The same for a name: its end as ASCII has it stands, unless a letter of another alphabet follows. */
const endOfName = (plain: RegExp, any: RegExp, text: string, at: number): number => {
  const end = endOf(plain, text, at)
  return text.charCodeAt(end) > 127 ? endOf(any, text, at) : end
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

const readSign = (text: string, start: number): Token => {
  const two = text.slice(start, start + 2)
  if (two === '/*') throw syntaxError(text, { offset: start }, 'a comment is never closed')
  const sign = DOUBLE_SIGNS.has(two) ? two : String.fromCodePoint(text.codePointAt(start) ?? 0)
  return { kind: 'sign', key: sign, value: sign, start, end: start + sign.length }
}

const readToken = (text: string, start: number): Token => {
  const code = text.charCodeAt(start)
  let end = endOfName(ASCII_WORD, WORD, text, start)
  if (end > start) {
    const value = text.slice(start, end)
    // capitals of some foreign letters are ASCII: they must not make a keyword
    return { kind: 'word', key: ASCII.test(value) ? value.toUpperCase() : '', value, start, end }
  }
  if (code === 39 || code === 34) return readText(text, start, code)
  if (code === BACKTICK) return readName(text, start, 'name', start)
  if (code === DOLLAR) {
    if (text.charCodeAt(start + 1) === BACKTICK) return readName(text, start, 'parameter', start + 1)
    end = endOfName(ASCII_REST, REST, text, start + 1)
    if (end > start + 1) return { kind: 'parameter', key: '', value: text.slice(start + 1, end), start, end }
  }
  end = endOf(NUMBER, text, start)
  return end > start ? { kind: 'number', key: '', value: text.slice(start, end), start, end } : readSign(text, start)
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
    const after = endOf(BLANK, text, at)
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

// The same for the compiler.

/**
 * Text as the other parsers expect it. Canonical: one blank between words, inner keywords in capitals, text literals
 * emptied to "", no comments, a blank at the end. Every rare treatment stands behind a test on a constant template, so
 * that a text without it pays nothing.
 */

export type Has<X extends string> = `${string}${X}${string}`

type Blank = ' ' | '\n' | '\t' | '\r'
type TrimLeft<T extends string> = T extends `${Blank}${string}`
  ? T extends `${Blank}${infer X}`
    ? TrimLeft<X>
    : never
  : T
type TrimRight<T extends string> = T extends `${infer X}${Blank}` ? TrimRight<X> : T
export type Trim<T extends string> = T extends `${Blank}${string}` | `${string}${Blank}` ? TrimRight<TrimLeft<T>> : T
export type { TrimLeft }

/** `//` to the end of the line, unless an open quote stands before it. */
type WithoutLineComments<T extends string> = T extends Has<'//'> ? CommentedLines<T> : T
type CommentedLines<T extends string, Out extends string = ''> = T extends `${infer A}\n${infer B}`
  ? CommentedLines<B, `${Out}${BeforeComment<A>}\n`>
  : `${Out}${BeforeComment<T>}`
type BeforeComment<L extends string> = L extends `${infer A}//${infer B}`
  ? QuoteOpen<A> extends true
    ? `${A}//${BeforeComment<B>}`
    : A
  : L
type QuoteOpen<A extends string> = A extends `${string}'${infer B}`
  ? B extends `${string}'${infer C}`
    ? QuoteOpen<C>
    : true
  : A extends `${string}"${infer B}`
    ? B extends `${string}"${infer C}`
      ? QuoteOpen<C>
      : true
    : false
type WithoutBlockComments<T extends string> = T extends `${string}/*${string}*/${string}`
  ? T extends `${infer A}/*${string}*/${infer B}`
    ? WithoutBlockComments<`${A} ${B}`>
    : never
  : T

/** 'text' and "text" become "". */
export type WithoutQuotes<T extends string> =
  T extends Has<"'">
    ? T extends Has<'"'>
      ? BothQuotes<T>
      : EmptyQuotes<T, "'">
    : T extends Has<'"'>
      ? EmptyQuotes<T, '"'>
      : T
type EmptyQuotes<T extends string, Q extends string, Out extends string = ''> = T extends `${infer A}${Q}${infer B}`
  ? EmptyQuotes<AfterQuote<B, Q>, Q, `${Out}${A}""`>
  : `${Out}${T}`
type AfterQuote<T extends string, Q extends string> = T extends `${infer A}${Q}${infer B}`
  ? A extends `${string}\\`
    ? AfterQuote<B, Q>
    : B
  : ''
/** Both kinds occur: take whichever opens first. */
type BothQuotes<T extends string, Out extends string = ''> = T extends `${infer A}'${infer B}`
  ? A extends `${infer C}"${infer D}`
    ? BothQuotes<AfterQuote<`${D}'${B}`, '"'>, `${Out}${C}""`>
    : BothQuotes<AfterQuote<B, "'">, `${Out}${A}""`>
  : EmptyQuotes<T, '"', Out>

/** Line breaks, tabs and runs of blanks become one blank. */
type OneLine<T extends string, Out extends string = ''> = T extends `${infer A}\n${infer B}`
  ? OneLine<SkipBlanks<B>, `${Out}${A} `>
  : WithoutTabs<`${Out}${T}`>
export type SkipBlanks<T extends string> = T extends ` ${string}` | `\t${string}`
  ? T extends `    ${string}`
    ? T extends `    ${infer X}`
      ? SkipBlanks<X>
      : never
    : T extends `  ${string}`
      ? T extends `  ${infer X}`
        ? SkipBlanks<X>
        : never
      : T extends ` ${infer X}` | `\t${infer X}`
        ? SkipBlanks<X>
        : never
  : T
type WithoutTabs<T extends string> = T extends Has<'\t' | '\r'> ? Tabs<T> : Squeezed<T>
type Tabs<T extends string, Out extends string = ''> = T extends `${infer A}\t${infer B}`
  ? Tabs<B, `${Out}${A} `>
  : CarriageReturns<`${Out}${T}`>
type CarriageReturns<T extends string, Out extends string = ''> = T extends `${infer A}\r${infer B}`
  ? CarriageReturns<B, `${Out}${A}`>
  : Squeezed<`${Out}${T}`>
type Squeezed<T extends string, Out extends string = ''> = T extends `${infer A}  ${infer B}`
  ? Squeezed<SkipBlanks<B>, `${Out}${A} `>
  : `${Out}${T}`

/** `MATCH(` becomes `MATCH (`. */
export type Glued = 'MATCH(' | 'CREATE(' | 'MERGE(' | 'match(' | 'create(' | 'merge(' | 'WHERE(' | 'where('
type Unglued<T extends string> =
  T extends Has<Glued> ? Unglue<Unglue<Unglue<Unglue<T, 'MATCH'>, 'CREATE'>, 'MERGE'>, 'WHERE'> : T
type Unglue<T extends string, K extends string, Out extends string = ''> = T extends `${infer A}${K}(${infer B}`
  ? Unglue<B, K, `${Out}${A}${K} (`>
  : T extends `${infer A}${Lowercase<K>}(${infer B}`
    ? Unglue<B, K, `${Out}${A}${K} (`>
    : `${Out}${T}`

/** A whole statement in canonical form. */
export type Canonical<T extends string> = Ended<
  SkipBlanks<OneLine<Unglued<WithoutQuotes<WithoutBlockComments<WithoutLineComments<T>>>>>>
>
type Ended<T extends string> = T extends `${string}${';' | ' '}`
  ? T extends `${infer A};` | `${infer A}; ` | `${infer A} `
    ? `${A} `
    : never
  : `${T} `
