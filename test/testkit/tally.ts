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
  /** Of features that the driver does not have, or versions that it does not speak. */
  'not claimed': number
  /** Those of `known.ts`. */
  known: number
  failed: number
}

export interface Tally {
  readonly total: Count
  readonly folders: Readonly<Record<string, Count>>
  readonly known: Readonly<Record<string, string>>
  readonly failed: readonly string[]
}

/** Counts by folder. */
export const tally = (verdicts: readonly Verdict[]): Tally => {
  const total = none()
  const folders: Record<string, Count> = {}
  const known: [string, string][] = []
  for (const { id, verdict, detail } of verdicts.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const kind = verdict !== 'skipped' ? verdict : detail.startsWith('Needs support for ') ? 'not claimed' : 'known'
    const folder = /^tests\.stub\.([^.]+)/.exec(id)?.[1] ?? id
    const count = (folders[folder] ??= none())
    count[kind]++
    total[kind]++
    if (kind === 'known') known.push([id, detail])
  }
  const failed = verdicts.filter(({ verdict }) => verdict === 'failed').map(({ id }) => id)
  return { total, folders, known: Object.fromEntries(known), failed: failed.toSorted() }
}

const none = (): Count => ({ passed: 0, 'not claimed': 0, known: 0, failed: 0 })
