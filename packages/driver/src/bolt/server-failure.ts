import { withoutValues } from './without-values.ts'

/**
 * A FAILURE as the server sent it. `classifyError` says what it means. Servers quote values in what they say, so that
 * `message` leaves those out, and nothing that is printed with an error holds the server's own words.
 */
export class ServerFailure extends Error {
  /** `Neo.ClientError.Statement.SyntaxError`. */
  readonly code: string
  readonly gqlStatus: string | undefined
  readonly #serverMessage: string
  readonly #statusDescription: string | undefined
  readonly #diagnosticRecord: Readonly<Record<string, unknown>> | undefined

  constructor(message: string, details: ServerFailureDetails) {
    const words = withoutValues(message, details.code)
    super(words, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = 'ServerFailure'
    this.code = details.code
    this.gqlStatus = details.gqlStatus
    this.#serverMessage = message
    this.#statusDescription = details.statusDescription
    this.#diagnosticRecord = details.diagnosticRecord
  }

  /** The server's own words. They may quote values: not for logs. */
  get serverMessage(): string {
    return this.#serverMessage
  }

  /** What the GQL status means, with what it is about. It may quote values: not for logs. */
  get statusDescription(): string | undefined {
    return this.#statusDescription
  }

  get diagnosticRecord(): Readonly<Record<string, unknown>> | undefined {
    return this.#diagnosticRecord
  }
}

export interface ServerFailureDetails {
  readonly code: string
  readonly gqlStatus?: string | undefined
  readonly statusDescription?: string | undefined
  readonly diagnosticRecord?: Readonly<Record<string, unknown>> | undefined
  readonly cause?: ServerFailure | undefined
}
