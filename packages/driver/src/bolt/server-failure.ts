/** A FAILURE as the server sent it. `classifyError` says what it means. */
export class ServerFailure extends Error {
  /** `Neo.ClientError.Statement.SyntaxError`. */
  readonly code: string
  readonly gqlStatus: string | undefined
  readonly statusDescription: string | undefined
  readonly diagnosticRecord: Readonly<Record<string, unknown>> | undefined

  constructor(message: string, details: ServerFailureDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = 'ServerFailure'
    this.code = details.code
    this.gqlStatus = details.gqlStatus
    this.statusDescription = details.statusDescription
    this.diagnosticRecord = details.diagnosticRecord
  }
}

export interface ServerFailureDetails {
  readonly code: string
  readonly gqlStatus?: string | undefined
  readonly statusDescription?: string | undefined
  readonly diagnosticRecord?: Readonly<Record<string, unknown>> | undefined
  readonly cause?: ServerFailure | undefined
}
