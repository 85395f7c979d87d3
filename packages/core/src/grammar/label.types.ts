import type { SchemaShape } from '../schema/schema-shape.ts'
import type { Failure } from './binding.ts'
import type { Trim } from './lex.types.ts'

/** The names that begin as typed so far. */
export type StartingWith<K, P extends string> = Extract<K, `${P}${string}`>

/** `; did you mean 'User'?`: the names that share the first three letters, else two, else one. */
export type Suggestion<K, T extends string> =
  T extends `${infer A}${infer B}${infer C}${string}` ? Nearest<K, `${A}${B}${C}`, Nearest<K, `${A}${B}`, Nearest<K, A, ''>>>
  : T extends `${infer A}${string}` ? Nearest<K, A, ''>
  : ''
type Nearest<K, P extends string, Else> =
  StartingWith<K, P> extends infer H ? [H] extends [never] ? Else : `; did you mean '${H & string}'?` : never

/** The labels of `A`, `A|B`, `A&B`, `A:B`; the tail is what follows in the text, for completions. */
export type ParseLabels<S extends SchemaShape, T extends string, Tail extends string, Default extends string> =
  T extends keyof S['nodes'] ? T
  : T extends `${infer A}|${infer B}` ? ParseLabels<S, Trim<A>, `|${B}${Tail}`, Default> | ParseLabels<S, Trim<B>, Tail, Default>
  : T extends `${infer A}&${infer B}` ? Both<ParseLabels<S, Trim<A>, `&${B}${Tail}`, Default>, ParseLabels<S, Trim<B>, Tail, Default>>
  : T extends `${infer A}:${infer B}` ? Both<ParseLabels<S, Trim<A>, `:${B}${Tail}`, Default>, ParseLabels<S, Trim<B>, Tail, Default>>
  : Failure<`there is no label '${T}'${Suggestion<keyof S['nodes'], T> & string}`, T, Tail, StartingWith<Default extends '*' ? keyof S['nodes'] : Default, T>>
type Both<A, B> = A extends string ? B extends string ? `${A}&${B}` : B : A

/** The properties of a label term: 'A&B' has both, a union either. */
export type NodeProperties<S extends SchemaShape, L extends string> =
  L extends keyof S['nodes'] ? S['nodes'][L]['properties']
  : L extends `${infer A}&${infer B}` ? NodeProperties<S, A> & NodeProperties<S, B>
  : Record<string, unknown>
export type RelationshipProperties<S extends SchemaShape, T extends string> =
  T extends keyof S['relationships'] ? S['relationships'][T]['properties'] : Record<string, unknown>
