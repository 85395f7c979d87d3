/** What became of one test. */
export interface Verdict {
  readonly id: string
  readonly verdict: 'passed' | 'skipped' | 'failed'
  readonly seconds: number
  /** Why it was skipped, or how it failed. */
  readonly detail: string
}

export interface Count {
  passed: number
  skipped: number
  failed: number
}

export interface Tally {
  readonly total: Count
  readonly folders: Readonly<Record<string, Count>>
  readonly failed: readonly string[]
}

/** Counts by folder. */
export const tally = (verdicts: readonly Verdict[]): Tally => {
  const total: Count = { passed: 0, skipped: 0, failed: 0 }
  const folders: Record<string, Count> = {}
  for (const { id, verdict } of verdicts) {
    const folder = /^tests\.stub\.([^.]+)/.exec(id)?.[1] ?? id
    const count = (folders[folder] ??= { passed: 0, skipped: 0, failed: 0 })
    count[verdict]++
    total[verdict]++
  }
  const failed = verdicts.filter(({ verdict }) => verdict === 'failed').map(({ id }) => id)
  return { total, folders, failed: failed.toSorted() }
}
