import type { ExecuteOptions, Summary } from '../execute/executor.ts'
import { Claim } from './claim.ts'
import { Pending } from './pending.ts'
import { withCallSite } from './with-call-site.ts'
import { type Call, collectRows, firstRow, oneRow, rowsAndSummary, streamRows, summaryOf } from './run.ts'

export type Params = Readonly<Record<string, unknown>> | undefined

type Given = readonly [params?: Params, options?: ExecuteOptions]

/** Starts at once; a failure waits to be asked for. */
const start = <T>(runs: Runs, given: Given, work: (call: Call) => Promise<T>): Promise<T> => {
  const claim = new Claim()
  const begun = async (): Promise<T> => {
    try {
      return await work(runs.ready(given[0], given[1], claim))
    } catch (error) {
      throw withCallSite(error)
    }
  }
  return Pending.of(begun(), claim.ask)
}

/** The ways to run a query, compiled or not yet. */
export abstract class Runs {
  /** Ready to be sent: compiled, its parameters bound. Throws what speaks against it. */
  abstract ready(params: Params, options: ExecuteOptions | undefined, claim?: Claim): Call

  run(...given: Given): Promise<unknown[]> {
    return start(this, given, collectRows)
  }
  first(...given: Given): Promise<unknown> {
    return start(this, given, firstRow)
  }
  one(...given: Given): Promise<unknown> {
    return start(this, given, oneRow)
  }
  stream(params?: Params, options?: ExecuteOptions): AsyncIterable<unknown> {
    return streamRows(this.ready(params, options))
  }
  execute(...given: Given): Promise<Summary> {
    return start(this, given, summaryOf)
  }
  runWithSummary(...given: Given): Promise<{ rows: unknown[]; summary: Summary }> {
    return start(this, given, rowsAndSummary)
  }
  explain(...given: Given): Promise<Summary> {
    return start(this, given, (call) => summaryOf(call, 'EXPLAIN'))
  }
  profile(...given: Given): Promise<Summary> {
    return start(this, given, (call) => summaryOf(call, 'PROFILE'))
  }
}
