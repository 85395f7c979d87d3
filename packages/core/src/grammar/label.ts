import type { DynamicLabel, LabelExpression } from '../ast/pattern.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type { AnyFailure, Failure } from './binding.ts'
import { type Cursor, NO_STOPS } from './cursor.ts'
import type { Has, Trim } from './lex.ts'
import type { Cut } from './pair.ts'

const readOperand = (cursor: Cursor): LabelExpression => {
  if (cursor.take('%')) return { kind: 'wildcard' }
  if (cursor.take('!')) {
    cursor.enter()
    const of = readOperand(cursor)
    cursor.depth -= 1
    return { kind: 'not', of }
  }
  if (cursor.take('(')) {
    const outer = cursor.stops
    cursor.stops = NO_STOPS
    const inner = readAny(cursor)
    cursor.stops = outer
    cursor.expect(')')
    return inner
  }
  return readDynamicLabel(cursor) ?? { kind: 'label', name: cursor.name('a label') }
}

/** `$(…)`, `$all(…)`, `$any(…)`, if that is what stands here. */
export const readDynamicLabel = (cursor: Cursor): DynamicLabel | undefined => {
  const { kind, key, value } = cursor.peek()
  const quantified = kind === 'parameter' && cursor.peek(1).key === '(' && /^a(?:ll|ny)$/i.test(value)
  if (key !== '$' && !quantified) return undefined
  cursor.at += 1
  cursor.expect('(')
  const of = cursor.expression()
  cursor.expect(')')
  return { kind: 'dynamic', all: !/y$/i.test(value), of }
}

const readAll = (cursor: Cursor): LabelExpression => {
  const first = readOperand(cursor)
  if (cursor.key !== '&' && cursor.key !== ':') return first
  const of = [first]
  while (cursor.take('&') || cursor.take(':')) of.push(readOperand(cursor))
  return { kind: 'all-of', of: of }
}

const readAny = (cursor: Cursor): LabelExpression => {
  const first = readAll(cursor)
  if (cursor.key !== '|' || cursor.barEnds()) return first
  const of = [first]
  while (cursor.key === '|' && !cursor.barEnds()) {
    cursor.at += 1
    cursor.take(':') // [:A|:B], the older way
    of.push(readAll(cursor))
  }
  return { kind: 'any-of', of: of }
}

/**
 * What follows the colon of a node, a relationship or a label test: `A`, `A:B`, `A&B`, `A|B`, `!A`, `%`, with brackets.
 *
 * @example
 * readLabels(cursor) // 'Admin|Owner' → { kind: 'any-of', of: [{ kind: 'label', name: 'Admin' }, …] }
 */
export const readLabels = (cursor: Cursor): LabelExpression => readAny(cursor)

// The same for the compiler.

/** The names that begin as typed so far. */
export type StartingWith<K, P extends string> = Extract<K, `${P}${string}`>

/** `; did you mean 'User'?`: the names that share the first three letters, else two, else one. */
export type Suggestion<K, T extends string> = T extends `${infer A}${infer B}${infer C}${string}`
  ? Nearest<K, `${A}${B}${C}`, Nearest<K, `${A}${B}`, Nearest<K, A, ''>>>
  : T extends `${infer A}${string}`
    ? Nearest<K, A, ''>
    : ''
type Nearest<K, P extends string, Else> =
  StartingWith<K, P> extends infer H ? ([H] extends [never] ? Else : `; did you mean '${H & string}'?`) : never

/** The labels of `A`, `A|B`, `A&B`, `A:B`; the tail is what follows in the text, for completions. */
export type ReadLabels<
  S extends SchemaShape,
  T extends string,
  Tail extends string,
  Default extends string,
