/** One way to work with models, as a program uses it. Each gives how many leaves it read or rows it wrote. */
export interface Client {
  /** The people of a team, with posts, their comments and who made those. */
  readonly find: (team: number) => Promise<number>
  /** 100,000 rows created, in statements of 1,000. */
  readonly bulk?: (rows: readonly Record<string, unknown>[]) => Promise<number>
  /** 10,000 rows by their keys. */
  readonly gets?: (ids: readonly number[]) => Promise<number>
  /** Takes away what bulk made. */
  readonly clear?: () => Promise<unknown>
  readonly close: () => Promise<unknown>
}
