import { grouped } from '../catalog/words.ts'
import type { Pace } from './pace.ts'

/** How far some work has come. */
export interface WorkProgress {
  /** What is done. @defaultValue `'reading'` */
  readonly verb?: string | undefined
  /** What it is done to: `nodes`, a label. */
  readonly what: string
  readonly done: number
  /** Left out when nobody knows. */
  readonly total?: number | undefined
  /** True when things are counted, not steps: the rate a second is told. */
  readonly counted?: boolean | undefined
}

const cells = 24

const bar = (done: number, total: number): string => {
  const full = Math.min(cells, Math.floor((cells * done) / Math.max(total, 1)))
  return `${'█'.repeat(full)}${'░'.repeat(cells - full)} `
}

/** A label may hold anything, a terminal's own commands too. */
const printable = (text: string): string => text.replaceAll(/\p{Cc}/gu, '�')

const titleOf = ({ verb = 'reading', what }: WorkProgress): string => `${verb} ${printable(what)}`

const rateOf = (progress: WorkProgress, pace: Pace): string =>
  progress.counted === true ? pace.text(titleOf(progress), progress.done) : ''

/** The line that moves on a terminal: `████░░ writing nodes 1,500/3,000, 12,000/s`. */
export const movingText = (progress: WorkProgress, pace: Pace): string => {
  const { done, total } = progress
  const far = total === undefined ? '' : bar(done, total)
  const count = `${grouped(done)}${total === undefined ? '' : `/${grouped(total)}`}`
  return `${far}${titleOf(progress)} ${count}${rateOf(progress, pace)}`
}

/** A line of a log: `writing nodes (1,500 of 3,000, 12,000/s)`. */
export const plainText = (progress: WorkProgress, pace: Pace): string => {
  const { done, total } = progress
  const count = `${grouped(done)}${total === undefined ? '' : ` of ${grouped(total)}`}`
  return `${titleOf(progress)} (${count}${rateOf(progress, pace)})`
}
