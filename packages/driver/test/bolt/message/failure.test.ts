import { describe, expect, it } from 'vitest'
import { failureOf } from '../../../src/bolt/message/failure.ts'
import { ServerFailure } from '../../../src/bolt/server-failure.ts'

describe('FAILURE', () => {
  it('before Bolt 5.7 is a code and a message, and has the status of what is not known', () => {
    const failure = failureOf({ code: 'Neo.ClientError.Statement.SyntaxError', message: 'Invalid input' })
    expect(failure).toMatchObject({ code: 'Neo.ClientError.Statement.SyntaxError', message: 'Invalid input' })
    expect(failure).toMatchObject({
      gqlStatus: '50N42',
      statusDescription: 'error: general processing exception - unexpected error. Invalid input',
      diagnosticRecord: { OPERATION: '', OPERATION_CODE: '0', CURRENT_SCHEMA: '/' },
    })
    expect(failure.cause).toBeUndefined()
  })

  it('since then carries a GQL status, its record with the defaults the server leaves out, and causes', () => {
    const failure = failureOf({
      neo4j_code: 'Neo.ClientError.Statement.TypeError',
      message: 'outer',
      gql_status: '22N37',
      description: 'error: data exception',
      diagnostic_record: { _classification: 'CLIENT_ERROR', OPERATION: 'x' },
      cause: { message: 'inner', gql_status: '22N01', description: 'deeper', cause: { message: 'innermost' } },
    })
    expect(failure).toBeInstanceOf(ServerFailure)
    expect(failure).toMatchObject({
      code: 'Neo.ClientError.Statement.TypeError',
      gqlStatus: '22N37',
      statusDescription: 'error: data exception',
      diagnosticRecord: { OPERATION: 'x', OPERATION_CODE: '0', CURRENT_SCHEMA: '/', _classification: 'CLIENT_ERROR' },
      cause: {
        message: 'inner',
        gqlStatus: '22N01',
        diagnosticRecord: { OPERATION: '', OPERATION_CODE: '0', CURRENT_SCHEMA: '/' },
        cause: { message: 'innermost', gqlStatus: undefined },
      },
    })
  })

  it('of any shape is still an error', () => {
    const failure = failureOf({ code: 7, message: null, cause: 'x' })
    expect(failure).toMatchObject({
      code: 'Neo.DatabaseError.General.UnknownError',
      message: 'the server gave no reason',
    })
    expect(failure.cause).toBeUndefined()
  })
})
