import type { Duration } from '@motif/core'

const big = (value: number): bigint => BigInt(value)

/** A duration as Cypher keeps it: three amounts that are not turned into each other. */
export interface DurationParts {
  readonly months: bigint
  readonly days: bigint
  readonly nanoseconds: bigint
}

/** What Cypher keeps of a duration; two that differ in hours and minutes alone are the same. */
export const partsOfDuration = (value: Duration): DurationParts => {
  const seconds = big(value.hours) * 3600n + big(value.minutes) * 60n + big(value.seconds)
  const below = big(value.milliseconds) * 1_000_000n + big(value.microseconds) * 1_000n + big(value.nanoseconds)
  return {
    months: big(value.years) * 12n + big(value.months),
    days: big(value.weeks) * 7n + big(value.days),
    nanoseconds: seconds * 1_000_000_000n + below,
  }
}

/** A duration of any signs and any length, which Temporal's own is not: the drivers take it by its fields. */
export class StoredDuration implements Duration {
  readonly years = 0
  readonly months: number
  readonly weeks = 0
  readonly days: number
  readonly hours: number
  readonly minutes = 0
  readonly seconds: number
  readonly milliseconds = 0
  readonly microseconds = 0
  readonly nanoseconds: number

  constructor({ months, days, nanoseconds }: DurationParts) {
    this.months = Number(months)
    this.days = Number(days)
    this.hours = Number(nanoseconds / 3_600_000_000_000n)
    this.seconds = Number((nanoseconds / 1_000_000_000n) % 3_600n)
    this.nanoseconds = Number(nanoseconds % 1_000_000_000n)
  }

  get [Symbol.toStringTag](): 'Temporal.Duration' {
    return 'Temporal.Duration'
  }

  get sign(): number {
    return Math.sign(this.months || this.days || this.hours || this.seconds || this.nanoseconds)
  }

  toString(): string {
    const { months, days, hours, seconds, nanoseconds } = this
    const sign = seconds < 0 || nanoseconds < 0 ? '-' : ''
    const fraction = String(Math.abs(nanoseconds)).padStart(9, '0')
    return `P${months}M${days}DT${hours}H${sign}${Math.abs(seconds)}.${fraction}S`
  }

  toJSON(): string {
    return this.toString()
  }
}
