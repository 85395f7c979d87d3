import type { Yielded, YieldsOf } from '../grammar/procedure.ts'
import type { Parameter, Value } from '../expression/value.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'

/** The columns of a procedure as YIELD takes them: `label`, `label AS l`; any where the schema does not know it. */
export type YieldItem<S extends SchemaShape, N extends string> =
  YieldsOf<S, N> extends infer Y
    ? unknown extends Y
      ? string
      : (keyof Y & string) | `${keyof Y & string} AS ${string}`
    : never

type NameIn<I> = I extends `${string} AS ${infer A}` ? A : I
type ColumnIn<I> = I extends `${infer C} AS ${string}` ? C : I

/** The names that some columns join the scope by. */
export type YieldedNames<S extends SchemaShape, N extends string, C extends readonly string[]> = {
  readonly [I in C[number] as NameIn<I> & string]: Yielded<
    ColumnIn<I> extends keyof YieldsOf<S, N> ? YieldsOf<S, N>[ColumnIn<I>] : unknown
  >
}

type ArgumentsOf<S extends SchemaShape, N extends string> = S extends { procedures: infer F }
  ? N extends keyof F
    ? F[N] extends { arguments: infer A }
      ? A
      : readonly unknown[]
    : readonly unknown[]
  : readonly unknown[]

type Each<A> = { readonly [I in keyof A]: A[I] | Value<A[I] | null, unknown> | Parameter<string> }
/** What a procedure takes: values, named parameters, values of the query. */
export type Given<S extends SchemaShape, N extends string> = Each<ArgumentsOf<S, N>>

type ParamsOne<V, T> = V extends Parameter<infer K> ? { [Q in K]: T } : V extends Value<unknown, infer P> ? P : {}
type Asked<V, A> = { [I in keyof V]: (x: ParamsOne<V[I], I extends keyof A ? A[I] : unknown>) => 0 }
/** The parameters that what is given asks for, each of its argument's type. */
export type ParamsGiven<S extends SchemaShape, N extends string, V> = V extends readonly []
  ? {}
  : Asked<V, ArgumentsOf<S, N>> extends readonly ((x: infer P) => 0)[]
    ? P
    : {}
