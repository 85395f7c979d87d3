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

type Has<X extends string> = `${string}${X}${string}`

type Blank = ' ' | '\n' | '\t' | '\r'
type TrimLeft<T extends string> = T extends `${Blank}${string}` ? T extends `${Blank}${infer X}` ? TrimLeft<X> : never : T
type TrimRight<T extends string> = T extends `${infer X}${Blank}` ? TrimRight<X> : T
export type Trim<T extends string> = T extends `${Blank}${string}` | `${string}${Blank}` ? TrimRight<TrimLeft<T>> : T
export type { TrimLeft }

/** `//` to the end of the line, unless an open quote stands before it. */
type WithoutLineComments<T extends string> = T extends Has<'//'> ? CommentedLines<T> : T
type CommentedLines<T extends string, Out extends string = ''> =
  T extends `${infer A}\n${infer B}` ? CommentedLines<B, `${Out}${BeforeComment<A>}\n`> : `${Out}${BeforeComment<T>}`
type BeforeComment<L extends string> =
  L extends `${infer A}//${infer B}` ? QuoteOpen<A> extends true ? `${A}//${BeforeComment<B>}` : A : L
type QuoteOpen<A extends string> =
  A extends `${string}'${infer B}` ? B extends `${string}'${infer C}` ? QuoteOpen<C> : true
  : A extends `${string}"${infer B}` ? B extends `${string}"${infer C}` ? QuoteOpen<C> : true
  : false
type WithoutBlockComments<T extends string> =
  T extends `${string}/*${string}*/${string}`
    ? T extends `${infer A}/*${string}*/${infer B}` ? WithoutBlockComments<`${A} ${B}`> : never
    : T

/** 'text' and "text" become "". */
export type WithoutQuotes<T extends string> =
  T extends Has<"'"> ? T extends Has<'"'> ? BothQuotes<T> : EmptyQuotes<T, "'">
  : T extends Has<'"'> ? EmptyQuotes<T, '"'>
  : T
type EmptyQuotes<T extends string, Q extends string, Out extends string = ''> =
  T extends `${infer A}${Q}${infer B}` ? EmptyQuotes<AfterQuote<B, Q>, Q, `${Out}${A}""`> : `${Out}${T}`
type AfterQuote<T extends string, Q extends string> =
  T extends `${infer A}${Q}${infer B}` ? A extends `${string}\\` ? AfterQuote<B, Q> : B : ''
/** Both kinds occur: take whichever opens first. */
type BothQuotes<T extends string, Out extends string = ''> =
  T extends `${infer A}'${infer B}`
    ? A extends `${infer C}"${infer D}`
      ? BothQuotes<AfterQuote<`${D}'${B}`, '"'>, `${Out}${C}""`>
      : BothQuotes<AfterQuote<B, "'">, `${Out}${A}""`>
    : EmptyQuotes<T, '"', Out>

/** Line breaks, tabs and runs of blanks become one blank. */
type OneLine<T extends string, Out extends string = ''> =
  T extends `${infer A}\n${infer B}` ? OneLine<SkipBlanks<B>, `${Out}${A} `> : WithoutTabs<`${Out}${T}`>
type SkipBlanks<T extends string> =
  T extends ` ${string}` | `\t${string}`
    ? T extends `    ${string}` ? T extends `    ${infer X}` ? SkipBlanks<X> : never
      : T extends `  ${string}` ? T extends `  ${infer X}` ? SkipBlanks<X> : never
      : T extends ` ${infer X}` | `\t${infer X}` ? SkipBlanks<X> : never
    : T
type WithoutTabs<T extends string> = T extends Has<'\t' | '\r'> ? Tabs<T> : Squeezed<T>
type Tabs<T extends string, Out extends string = ''> =
  T extends `${infer A}\t${infer B}` ? Tabs<B, `${Out}${A} `> : CarriageReturns<`${Out}${T}`>
type CarriageReturns<T extends string, Out extends string = ''> =
  T extends `${infer A}\r${infer B}` ? CarriageReturns<B, `${Out}${A}`> : Squeezed<`${Out}${T}`>
