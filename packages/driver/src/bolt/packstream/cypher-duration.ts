import type { Duration } from '@motif/core'

/** Years, months, weeks, days, hours, minutes, seconds, milliseconds, microseconds, nanoseconds: as Temporal has them. */
export type DurationFields = readonly number[]

/**
 * A duration that Temporal.Duration refuses: Cypher's may go forth in months and back in days, and may be longer. It has
 * the same fields, and is written as Cypher writes it: `P1M-2DT3H`.
 */
export class CypherDuration implements Duration {
  readonly years: number
  readonly months: number
  readonly weeks: number
  readonly days: number
  readonly hours: number
  readonly minutes: number
  readonly seconds: number
  readonly milliseconds: number
  readonly microseconds: number
  readonly nanoseconds: number

  constructor(fields: DurationFields) {
    const at = (index: number): number => fields[index] ?? 0
    this.years = at(0)
    this.months = at(1)
    this.weeks = at(2)
    this.days = at(3)
    this.hours = at(4)
    this.minutes = at(5)
    this.seconds = at(6)
    this.milliseconds = at(7)
    this.microseconds = at(8)
    this.nanoseconds = at(9)
  }

  get [Symbol.toStringTag](): 'Temporal.Duration' {
    return 'Temporal.Duration'
  }

  /** That of its largest field: as a whole it has none. */
  get sign(): number {
    const { years, months, weeks, days, hours, minutes, seconds } = this
    return Math.sign(years || months || weeks || days || hours || minutes || seconds || this.#belowSecond)
  }

  toString(): string {
    const { years, months, weeks, days, hours, minutes } = this
    const date = part(years, 'Y') + part(months, 'M') + part(weeks, 'W') + part(days, 'D')
    const time = part(hours, 'H') + part(minutes, 'M') + this.#secondsText
    return `P${date}${time && `T${time}`}`
  }

  toJSON(): string {
    return this.toString()
  }

  get #belowSecond(): number {
    return this.milliseconds * 1_000_000 + this.microseconds * 1000 + this.nanoseconds
  }

  /** Seconds and what is below them are of one sign. */
  get #secondsText(): string {
    const below = this.#belowSecond
    if (below === 0) return part(this.seconds, 'S')
    const sign = this.seconds < 0 || below < 0 ? '-' : ''
    const fraction = String(Math.abs(below)).padStart(9, '0').replace(/0+$/, '')
    return `${sign}${Math.abs(this.seconds)}.${fraction}S`
  }
}

const part = (value: number, unit: string): string => (value === 0 ? '' : `${value}${unit}`)
