import { aggregate } from './call.ts'
import type { Operand } from './operand.ts'
import { Operation, treeOf } from './operation.ts'
import type { Span } from './temporal-types.ts'
import type { Value } from './value.ts'

// Every cast below has one reason: run time carries trees, and the types beside it say what a tree stands for.

/** Counts rows, or the values that are not null: `count(f)`, `count(*)`. */
export const count = <P = {}>(value?: Value<unknown, P>): Operand<number, P> =>
  (value === undefined
    ? new Operation({ kind: 'call', name: 'count', distinct: false, star: true, arguments: [] })
    : aggregate('count', value)) as unknown as Operand<number, P>

/** A list of the values that are not null: `collect(post.title)`. */
export const collect = <T, P = {}>(value: Value<T, P>): Operand<NonNullable<T>[], P> =>
  aggregate('collect', value) as unknown as Operand<NonNullable<T>[], P>

/** What is added up: numbers, or lengths of time. */
type Addable = number | bigint | Span | null
/** A literal is a number like others. */
type Total<T> = T extends number ? number : T extends bigint ? bigint : NonNullable<T>

/** `sum(f.distance)`; 0 over no rows. */
export const sum = <T extends Addable, P = {}>(value: Value<T, P>): Operand<Total<T>, P> =>
  aggregate('sum', value) as never

/** `avg(f.distance)`; null over no rows. */
export const avg = <T extends Addable, P = {}>(value: Value<T, P>): Operand<Total<T> | null, P> =>
  aggregate('avg', value) as never

/** `min(f.distance)`; null over no rows. */
export const min = <T, P = {}>(value: Value<T, P>): Operand<T | null, P> =>
  aggregate('min', value) as unknown as Operand<T | null, P>

/** `max(f.distance)`; null over no rows. */
export const max = <T, P = {}>(value: Value<T, P>): Operand<T | null, P> =>
  aggregate('max', value) as unknown as Operand<T | null, P>

/** Inside an aggregate, each value once: `count(distinct(f))` makes `count(DISTINCT f)`. */
export const distinct = <T, P = {}>(value: Value<T, P>): Value<T, P> =>
  new Operation({
    kind: 'call',
    name: '',
    distinct: true,
    star: false,
    arguments: [treeOf(value, 'distinct()')],
  }) as unknown as Value<T, P>
