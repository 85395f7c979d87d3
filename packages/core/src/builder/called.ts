import type { ValueBinding } from '../grammar/binding.ts'
import type { ValueOf } from '../grammar/expression.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type { Broken, IsBroken } from './broken.ts'
import type { Query } from './query.ts'
import type { Runnable } from './runnable.ts'
import type { TransactionStatus } from './transactions.ts'

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false

/** The columns of a subquery as names: a node that is returned as it is stays one. */
type Returned<S extends SchemaShape, Inner, Row, Null> = [Row] extends [never]
  ? {}
  : {
      readonly [K in keyof Row]: K extends keyof Inner
        ? Same<ValueOf<S, Inner[K]>, Row[K]> extends true
          ? [Null] extends [never]
            ? Inner[K]
            : Nullable<Inner[K]>
          : ValueBinding<Row[K] | Null>
        : ValueBinding<Row[K] | Null>
    }
type Nullable<B> = B extends { readonly kind: infer K extends string; readonly value: infer X }
  ? { readonly [Q in keyof B]: Q extends 'value' ? X | null : B[Q] } & { readonly kind: K }
  : B extends { readonly kind: `optional-${string}` }
    ? B
    : B extends { readonly kind: infer K extends string; readonly labels: infer L }
      ? { readonly kind: `optional-${K}`; readonly labels: L }
      : B

type StatusIn<Status extends string> = { readonly [K in Status]: ValueBinding<TransactionStatus> }

/** The query after a subquery that a callback built: its columns join the names; one without columns changes none. */
export type Called<
  S extends SchemaShape,
  Scope,
  P,
  Row,
  Built,
  Null = never,
  Status extends string = never,
> = Built extends IsBroken
  ? Broken
  : Built extends Query<S, infer Inner, infer P2, infer R, infer _>
    ? Query<S, Scope & Returned<S, Inner, R, Null> & StatusIn<Status>, P & P2, Row, {}>
    : Built extends Runnable<infer P2, infer R>
      ? Query<S, Scope & Returned<S, {}, R, Null> & StatusIn<Status>, P & P2, Row, {}>
      : Broken
