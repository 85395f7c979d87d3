/**
 * The one family of errors Motif throws. A class says what kind of thing failed, `code` says which,
 * `retryable` whether the same work may succeed when tried again, `outcome` what became of it.
 */
const brand: unique symbol = Symbol.for('motif.error') as never

/** What failed, as a closed list of codes. */
export type ErrorCode =
  | 'USAGE' //                the call is wrong: bad option, undefined filter, unfiltered write, closed handle
  | 'SYNTAX' //               the text is not understood, by Motif's grammar or by the engine
  | 'UNSUPPORTED_FEATURE' //  the dialect or the engine lacks it
  | 'PARAMETER' //            a parameter is missing, unknown or of a kind that cannot be sent
  | 'VALIDATION' //           data is not what its model asks for: `issues` says what, and where
  | 'RESULT_SHAPE' //         rows are not what was promised: none, too many, an integer past 2^53
  | 'CONSTRAINT' //           a uniqueness, existence or key constraint was violated
  | 'CONFLICT' //             a concurrent transaction won
  | 'TRANSACTION' //          begin / commit / rollback in a state that forbids it, or outside its scope
  | 'TIMEOUT' //              a deadline passed
  | 'ABORTED' //              the caller's signal fired
  | 'CONNECTION' //           the engine cannot be reached, opened or was lost
  | 'AUTHENTICATION'
  | 'PROTOCOL' //             bytes or replies that break the protocol
  | 'POOL' //                 no connection could be had in time
  | 'ENGINE' //               any other failure that the engine reports

/** Who has to act: the author of the call, the engine's operator, or the surroundings (network, disk, time). */
export type Fault = 'caller' | 'engine' | 'surroundings'

/** What became of the work: never sent, rolled back, committed, or not to be known. */
export type Outcome = 'not sent' | 'rolled back' | 'committed' | 'unknown'

/** One fault of data that was to be written. */
export interface Issue {
  /** Of which row, when several were given; from 0. */
  readonly index?: number | undefined
  /** The way from the row to what is wrong: `['WROTE', 'create', 0, 'title']`. */
  readonly path: readonly (string | number)[]
  /** In words; those of a validator may hold the value. */
  readonly message: string
}

/** Which part of many rows failed. Rows count from 0; those before `from` stand, unless a transaction around takes them back. */
export interface FailedBatch {
  readonly index: number
  readonly from: number
  readonly to: number
  /** Rows that are written and stay. */
  readonly written: number
}

/** The fields every error may carry. */
export interface ErrorDetails {
  /** The Cypher that was run. */
  readonly query?: string | undefined
  /** The parameters, kept off `message`; shown by `describe()` with each value redacted unless asked for. */
  readonly params?: Readonly<Record<string, unknown>> | undefined
  /** `file:line:column` of the caller. */
  readonly callSite?: string | undefined
  readonly fault?: Fault | undefined
  readonly retryable?: boolean | undefined
  readonly outcome?: Outcome | undefined
  /** The engine's own words: name and version, status code. */
  readonly engine?: string | undefined
  readonly engineCode?: string | undefined
  /** For constraint errors, where they are known. */
  readonly label?: string | undefined
  readonly properties?: readonly string[] | undefined
  /** What the properties were to be, where it is known; kept off `message`, `inspect` and JSON. */
  readonly values?: Readonly<Record<string, unknown>> | undefined
  /** Of VALIDATION: every fault, kept off `inspect` and JSON. */
  readonly issues?: readonly Issue[] | undefined
  /** Of a CONFLICT of versions: the one that was asked for, and the one that is there. */
  readonly expected?: unknown
  readonly actual?: unknown
  /** Of many rows: those that failed together. */
  readonly batch?: FailedBatch | undefined
  /** The causes of all tries, first to last, when work was tried more than once. */
  readonly attempts?: readonly unknown[] | undefined
  readonly cause?: unknown
}

/**
 * Any failure that Motif reports.
 *
 * @example
 * try { await query.run() } catch (error) { if (error instanceof GraphError && error.retryable) … }
 */
export class GraphError extends Error {
  declare readonly code: ErrorCode
  declare readonly fault: Fault
  declare readonly retryable: boolean
  declare readonly outcome: Outcome | undefined
  declare readonly query: string | undefined
  declare readonly callSite: string | undefined
  declare readonly engine: string | undefined
  declare readonly engineCode: string | undefined
  declare readonly label: string | undefined
  declare readonly properties: readonly string[] | undefined
  declare readonly expected: unknown
  declare readonly actual: unknown
  declare readonly batch: FailedBatch | undefined
  declare readonly attempts: readonly unknown[] | undefined
  // Not enumerable, so that neither a logger nor `inspect` prints values.
  declare readonly params: Readonly<Record<string, unknown>> | undefined
  declare readonly values: Readonly<Record<string, unknown>> | undefined
  declare readonly issues: readonly Issue[] | undefined

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    const { params, values, issues, cause, fault = 'caller', retryable = false, ...known } = details
    super(message, cause === undefined ? undefined : { cause })
    Object.assign(this, { name: this.constructor.name, code, fault, retryable }, known)
    Object.defineProperties(this, { params: { value: params }, values: { value: values }, issues: { value: issues } })
    Object.defineProperty(this, brand, { value: code })
  }

  /** True for an error of this class made by any copy of Motif in the process. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    if (typeof value !== 'object' || value === null || !(brand in value)) return false
    return (
      this === GraphError ||
      Function.prototype[Symbol.hasInstance].call(this, value) ||
      (value as { name?: unknown }).name === this.name
    )
  }
}
