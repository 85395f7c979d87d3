import type { TemporalPolicy } from '../schema/type-script-of.ts'

const temporals: ReadonlySet<string> = new Set(['date', 'time', 'localTime', 'dateTime', 'localDateTime', 'duration'])

/** Which temporal types a policy reads as text. */
export const isReadAsText = (kind: string, policy: TemporalPolicy): boolean =>
  policy === 'string'
    ? temporals.has(kind)
    : policy === 'date' && (kind === 'time' || kind === 'localTime' || kind === 'duration')
