import type { Metadata } from '../channel.ts'
import { ServerFailure } from '../server-failure.ts'

/**
 * The map that came with FAILURE as an error; every version's keys are understood. Servers before Bolt 5.7 tell no GQL
 * status, and it is the one that the protocol has for an error of which no more is known.
 */
export const failureOf = (metadata: Metadata): ServerFailure => {
  const code = text(metadata['neo4j_code'] ?? metadata['code']) ?? 'Neo.DatabaseError.General.UnknownError'
  return fromMap(text(metadata['gql_status']) === undefined ? withStatus(metadata) : metadata, code)
}

const withStatus = (metadata: Metadata): Metadata => ({
  ...metadata,
  gql_status: '50N42',
  description: `error: general processing exception - unexpected error. ${text(metadata['message']) ?? unsaid}`,
})

const unsaid = 'the server gave no reason'

/** Causes have no code of their own, they are told apart by their GQL status. */
const fromMap = (map: Metadata, code: string): ServerFailure =>
  new ServerFailure(text(map['message']) ?? unsaid, {
    code,
    gqlStatus: text(map['gql_status']),
    statusDescription: text(map['description']),
    diagnosticRecord: diagnosticRecord(map['diagnostic_record']),
    cause: isMap(map['cause']) ? fromMap(map['cause'], code) : undefined,
  })

/** Servers leave out what is the standard's default. */
const diagnosticRecord = (record: unknown): Metadata => ({
  OPERATION: '',
  OPERATION_CODE: '0',
  CURRENT_SCHEMA: '/',
  ...(isMap(record) ? record : {}),
})

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const isMap = (value: unknown): value is Metadata => typeof value === 'object' && value !== null