type Squeezed<T extends string, Out extends string = ''> =
  T extends `${infer A}  ${infer B}` ? Squeezed<SkipBlanks<B>, `${Out}${A} `> : `${Out}${T}`

/** `MATCH(` becomes `MATCH (`. */
type Glued = 'MATCH(' | 'CREATE(' | 'MERGE(' | 'match(' | 'create(' | 'merge(' | 'WHERE(' | 'where('
type Unglued<T extends string> =
  T extends Has<Glued> ? Unglue<Unglue<Unglue<Unglue<T, 'MATCH'>, 'CREATE'>, 'MERGE'>, 'WHERE'> : T
type Unglue<T extends string, K extends string, Out extends string = ''> =
  T extends `${infer A}${K}(${infer B}` ? Unglue<B, K, `${Out}${A}${K} (`>
  : T extends `${infer A}${Lowercase<K>}(${infer B}` ? Unglue<B, K, `${Out}${A}${K} (`>
  : `${Out}${T}`

/** A whole statement in canonical form. */
export type Canonical<T extends string> =
  Ended<SkipBlanks<OneLine<Unglued<WithoutQuotes<WithoutBlockComments<WithoutLineComments<T>>>>>>>
type Ended<T extends string> =
  T extends `${string}${';' | ' '}` ? T extends `${infer A};` | `${infer A}; ` | `${infer A} ` ? `${A} ` : never : `${T} `

/** Words that open a clause; upper and lower case as keys, since `Uppercase<>` per word costs more. */
export interface ClauseWords {
  MATCH: 'MATCH'; match: 'MATCH'; OPTIONAL: 'OPTIONAL'; optional: 'OPTIONAL'; WHERE: 'WHERE'; where: 'WHERE'
  WITH: 'WITH'; with: 'WITH'; RETURN: 'RETURN'; return: 'RETURN'; UNWIND: 'UNWIND'; unwind: 'UNWIND'
  ORDER: 'ORDER'; order: 'ORDER'; SKIP: 'SKIP'; skip: 'SKIP'; LIMIT: 'LIMIT'; limit: 'LIMIT'
  CREATE: 'CREATE'; create: 'CREATE'; MERGE: 'MERGE'; merge: 'MERGE'; ON: 'ON'; on: 'ON'
  SET: 'SET'; set: 'SET'; REMOVE: 'REMOVE'; remove: 'REMOVE'; DELETE: 'DELETE'; delete: 'DELETE'
  DETACH: 'DETACH'; detach: 'DETACH'; UNION: 'UNION'; union: 'UNION'; CALL: 'CALL'; call: 'CALL'
  USING: 'PASS'; using: 'PASS'; FOREACH: 'PASS'; foreach: 'PASS'; LOAD: 'PASS'; load: 'PASS'
  USE: 'PASS'; use: 'PASS'; PROFILE: 'PASS'; EXPLAIN: 'PASS'
}
/** Inner keywords, brought to capitals. */
interface InnerWords {
  and: 'AND'; or: 'OR'; xor: 'XOR'; not: 'NOT'; in: 'IN'; as: 'AS'; is: 'IS'; null: 'NULL'; distinct: 'DISTINCT'
  contains: 'CONTAINS'; yield: 'YIELD'; true: 'true'; false: 'false'; TRUE: 'true'; FALSE: 'false'
  STARTS: 'STARTS'; starts: 'STARTS'; ENDS: 'ENDS'; ends: 'ENDS'; desc: 'DESC'; asc: 'ASC'
}
/** [body, rest]: the words up to the next clause; STARTS and ENDS swallow their WITH. */
type Take<T extends string, Out extends string = ''> =
  T extends `${infer W} ${infer X}`
    ? W extends keyof ClauseWords ? Stop<W, T, X, Out>
      : W extends keyof InnerWords
        ? W extends 'STARTS' | 'starts' | 'ENDS' | 'ends'
          ? X extends `${string} ${infer Y}` ? Take<Y, `${Out}${InnerWords[W]} `> : [Out, T]
          : Take<X, `${Out}${InnerWords[W]} `>
        : Take<X, `${Out}${W} `>
    : [WithoutEnd<Out>, T]
