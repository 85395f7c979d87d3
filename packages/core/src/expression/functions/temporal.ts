import { cypherFunction } from '../cypher-function.ts'
import type { CypherFunction } from '../cypher-function.ts'
import type { Operand } from '../operand.ts'
import type { Instant, Span, TemporalTypes } from '../temporal-types.ts'
import type { Argument, NullIn, Parameter, ParamsIn, Value } from '../value.ts'
import type { Fields, NullInFields, ParamsInFields } from './fields.ts'

type DateUnit = 'millennium' | 'century' | 'decade' | 'year' | 'weekYear' | 'quarter' | 'month' | 'week' | 'day'
type ClockUnit = 'day' | 'hour' | 'minute' | 'second' | 'millisecond' | 'microsecond'
type DateField = 'year' | 'quarter' | 'month' | 'week' | 'day' | 'dayOfWeek' | 'dayOfQuarter' | 'ordinalDay'
type ClockField = 'hour' | 'minute' | 'second' | 'millisecond' | 'microsecond' | 'nanosecond'
type SpanField = 'years' | 'quarters' | 'months' | 'weeks' | 'days' | `${ClockField}s`

/** A value of JavaScript that is a time, or its text. */
type Moment = Instant | Date
type Given = string | Moment
type One = Given | Value<unknown, unknown> | Parameter<string>
type NullOfGiven<A> = A extends One ? NullIn<A> : NullInFields<A>
type ParamsOfGiven<A> = [A] extends [never] ? {} : A extends One ? {} & ParamsIn<A, string> : ParamsInFields<A>
type Now<T> = CypherFunction<[timezone?: string], T>

/** A temporal type: called, it makes a value of it, from text, from another time or from its parts; of nothing, now. */
export interface TemporalFunction<T, Unit extends string, Part extends string> {
  <const A extends Argument<Given> | Fields<Part, 'timezone'> = never>(
    value?: A,
  ): Operand<T | NullOfGiven<A>, ParamsOfGiven<A>>
  /** A time cut off below a unit, now by default, with parts set anew: `date.truncate($p1, u.born)`. */
  truncate<const A extends Argument<Moment> = never, const F extends Fields<Part, 'timezone'> = {}>(
    unit: Argument<Unit>,
    value?: A,
    fields?: F,
  ): Operand<T | NullIn<A>, ([A] extends [never] ? {} : {} & ParamsIn<A, Moment>) & ParamsInFields<F>>
  /** When the transaction began, the same in all of it: `date.transaction()`. */
  readonly transaction: Now<T>
  /** When the statement began: `date.statement()`. */
  readonly statement: Now<T>
  /** Just now, another in each row: `date.realtime()`. */
  readonly realtime: Now<T>
}
interface DateTimeFunction
  extends TemporalFunction<
    TemporalTypes['datetime'],
    DateUnit | ClockUnit,
    DateField | ClockField | 'epochSeconds' | 'epochMillis'
  > {
  /** So many seconds and nanoseconds after 1970: `datetime.fromepoch($p1, $p2)`. */
  readonly fromepoch: CypherFunction<[seconds: number, nanoseconds: number], TemporalTypes['datetime']>
  /** So many milliseconds after 1970: `datetime.fromepochmillis($p1)`. */
  readonly fromepochmillis: CypherFunction<[milliseconds: number], TemporalTypes['datetime']>
}
type Between = CypherFunction<[from: Moment, to: Moment], Span>
interface DurationFunction {
  <const A extends Argument<string | Span> | Fields<SpanField, never>>(
    value: A,
  ): Operand<Span | NullOfGiven<A>, ParamsOfGiven<A>>
  /** From one time to another, in months, days and seconds: `duration.between(a.at, b.at)`. */
  readonly between: Between
  /** From one time to another in whole months: `duration.inMonths(a.at, b.at)`. */
  readonly inMonths: Between
  /** From one time to another in whole days: `duration.inDays(a.at, b.at)`. */
  readonly inDays: Between
  /** From one time to another in seconds: `duration.inSeconds(a.at, b.at)`. */
  readonly inSeconds: Between
}

/** A function with those whose names begin with its own. */
const family = (name: string, members: string): never =>
  Object.assign(
    cypherFunction(name) as object,
    Object.fromEntries(members.split(' ').map((member) => [member, cypherFunction(`${name}.${member}`)])),
  ) as never
const clock = 'truncate transaction statement realtime'

/** A day: `date({ year: u.year, month: 1 })` makes `date({year: u.year, month: $p1})`; `date()` is today. */
export const date: TemporalFunction<TemporalTypes['date'], DateUnit, DateField> = /* @__PURE__ */ family('date', clock)
/** A moment in a zone: `datetime('2020-01-31T10:30:00Z')` makes `datetime($p1)`. */
export const datetime: DateTimeFunction = /* @__PURE__ */ family('datetime', `${clock} fromepoch fromepochmillis`)
/** A day and time without a zone: `localdatetime()`. */
export const localdatetime: TemporalFunction<
  TemporalTypes['localdatetime'],
  DateUnit | ClockUnit,
  DateField | ClockField
> = /* @__PURE__ */ family('localdatetime', clock)
/** A time of day with an offset: `time({ hour: 12 })` makes `time({hour: $p1})`. */
export const time: TemporalFunction<TemporalTypes['time'], ClockUnit, ClockField> = /* @__PURE__ */ family(
  'time',
  clock,
)
/** A time of day: `localtime('10:30')` makes `localtime($p1)`. */
export const localtime: TemporalFunction<TemporalTypes['localtime'], ClockUnit, ClockField> = /* @__PURE__ */ family(
  'localtime',
  clock,
)
/** A length of time: `duration({ days: 1 })` makes `duration({days: $p1})`, `duration('P1D')` makes `duration($p1)`. */
export const duration: DurationFunction = /* @__PURE__ */ family('duration', 'between inMonths inDays inSeconds')
/** A temporal value as text by a pattern, in Cypher 25: `format(u.born, 'dd.MM.yyyy')` makes `format(u.born, $p1)`. */
export const format: CypherFunction<[value: Instant | Span, pattern?: string], string> =
  /* @__PURE__ */ cypherFunction('format')
