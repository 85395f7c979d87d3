import { GraphError } from '../error/graph-error.ts'
import { brand } from './kind-of.ts'

const form = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2}(?::?\d{2})?)?)$/

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/**
 * A time of day with an offset from UTC: Cypher's `time`. TC39 Temporal has no such value (its times have no offset),
 * so Motif brings its own, with Temporal's names.
 *
 * @example
 * import { OffsetTime } from '@motif/core/offset-time'
 * OffsetTime.from('12:30:00.5+01:00').millisecond // 500
 */
export class OffsetTime {
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** The fraction of the second, in whole nanoseconds: 0 to 999,999,999. */
  readonly subsecondNanoseconds: number
  /** Seconds east of UTC. */
  readonly offsetSeconds: number

  constructor(nanosecondsOfDay: bigint, offsetSeconds: number) {
    if (nanosecondsOfDay < 0n || nanosecondsOfDay >= 86_400_000_000_000n || !(Math.abs(offsetSeconds) < 86_400)) {
      throw new GraphError('USAGE', 'a time lies between 0 and 24 hours, and so does its offset')
    }
    const seconds = Number(nanosecondsOfDay / 1_000_000_000n)
    this.hour = Math.floor(seconds / 3600)
    this.minute = Math.floor(seconds / 60) % 60
    this.second = seconds % 60
    this.subsecondNanoseconds = Number(nanosecondsOfDay % 1_000_000_000n)
    this.offsetSeconds = offsetSeconds
  }

  /**
   * Reads ISO 8601 text such as `12:30:00.5+01:00` or `12:30Z`.
   *
   * @throws GraphError USAGE for any other text.
   */
  static from(text: string): OffsetTime {
    const parts = form.exec(text)
    if (parts === null) throw new GraphError('USAGE', 'a time with an offset is written as 12:30:00.5+01:00')
    const [, hour, minute, second = '0', fraction = '', offset = 'Z'] = parts
    if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
      throw new GraphError('USAGE', 'a time has 0 to 23 hours, 0 to 59 minutes and 0 to 59 seconds')
    }
    const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second)
    return new OffsetTime(BigInt(seconds) * 1_000_000_000n + BigInt(fraction.padEnd(9, '0')), offsetIn(offset))
  }

  static {
    brand(this, 'offset-time')
  }

  get millisecond(): number {
    return Math.floor(this.subsecondNanoseconds / 1_000_000)
  }

  get microsecond(): number {
    return Math.floor(this.subsecondNanoseconds / 1000) % 1000
  }

  get nanosecond(): number {
    return this.subsecondNanoseconds % 1000
  }

  /** The offset as text: `+01:00`. */
  get offset(): string {
    const size = Math.abs(this.offsetSeconds)
    const seconds = size % 60 === 0 ? '' : `:${pad(size % 60, 2)}`
    return `${this.offsetSeconds < 0 ? '-' : '+'}${pad(Math.floor(size / 3600), 2)}:${pad(Math.floor(size / 60) % 60, 2)}${seconds}`
  }

  /** Nanoseconds since midnight, in the time's own offset. */
  get nanosecondsOfDay(): bigint {
    return (
      BigInt(this.hour * 3600 + this.minute * 60 + this.second) * 1_000_000_000n + BigInt(this.subsecondNanoseconds)
    )
  }

  equals(other: OffsetTime): boolean {
    return this.toString() === other.toString()
  }

  toString(): string {
    const fraction = pad(this.subsecondNanoseconds, 9).replace(/0+$/, '')
    return `${pad(this.hour, 2)}:${pad(this.minute, 2)}:${pad(this.second, 2)}${fraction && `.${fraction}`}${this.offset}`
  }

  toJSON(): string {
    return this.toString()
  }
}

const offsetIn = (text: string): number => {
  if (text === 'Z') return 0
  const digits = text.slice(1).replaceAll(':', '')
  const [hours, minutes, seconds] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)].map(Number)
  return (text.startsWith('-') ? -1 : 1) * ((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) || 0
}
