/**
 * Text as the other parsers expect it. Canonical: one blank between words, inner keywords in capitals, text literals
 * emptied to "", no comments, a blank at the end. Every rare treatment stands behind a test on a constant template, so
 * that a text without it pays nothing.
 */

type Has<X extends string> = `${string}${X}${string}`

type Blank = ' ' | '\n' | '\t' | '\r'
type TrimLeft<T extends string> = T extends `${Blank}${infer X}` ? TrimLeft<X> : T
type TrimRight<T extends string> = T extends `${infer X}${Blank}` ? TrimRight<X> : T
export type Trim<T extends string> = TrimRight<TrimLeft<T>>
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
  T extends `${infer A}/*${string}*/${infer B}` ? WithoutBlockComments<`${A} ${B}`> : T

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
  T extends `    ${infer X}` ? SkipBlanks<X> : T extends ` ${infer X}` | `\t${infer X}` ? SkipBlanks<X> : T
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
type Ended<T extends string> = T extends `${infer A};` | `${infer A}; ` | `${infer A} ` ? `${A} ` : `${T} `

/** Words that open a clause; upper and lower case as keys, since `Uppercase<>` per word costs more. */
interface ClauseWords {
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
export type ClauseBody<T extends string> = T extends Lowered ? Words<Canonical<T>> : WithoutEnd<Canonical<T>>
/** A constant template: texts written in capitals pay nothing for the treatment of the others. */
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
