import type { LabelExpression } from '../ast/pattern.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type { Failure } from './binding.ts'
import { type Cursor, NO_STOPS } from './cursor.ts'
import type { Trim } from './lex.ts'

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
  if (cursor.key === '$') cursor.fail('labels chosen at run time are not understood')
  return { kind: 'label', name: cursor.name('a label') }
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
  if (cursor.key !== '|' || cursor.stops.has('|')) return first
  const of = [first]
  while (!cursor.stops.has('|') && cursor.take('|')) {
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

/** The properties of a label term: 'A&B' has both, a union either. */
export type NodeProperties<S extends SchemaShape, L extends string> = L extends keyof S['nodes']
  ? S['nodes'][L]['properties']
  : L extends `${infer A}&${infer B}`
    ? NodeProperties<S, A> & NodeProperties<S, B>
    : Record<string, unknown>
export type RelationshipProperties<S extends SchemaShape, T extends string> = T extends keyof S['relationships']
  ? S['relationships'][T]['properties']
  : Record<string, unknown>
