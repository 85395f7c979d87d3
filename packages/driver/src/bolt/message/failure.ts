import type { Metadata } from '../channel.ts'
import { ServerFailure } from '../server-failure.ts'

/** The map that came with FAILURE as an error; every version's keys are understood. */
export const failureOf = (metadata: Metadata): ServerFailure =>
  fromMap(metadata, text(metadata['neo4j_code'] ?? metadata['code']) ?? 'Neo.DatabaseError.General.UnknownError')

/** Causes have no code of their own, they are told apart by their GQL status. */
const fromMap = (map: Metadata, code: string): ServerFailure => {
  const gqlStatus = text(map['gql_status'])
  const cause = isMap(map['cause']) ? fromMap(map['cause'], code) : undefined
  return new ServerFailure(text(map['message']) ?? 'the server gave no reason', {
    code,
    gqlStatus,
    statusDescription: text(map['description']),
    diagnosticRecord: gqlStatus === undefined ? undefined : diagnosticRecord(map['diagnostic_record']),
    cause,
  })
}

/** Servers leave out what is the standard's default. */
const diagnosticRecord = (record: unknown): Metadata => ({
  OPERATION: '',
  OPERATION_CODE: '0',
  CURRENT_SCHEMA: '/',
  ...(isMap(record) ? record : {}),
})

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const isMap = (value: unknown): value is Metadata => typeof value === 'object' && value !== null
