import type { Executor, QueryParameter } from '@motif/core'

/** A text as it is sent. */
export interface Request {
  readonly text: string
  readonly params: Readonly<Record<string, unknown>>
  readonly parameters?: readonly QueryParameter[]
}

/** What came of a text: rows, or what was said against it. */
export type Answer =
  | { readonly columns: readonly string[]; readonly rows: readonly Readonly<Record<string, unknown>>[] }
  /** `by` says who refused it: Motif's grammar, a dialect, what stands between, or the engine. */
  | { readonly error: Error; readonly by: 'grammar' | 'dialect' | 'motif' | 'engine' }

/** Sends a text and gathers its rows, each value as the engine shows it: what columns are known to hold is not looked at. */
export const ask = async (executor: Executor, request: Request): Promise<Answer> => {
  try {
    const result = executor.execute({ parameters: [], columns: undefined, access: 'write', ...request })
    const rows: Readonly<Record<string, unknown>>[] = []
    // Records, from every engine there is; a copy reads each value, and fails with one that cannot be held.
    for await (const batch of result) for (const row of batch.rows) rows.push({ ...(row as object) })
    return { columns: (await result.summary()).columns, rows }
  } catch (error) {
    return { error: error as Error, by: 'engine' }
  }
}
