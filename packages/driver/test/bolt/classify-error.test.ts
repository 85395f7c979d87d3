import { describe, expect, it } from 'vitest'
import type { Failure } from '../../src/engine.ts'
import { classifyError } from '../../src/bolt/classify-error.ts'
import { ServerFailure } from '../../src/bolt/server-failure.ts'

const failed = (code: string, message: string, gqlStatus?: string): ServerFailure =>
  new ServerFailure(message, { code, gqlStatus })

const terminated =
  'The transaction has been terminated. Retry your operation in a new transaction, and you should see a successful result.'
const again = { retryable: true, fault: 'surroundings' } as const
const statement = 'Neo.ClientError.Statement.'
const schema = 'Neo.ClientError.Schema.'
const tx = 'Neo.ClientError.Transaction.'
const transient = 'Neo.TransientError.'
const securityCode = 'Neo.ClientError.Security.'

// What Neo4j 5.26.30 and 2026.08.1 answered word for word, and the GQL status with it where it says something.
describe('what a real server says', () => {
  it.each<[string, [code: string, message: string, gqlStatus?: string], Partial<Failure>]>([
    [
      'syntax',
      [
        `${statement}SyntaxError`,
        'Variable `x` not defined (line 1, column 8 (offset: 7))\n"RETURN x"\n        ^',
        '42001',
      ],
      {
        code: 'SYNTAX',
        message: 'Variable `x` not defined (line 1, column 8 (offset: 7))\n"RETURN x"\n        ^',
        fault: 'caller',
      },
    ],
    [
      'unknown function',
      [
        `${statement}SyntaxError`,
        'Unknown function \'foo\' (line 1, column 8 (offset: 7))\n"RETURN foo(1)"\n        ^',
      ],
      { code: 'SYNTAX', message: expect.stringContaining("Unknown function 'foo'") as unknown as string },
    ],
    [
      'missing parameter',
      [`${statement}ParameterMissing`, 'Expected parameter(s): x'],
      { code: 'PARAMETER', message: 'Expected parameter(s): x' },
    ],
    [
      'parameter of the wrong type',
      [
        `${statement}SyntaxError`,
        'Type mismatch for parameter \'s\': expected String but was Integer (line 1, column 16 (offset: 15))\n"RETURN toUpper($s)"\n                ^',
        '22G03',
      ],
      { code: 'PARAMETER', message: expect.stringContaining("parameter 's'") as unknown as string },
    ],
    [
      'a parameter that no server takes',
      [
        'Neo.ClientError.Request.Invalid',
        'Illegal value for field "params": Illegal value for field "coords": Illegal CRS/coords combination (crs=cartesian, x=-Infinity, y=0.0)',
        '08N06',
      ],
      { code: 'PARAMETER', fault: 'caller', message: expect.stringMatching(/^(?!.*Infinity)/) as unknown as string },
    ],
    [
      'a value of the wrong type',
      [
        `${statement}SyntaxError`,
        'Type mismatch: expected Float or Integer but was String (line 1, column 29 (offset: 28))\n"UNWIND [$l] AS l RETURN abs(l)"\n                             ^',
        '22G03',
      ],
      { code: 'ENGINE', fault: 'caller', outcome: 'rolled back' },
    ],
    [
      'a text that is no date',
      [`${statement}SyntaxError`, 'Text cannot be parsed to a Date\n"sec\'ret"\n ^', '22007'],
      { code: 'ENGINE', message: 'Text cannot be parsed to a Date', fault: 'caller' },
    ],
    [
      'null in MERGE',
      [
        `${statement}SemanticError`,
        "Cannot merge the following node because of null property value for 'p': (:Person {p: null})",
      ],
      {
        code: 'ENGINE',
        message: 'Cannot merge the following node because of null property value for …',
      },
    ],
    [
      'arithmetic',
      [`${statement}ArithmeticError`, '/ by zero', '22012'],
      { code: 'ENGINE', message: '/ by zero', fault: 'caller' },
    ],
    [
      'a map as a property',
      [
        `${statement}TypeError`,
        'Property values can only be of primitive types or arrays thereof. Encountered: Map{a -> String("secret")}.',
        '22G03',
      ],
      {
        code: 'ENGINE',
        message: 'Property values can only be of primitive types or arrays thereof. Encountered: Map….',
        fault: 'caller',
      },
    ],
    [
      'unknown procedure',
      [
        'Neo.ClientError.Procedure.ProcedureNotFound',
        "There is no procedure with the name `no.such` registered for this database instance. Please ensure you've spelled the procedure name correctly and that the procedure is properly deployed.",
        '42001',
      ],
      { code: 'UNSUPPORTED_FEATURE', message: expect.stringContaining('`no.such`') as unknown as string },
    ],
    [
      'a procedure that fails',
      [
        'Neo.ClientError.Procedure.ProcedureCallFailed',
        'Failed to invoke procedure `db.index.fulltext.queryNodes`: Caused by: java.lang.IllegalArgumentException: There is no such fulltext schema index: secret',
        '52N37',
      ],
      {
        code: 'ENGINE',
        message:
          'Failed to invoke procedure `db.index.fulltext.queryNodes`: Caused by: java.lang.IllegalArgumentException',
      },
    ],
    [
      'write in a read transaction',
      [`${statement}AccessMode`, 'Writing in read access mode not allowed. Attempted write to neo4j', '08N03'],
      { code: 'USAGE', message: expect.stringContaining('db.write') as unknown as string, outcome: 'rolled back' },
    ],
    [
      'enterprise constraint',
      [
        'Neo.DatabaseError.Schema.ConstraintCreationFailed',
        "Unable to create Constraint( type='NODE PROPERTY EXISTENCE', schema=(:Person {id}) ):\nProperty existence constraint requires Neo4j Enterprise Edition. Note that only the first found violation is shown.",
        '50N11',
      ],
      { code: 'UNSUPPORTED_FEATURE' },
    ],
    [
      'impersonation',
      [`${statement}ArgumentError`, 'Impersonation is not supported in community edition.'],
      { code: 'UNSUPPORTED_FEATURE', message: 'Impersonation is not supported in community edition.' },
    ],
    [
      'impersonation without auth',
      [`${statement}ArgumentError`, 'Impersonation is not supported with auth disabled.', '51N30'],
      { code: 'UNSUPPORTED_FEATURE' },
    ],
    [
      'administration',
      [
        `${statement}UnsupportedAdministrationCommand`,
        'Unsupported administration command: CREATE DATABASE foo',
        '51N27',
      ],
      { code: 'UNSUPPORTED_FEATURE' },
    ],
    [
      'a constraint that stands already',
      [
        `${schema}ConstraintAlreadyExists`,
        "Constraint already exists: Constraint( id=4, name='u', type='UNIQUENESS', schema=(:U {id}), ownedIndex=3 )",
      ],
      { code: 'ENGINE', fault: 'caller' },
    ],
    [
      'unknown database',
      ['Neo.ClientError.Database.DatabaseNotFound', 'Graph not found: nosuchdb', '42001'],
      {
        code: 'CONNECTION',
        message: 'Graph not found: nosuchdb',
        fault: 'caller',
        retryable: false,
        outcome: 'not sent',
      },
    ],
    [
      'deadlock',
      [
        `${transient}Transaction.DeadlockDetected`,
        "ForsetiClient[transactionId=86, clientId=2] can't acquire ExclusiveLock{owner=ForsetiClient[transactionId=85, clientId=1]} on NODE(9) because holders of that lock are waiting for ForsetiClient[transactionId=86, clientId=2].\n Wait list:ExclusiveLock[\nClient[85] waits for [ForsetiClient[transactionId=86, clientId=2]]]",
        '50N05',
      ],
      {
        code: 'CONFLICT',
        message: expect.stringMatching(/^deadlock: /) as unknown as string,
        outcome: 'rolled back',
        ...again,
      },
    ],
    [
      'lock timeout',
      [
        `${transient}Transaction.LockAcquisitionTimeout`,
        `${terminated} Unable to acquire lock within configured timeout (db.lock.acquisition.timeout). Unable to acquire lock for resource: NODE with id: 0 within 1000 millis.`,
      ],
      { code: 'CONFLICT', ...again },
    ],
    [
      'memory',
      [
        `${transient}General.MemoryPoolOutOfMemoryError`,
        'The allocation of an extra 2.0 MiB would use more than the limit 4.0 MiB. Currently using 4.0 MiB. db.memory.transaction.max threshold reached',
      ],
      { code: 'ENGINE', message: expect.stringContaining('the limit 4.0 MiB') as unknown as string, ...again },
    ],
    [
      'a bookmark from the future',
      [
        `${transient}Transaction.BookmarkTimeout`,
        "Database 'neo4j' not up to the requested version: 127. Latest database version is 4",
        '08N13',
      ],
      { code: 'TIMEOUT', outcome: 'not sent', ...again },
    ],
    [
      'a bookmark that is none',
      [
        `${tx}InvalidBookmark`,
        'Parsing of supplied bookmarks failed with message: org.neo4j.packstream.error.reader.UnexpectedTypeException: Unexpected type: Expected LIST but got INT',
        '08N12',
      ],
      { code: 'USAGE', outcome: 'not sent', retryable: false },
    ],
    [
      'unavailable',
      [
        `${transient}General.DatabaseUnavailable`,
        'The database is not currently available to serve your request, refer to the database logs for more details. Retrying your request at a later time may succeed.',
      ],
      { code: 'CONNECTION', outcome: 'rolled back', ...again },
    ],
    [
      'read-only database',
      [
        'Neo.ClientError.General.WriteOnReadOnlyAccessDatabase',
        'No write operations are allowed on this database. The database is in read-only mode on this Neo4j instance.',
      ],
      { code: 'ENGINE', fault: 'engine', retryable: false },
    ],
    [
      'time limit',
      [
        `${tx}TransactionTimedOutClientConfiguration`,
        `${terminated} The transaction has not completed within the timeout specified at its start by the client. You may want to retry with a longer timeout. `,
        '25N14',
      ],
      { code: 'TIMEOUT', fault: 'surroundings', retryable: false, outcome: 'rolled back' },
    ],
    [
      'ended by an operator',
      [`${tx}Terminated`, `${terminated} Explicitly terminated by the user. `, '25N14'],
      {
        code: 'TRANSACTION',
        fault: 'engine',
        retryable: false,
        message: `${terminated} Explicitly terminated by the user.`,
      },
    ],
    [
      'schema and data in one',
      [
        `${tx}ForbiddenDueToTransactionType`,
        'Tried to execute Schema modification after executing Write query',
        '25N01',
      ],
      { code: 'TRANSACTION', fault: 'caller' },
    ],
    [
      'CALL IN TRANSACTIONS in one',
      [
        'Neo.DatabaseError.Transaction.TransactionStartFailed',
        "A query with 'CALL { ... } IN TRANSACTIONS' can only be executed in an implicit transaction, but tried to execute in an explicit transaction.",
        '25N17',
      ],
      { code: 'TRANSACTION', message: expect.stringContaining("'CALL { ... } IN TRANSACTIONS'") as unknown as string },
    ],
    [
      'wrong password',
      [`${securityCode}Unauthorized`, 'The client is unauthorized due to authentication failure.'],
      { code: 'AUTHENTICATION', fault: 'caller', retryable: false, outcome: 'not sent' },
    ],
    [
      'too many wrong passwords',
      [
        `${securityCode}AuthenticationRateLimit`,
        'The client has provided incorrect authentication details too many times in a row.',
      ],
      { code: 'AUTHENTICATION', retryable: false, outcome: 'not sent' },
    ],
    [
      'unknown scheme',
      [`${securityCode}Unauthorized`, "Unsupported authentication token, scheme 'bearer' is not supported."],
      { code: 'AUTHENTICATION', message: "Unsupported authentication token, scheme 'bearer' is not supported." },
    ],
    [
      'password to be changed',
      [
        `${securityCode}CredentialsExpired`,
        "ACCESS on database 'neo4j' is not allowed.\n\nThe credentials you provided were valid, but must be changed before you can use this instance.",
        '42NFF',
      ],
      { code: 'AUTHENTICATION', retryable: false, outcome: 'not sent' },
    ],
    [
      'an internal error',
      ['Neo.DatabaseError.Statement.ExecutionFailed', 'Unknown field: secret', '50N00'],
      { code: 'ENGINE', message: 'Unknown field: …', fault: 'engine', retryable: false },
    ],
  ])('%s', (_name, [code, message, gqlStatus], expected) => {
    expect(classifyError(failed(code, message, gqlStatus))).toMatchObject({ engineCode: code, ...expected })
  })
})

