import { GraphError } from '@motif/core'
import type { ServerFailure } from '@motif/driver/bolt'
import type { Objects } from './objects.ts'
import { toCypherMap } from './to-cypher.ts'

type Fields = Readonly<Record<string, unknown>>

/** An error of the driver as TestKit wants it; kept, so that TestKit can throw it again in its unit of work. */
export const driverError = (error: unknown, objects: Objects): Fields => {
  const { code, retryable } = error instanceof GraphError ? error : { code: undefined, retryable: false }
  const failure = failureIn(error)
  const engineCode = error instanceof GraphError ? error.engineCode : undefined
  return {
    id: objects.add(error),
    // What kind of failure it is to the driver; `code` is the server's own word where it has one.
    errorType: code ?? 'unknown',
    msg: failure?.serverMessage ?? (error instanceof Error ? error.message : String(error)),
    code: engineCode ?? failure?.code ?? code ?? '',
    retryable,
    ...(failure === undefined ? {} : gql(failure)),
  }
}

/** What the server said, under what the driver made of it. */
const failureIn = (error: unknown): ServerFailure | undefined => {
  for (let each = error; each instanceof Error; each = each.cause) if (isFailure(each)) return each
  return undefined
}

const isFailure = (error: Error): error is ServerFailure => error.name === 'ServerFailure'

const gql = ({ gqlStatus, statusDescription, diagnosticRecord, cause }: ServerFailure): Fields => {
  const raw = diagnosticRecord?.['_classification']
  const rawClassification = typeof raw === 'string' ? raw : null
  return {
    gqlStatus: gqlStatus ?? null,
    statusDescription: statusDescription ?? null,
    diagnosticRecord: diagnosticRecord === undefined ? null : toCypherMap(diagnosticRecord),
    rawClassification,
    classification: classes.has(rawClassification) ? rawClassification : 'UNKNOWN',
    cause:
      cause instanceof Error && isFailure(cause)
        ? { name: 'GqlError', data: { msg: cause.serverMessage, ...gql(cause) } }
        : null,
  }
}

const classes: ReadonlySet<unknown> = new Set(['CLIENT_ERROR', 'DATABASE_ERROR', 'TRANSIENT_ERROR'])
