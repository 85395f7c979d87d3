import type { Expression } from '../ast/expression.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type { Scoped, ValueBinding } from './binding.ts'
import { BAR, type Cursor } from './cursor.ts'
import { type PathText, type ReadArguments, readEach, readValues } from './call.ts'
import type { Punctuated, ReadExpression, Typed } from './expression.ts'
import type { Trim } from './lex.ts'
import type { Cut } from './pair.ts'
import { patternAhead, readPattern, type ReadPatterns } from './pattern.ts'

const readWhere = (cursor: Cursor): Expression | undefined =>
  cursor.take('WHERE') ? cursor.expression(BAR) : undefined

/** `[x IN list WHERE condition | value]` */
const readListComprehension = (cursor: Cursor): Expression => {
  const each = readEach(cursor, BAR)
  const where = readWhere(cursor)
  const value = cursor.take('|') ? cursor.expression() : undefined
  cursor.expect(']')
  return { kind: 'list-comprehension', ...each, where, yield: value }
}

/** `[(u)-[:WROTE]->(p) WHERE condition | value]` */
const readPatternComprehension = (cursor: Cursor): Expression => {
  const pattern = readPattern(cursor)
  const where = readWhere(cursor)
  cursor.expect('|', "WHERE or '|'")
  const value = cursor.expression()
  cursor.expect(']')
  return { kind: 'pattern-comprehension', pattern, where, yield: value }
}

/** A path is a comprehension's only if a bar follows it: `[(u)-->()]` is a list of one predicate. */
const comprehensionAhead = (cursor: Cursor): boolean => {
  if (cursor.isName() && cursor.peek(1).key === '=') return patternAhead(cursor, cursor.at + 2)
  if (!patternAhead(cursor, cursor.at)) return false
  const close = cursor.mates[cursor.at - 1] ?? 0
  for (let at = cursor.at; at < close; at += 1) {
    const { key } = cursor.tokens[at] ?? cursor.peek()
    if (key === '|') return true
    if (key === ',') return false
    at = Math.max(at, cursor.mates[at] ?? 0)
  }
  return false
}

/**
 * What a square bracket opens where a value is expected: a list or one of the two comprehensions.
 *
 * @example
 * readBracket(cursor) // '[n IN nodes(p) | n.name]' → { kind: 'list-comprehension', variable: 'n', … }
 */
export const readBracket = (cursor: Cursor): Expression => {
  cursor.at += 1
  if (cursor.isName() && cursor.peek(1).key === 'IN') return readListComprehension(cursor)
  return comprehensionAhead(cursor)
    ? readPatternComprehension(cursor)
    : { kind: 'list', items: readValues(cursor, ']') }
}

// The same for the compiler.

/** The body of `[ … ]` where a value is expected: a list, or one of the two comprehensions. */
export type ReadBracket<S extends SchemaShape, Scope, L extends string> = L extends ''
  ? Typed<never[], {}>
  : L extends `${string}${' IN ' | '|'}${string}`
    ? L extends `${infer V} IN ${infer X}`
      ? V extends Punctuated
        ? BarList<S, Scope, L>
        : Comprehended<S, ReadEach<S, Scope, V, Where<Cut<X, '|'>>>, Where<Cut<X, '|'>>>
      : BarList<S, Scope, L>
    : ListOf<ReadArguments<S, Scope, L>>
type ListOf<X> = X extends Typed<infer T, infer P> ? Typed<T[], P> : X

/** [list, condition, value] of `list WHERE condition | value`; null where there is none. */
type Where<C> = C extends [infer X extends string, ...infer V]
  ? Cut<X, ' WHERE '> extends [infer E extends string, infer W extends string]
    ? [Trim<E>, Trim<W>, V extends [infer Y extends string] ? Trim<Y> : null]
    : [Trim<X>, null, V extends [infer Y extends string] ? Trim<Y> : null]
  : never

/** `x IN list`: the scope with the name in it, and what the list asks for. */
export type ReadEach<S extends SchemaShape, Scope, V extends string, C> = C extends [
  infer E extends string,
  ...unknown[],
]
  ? ReadExpression<S, Scope, E> extends infer X
    ? X extends Typed<infer T, infer P>
      ? Typed<ElementOf<T>, P> & { readonly scope: Omit<Scope, V> & { readonly [K in V]: ValueBinding<ElementOf<T>> } }
      : X
    : never
  : never
/** What a list holds; unknown when it is no list that we know. */
export type ElementOf<T> = NonNullable<T> extends readonly (infer E)[] ? E : unknown

type Comprehended<S extends SchemaShape, Each, C> = Each extends {
  readonly type: infer E
  readonly params: infer P
  readonly scope: infer Inner
}
  ? C extends [string, infer W, infer V]
    ? Yield<ReadOptional<S, Inner, W, 0>, ReadOptional<S, Inner, V, E>, P>
    : never
  : Each
/** The type of an expression that may be left out: then of something else. */
type ReadOptional<S extends SchemaShape, Scope, E, Else> = E extends string
  ? ReadExpression<S, Scope, E>
  : Typed<Else, {}>
type Yield<W, V, P> =
  W extends Typed<unknown, infer P1> ? (V extends Typed<infer T, infer P2> ? Typed<T[], P & P1 & P2> : V) : W

/** A bar, and no `name IN`: a pattern comprehension, or a list of something with a bar in it. */
type BarList<S extends SchemaShape, Scope, L extends string> = L extends PathText | `${string}=${string}${PathText}`
  ? Where<Cut<L, '|'>> extends [infer Q extends string, infer W, infer V]
    ? V extends null
      ? ListOf<ReadArguments<S, Scope, L>>
      : ReadPatterns<S, Q, Scope, {}> extends infer X
        ? X extends Scoped<infer Inner, infer P>
          ? Yield<ReadOptional<S, Inner, W, 0>, ReadOptional<S, Inner, V, 0>, P>
          : X
        : never
    : never
  : ListOf<ReadArguments<S, Scope, L>>
