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

/**
 * One piece of a text, by groups: blanks and comments, a word, a text, a quoted name with the `$` before it, a parameter,
 * a number (`1`, `1_000`, `1.5`, `.5`, `1e-9`, `0xff`; `1..3` is a number and a range); signs are what is left.
 */
const PIECE =
  // oxlint-disable-next-line no-control-regex -- Cypher counts four separators among them as blanks
  /([\s\x1c-\x1f\u180e]+|\/\/[^\n]*|\/\*[^]*?\*\/)|([A-Za-z_]\w*)|('[^'\\]*(?:\\[^][^'\\]*)*'|"[^"\\]*(?:\\[^][^"\\]*)*")|(\$?)`([^`]*(?:``[^`]*)*)`(?!`)|\$(\w*)|(0[xXoO]\w+|(?=\.?\d)[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d[\d_]*)?)|<[>=]|[>+]=|=~|\|\||\.\.|::|[\ud800-\udbff][\udc00-\udfff]|[^]/y

/**
 * What a name goes on with where a letter is none of ASCII: few texts need these, and they take a millisecond to be made
 * ready. `$` is a currency sign as well, but begins a parameter.
 */
const REST = String.raw`(?:(?!\$)[\p{ID_Continue}\p{Pc}\p{Sc}])*`
const FOREIGN_REST = new RegExp(REST, 'uy')
const FOREIGN_WORD = new RegExp(String.raw`(?!\$)[\p{ID_Start}\p{Pc}\p{Sc}]${REST}`, 'uy')

/** The offset after what begins at `at` with a letter that ASCII lacks, or `at` if nothing does. */
const endOf = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at
  return text.charCodeAt(at) > 127 && pattern.test(text) ? pattern.lastIndex : at
}

const OPENING: Readonly<Record<string, string>> = { "'": 'text', '"': 'text', '`': 'back-tick', '/*': 'comment' }

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
  const add = (kind: TokenKind, value: string, end: number, key = ''): void => {
    tokens.push({ kind, key, value, start: at, end })
    at = end
  }
  while (at < text.length) {
    PIECE.lastIndex = at
    // It fits everywhere, if only by its last alternative; then the groups before it are undefined.
    const found = PIECE.exec(text) as readonly (string | undefined)[]
    const [piece = '', blank, word, quoted, dollar, name, parameter, number] = found
    const end = at + piece.length
    const rest = endOf(FOREIGN_REST, text, end)
    const foreign = endOf(FOREIGN_WORD, text, at)
    if (blank !== undefined) at = end
    // Capitals of some foreign letters are ASCII: they must not make a keyword.
    else if (word !== undefined) add('word', text.slice(at, rest), rest, rest === end ? word.toUpperCase() : '')
    else if (quoted !== undefined) add('text', unescape(quoted.slice(1, -1)), end)
    else if (name !== undefined) add(dollar === '' ? 'name' : 'parameter', name.replaceAll('``', '`'), end)
    else if (number !== undefined) add('number', number, end)
    else if (parameter !== undefined && rest > at + 1) add('parameter', text.slice(at + 1, rest), rest)
    else if (foreign > at) add('word', text.slice(at, foreign), foreign)
    else {
      const open = OPENING[text.startsWith('/*', at) ? '/*' : piece]
      if (open !== undefined) throw syntaxError(text, { offset: at }, `a ${open} is never closed`)
      add('sign', piece, end, piece)
    }
  }
  add('end', '', at, '<end>')
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
type BeforeComment<L extends string, Before extends string = ''> = L extends `${infer A}//${infer B}`
  ? QuoteOpen<`${Before}${A}`> extends true
    ? BeforeComment<B, `${Before}${A}//`>
    : `${Before}${A}`
  : `${Before}${L}`
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
export type Glued = `${GluedWord | Lowercase<GluedWord>}(` | 'CALL{' | 'call{'
type GluedWord = 'MATCH' | 'CREATE' | 'MERGE' | 'WHERE' | 'CALL' | 'FOREACH'
type Unglued<T extends string> =
  T extends Has<Glued> ? Unglue<Unglue<UnglueRare<Unglue<Unglue<T, 'MATCH'>, 'CREATE'>>, 'MERGE'>, 'WHERE'> : T
type UnglueRare<T extends string> = T extends `${string}${'CALL' | 'FOREACH' | 'call' | 'foreach'}${'(' | '{'}${string}`
  ? Unglue<Unglue<Unglue<T, 'CALL'>, 'FOREACH'>, 'CALL', '{'>
  : T
type Unglue<
  T extends string,
  K extends string,
  C extends string = '(',
  Out extends string = '',
> = T extends `${infer A}${K}${C}${infer B}`
  ? Unglue<B, K, C, `${Out}${A}${K} ${C}`>
  : T extends `${infer A}${Lowercase<K>}${C}${infer B}`
    ? Unglue<B, K, C, `${Out}${A}${K} ${C}`>
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