type WithoutEnd<T extends string> = T extends `${infer A} ` ? A : T
/** A clause word inside brackets is no clause: `{ MATCH … }`, `[x IN xs WHERE …]`. */
type Stop<W extends keyof ClauseWords, T extends string, X extends string, Out extends string> =
  W extends 'WHERE' | 'where' ? Balanced<Out> extends true ? [WithoutEnd<Out>, T] : Take<X, `${Out}WHERE `>
  : W extends 'order' ? X extends `by ${string}` | `BY ${string}` ? [WithoutEnd<Out>, T] : Take<X, `${Out}order `>
  : Out extends `${string}{ ` ? ToBrace<X, `${Out}${W} `>
  : [WithoutEnd<Out>, T]
/** To the brace that closes. */
type ToBrace<T extends string, Out extends string = ''> =
  T extends `${infer A}}${infer B}`
    ? Balanced<`${Out}${A}}`> extends true ? Take<SkipBlanks<B>, `${Out}${A}} `> : ToBrace<B, `${Out}${A}}`>
    : [Out, T]

/** The body of a clause that stands alone, its inner keywords in capitals. */
export type ClauseBody<T extends string> = T extends Lowered ? Words<Canonical<T>> : T extends Rough ? WithoutEnd<Canonical<T>> : T
/** Constant templates: a text in capitals, and one in canonical form, pay nothing for the treatment of the others. */
type Rough = Has<'\n' | '\t' | '\r' | '  ' | '//' | '/*' | '"' | "'" | ';' | Glued> | ` ${string}` | `${string} `
type Lowered = Has<` ${'and' | 'or' | 'xor' | 'in' | 'as' | 'is' | 'null' | 'contains' | 'desc' | 'asc' | 'TRUE' | 'FALSE'}`> | Has<'not ' | 'distinct ' | 'starts ' | 'ends '>
type Words<T extends string, Out extends string = ''> =
  T extends `${infer W} ${infer X}`
    ? W extends keyof InnerWords ? Words<X, `${Out}${InnerWords[W]} `> : Words<X, `${Out}${W} `>
    : WithoutEnd<Out>

/** [clause, body, rest] */
export type NextClause<T extends string> =
  T extends `${infer W} ${infer X}`
    ? W extends keyof ClauseWords
      ? ClauseWords[W] extends infer K
        ? K extends 'OPTIONAL' | 'ORDER' | 'DETACH' ? X extends `${string} ${infer Y}` ? [K, ...Take<Y>] : never
          : K extends 'ON' ? X extends `${string} ${string} ${infer Y}` ? ['SET', ...Take<Y>] : never
          : K extends 'UNION' ? ['UNION', '', X extends `${'ALL' | 'all'} ${infer Y}` ? Y : X]
          : [K, ...Take<X>]
        : never
      : [never, W, '']
    : [never, T, '']

type AnyBracket = Has<'(' | '[' | '{' | ')' | ']' | '}'>
/** Every bracket that opens also closes; pairs are taken away, their order is not looked at. */
export type Balanced<T extends string> =
  T extends AnyBracket
    ? WithoutPairs<WithoutPairs<WithoutPairs<T, '(', ')'>, '[', ']'>, '{', '}'> extends false ? false : true
    : true
type WithoutPairs<T, O extends string, C extends string> =
  T extends `${infer A}${O}${infer B}` ? B extends `${infer D}${C}${infer E}` ? WithoutPairs<`${A}${D}${E}`, O, C> : false
  : T extends Has<C> ? false
  : T
/** [before, after] of the first D outside brackets, or [all]. */
export type Cut<T extends string, D extends string, Out extends string = ''> =
  T extends `${infer A}${D}${infer X}`
    ? Balanced<`${Out}${A}`> extends true ? [`${Out}${A}`, X] : Cut<X, D, `${Out}${A}${D}`>
    : [`${Out}${T}`]