> = T extends keyof S['nodes']
  ? T
  : T extends `${infer A}|${infer B}`
    ? ReadLabels<S, Trim<A>, `|${B}${Tail}`, Default> | ReadLabels<S, Trim<B>, Tail, Default>
    : T extends `${infer A}&${infer B}`
      ? Both<ReadLabels<S, Trim<A>, `&${B}${Tail}`, Default>, ReadLabels<S, Trim<B>, Tail, Default>>
      : T extends `${infer A}:${infer B}`
        ? Both<ReadLabels<S, Trim<A>, `:${B}${Tail}`, Default>, ReadLabels<S, Trim<B>, Tail, Default>>
        : Failure<
            `there is no label '${T}'${Suggestion<keyof S['nodes'], T> & string}`,
            T,
            Tail,
            StartingWith<Default extends '*' ? keyof S['nodes'] : Default, T>
          >
type Both<A, B> = A extends string ? (B extends string ? `${A}&${B}` : B) : A

/**
 * Labels with `!`, `%`, brackets, back-ticks, `$(…)`, of which the schema knows `Names`: a union of terms such as `A&B`;
 * `*` where any may be meant.
 */
export type ReadLabelExpression<
  Names,
  T extends string,
  Tail extends string,
  Offered,
  What extends string,
> = T extends keyof Names
  ? T
  : T extends Has<'|'>
    ? Cut<T, '|'> extends [infer A extends string, infer B extends string]
      ? Either<
          ReadLabelExpression<Names, Trim<A>, '', Offered, What>,
          ReadLabelExpression<Names, Trim<B extends `:${infer C}` ? C : B>, Tail, Offered, What>
        >
      : AllLabels<Names, T, Tail, Offered, What>
    : AllLabels<Names, T, Tail, Offered, What>
type AllLabels<Names, T extends string, Tail extends string, Offered, What extends string> =
  T extends Has<'&'>
    ? Cut<T, '&'> extends [infer A extends string, infer B extends string]
      ? Met<ReadLabelExpression<Names, Trim<A>, '', Offered, What>, AllLabels<Names, Trim<B>, Tail, Offered, What>>
      : LabelOperand<Names, T, Tail, Offered, What>
    : Cut<T, ':'> extends [infer A extends string, infer B extends string]
      ? Met<ReadLabelExpression<Names, Trim<A>, '', Offered, What>, AllLabels<Names, Trim<B>, Tail, Offered, What>>
      : LabelOperand<Names, T, Tail, Offered, What>
type LabelOperand<Names, T extends string, Tail extends string, Offered, What extends string> = T extends keyof Names
  ? T
  : T extends '%' | `$${string}`
    ? '*'
    : T extends `!${infer X}`
      ? AnyBut<LabelOperand<Names, Trim<X>, Tail, Offered, What>>
      : T extends `(${infer X})`
        ? ReadLabelExpression<Names, Trim<X>, '', Offered, What>
        : T extends `\`${infer X}\``
          ? LabelOperand<Names, X, '', never, What>
          : Failure<
              `there is no ${What} '${T}'${Suggestion<keyof Names, T> & string}`,
              T,
              Tail,
              StartingWith<Offered, T>
            >
type AnyBut<A> = A extends AnyFailure ? A : '*'
type Either<A, B> = [A] extends [string] ? ([B] extends [string] ? A | B : B) : A
type Met<A, B> = [A] extends [string] ? ([B] extends [string] ? Join<A, B> : B) : A
/** Of a label and any other the label is known. */
type Join<A extends string, B extends string> = A extends '*' ? B : B extends '*' ? A : `${A}&${B}`

/** The properties of a label term: 'A&B' has both, a union either. */
export type NodeProperties<S extends SchemaShape, L extends string> = L extends keyof S['nodes']
  ? S['nodes'][L]['properties']
  : L extends `${infer A}&${infer B}`
    ? NodeProperties<S, A> & NodeProperties<S, B>
    : Record<string, unknown>
export type RelationshipProperties<S extends SchemaShape, T extends string> = T extends keyof S['relationships']
  ? S['relationships'][T]['properties']
  : Record<string, unknown>