// What the servers here cannot be made to say: codes by the list of Neo4j, and of other products.
describe('what a cluster, an older server or another product says', () => {
  it.each<[string, string, Partial<Failure>]>([
    ['Neo.ClientError.Cluster.NotALeader', 'x', { code: 'CONNECTION', outcome: 'rolled back', ...again }],
    [
      'Neo.ClientError.General.ForbiddenOnReadOnlyDatabase',
      'x',
      { code: 'CONNECTION', outcome: 'rolled back', ...again },
    ],
    [`${transient}Database.DatabaseUnavailable`, 'x', { code: 'CONNECTION', ...again }],
    [`${transient}Cluster.NoLeaderAvailable`, 'x', { code: 'CONNECTION', ...again }],
    [`${transient}Cluster.ReplicationFailure`, 'x', { code: 'ENGINE', outcome: 'unknown' }],
    [`${transient}Completely.MadeUp`, 'x', { code: 'ENGINE', outcome: 'rolled back', ...again }],
    [`${securityCode}AuthorizationExpired`, 'x', { code: 'AUTHENTICATION', ...again }],
    [`${securityCode}TokenExpired`, 'x', { code: 'AUTHENTICATION', retryable: false }],
    [`${securityCode}Forbidden`, 'x', { code: 'AUTHENTICATION', retryable: false, outcome: 'rolled back' }],
    [`${transient}Security.AuthProviderTimeout`, 'x', { code: 'AUTHENTICATION', ...again }],
    [`${tx}InvalidBookmarkMixture`, 'x', { code: 'USAGE', outcome: 'not sent' }],
    [
      `${transient}Transaction.Terminated`,
      'x',
      { code: 'TRANSACTION', retryable: false, engineCode: `${tx}Terminated` },
    ],
    [
      `${transient}Transaction.LockClientStopped`,
      'x',
      { code: 'TRANSACTION', retryable: false, engineCode: `${tx}LockClientStopped` },
    ],
    [`${tx}Terminated`, 'Explicit reason: the transaction timed out', { code: 'TIMEOUT', retryable: false }],
    [
      'Neo.DatabaseError.Transaction.TransactionCommitFailed',
      'x',
      { code: 'ENGINE', outcome: 'unknown', retryable: false },
    ],
    ['Neo.ClientError.Request.Invalid', 'x', { code: 'PROTOCOL', fault: 'engine' }],
    ['Neo.ClientError.MadeUp.Code', 'x', { code: 'ENGINE', fault: 'caller', retryable: false }],
    ['Neo.DatabaseError.General.UnknownError', 'x', { code: 'ENGINE', fault: 'engine', outcome: 'rolled back' }],
    [
      'Memgraph.TransientError.MemgraphError.MemgraphError',
      'Cannot resolve conflicting transactions. You can retry this transaction when the conflicting transaction is finished.',
      { code: 'CONFLICT', ...again },
    ],
    [
      'Memgraph.ClientError.MemgraphError.MemgraphError',
      'Failed to replicate to SYNC replica. Transaction is still committed on the main instance and other alive replicas.',
      { code: 'ENGINE', outcome: 'committed', retryable: false },
    ],
    ['odd', 'x', { code: 'ENGINE', fault: 'engine', retryable: false }],
  ])('%s', (code, message, expected) => {
    expect(classifyError(failed(code, message))).toMatchObject(expected)
  })
})

it('what is no failure of a server is a fault of ours, and nobody knows what became of the work', () => {
  const failure = { code: 'ENGINE', fault: 'engine', outcome: 'unknown' }
  expect(classifyError(new TypeError('odd'))).toEqual({ ...failure, message: 'odd' })
  expect(classifyError('odd')).toEqual({ ...failure, message: 'odd' })
})
