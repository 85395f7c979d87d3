/** A database server that was started here, on 127.0.0.1. */
export interface Server {
  /** What `connect` takes. */
  readonly url: string
  readonly port: number
  readonly pid: number
  /** Absent where everybody is let in. */
  readonly login?: Login | undefined
  /** The last lines it wrote. */
  log(): string
  /** Lets it end in order, then takes its data away unless a folder was named for it. */
  stop(): Promise<void>
  /** Ends it as a loss of power would, and leaves its data. */
  kill(): Promise<void>
}

export interface Login {
  readonly user: string
  readonly password: string
}

/** What a long first start is busy with, for people. */
export type Report = (doing: string) => void
