import type { Workload } from './workloads.ts'

/** One driver, as a program uses it. */
export interface Client {
  /** Reads all rows into memory as plain objects; returns how many. */
  collect(workload: Workload): Promise<number>
  /** Reads row by row and keeps none; returns how many. */
  stream(workload: Workload): Promise<number>
  /** One node by its key, by whichever door. */
  point(id: number): Promise<unknown>
  /** The same by a door that runs a managed transaction. */
  managedPoint(id: number): Promise<unknown>
  bulk(rows: readonly Record<string, unknown>[]): Promise<unknown>
  close(): Promise<void>
}
