import type { ErrorCode, Fault, Outcome } from '@motif/core'

/** What a failure of a server means. */
export interface FailureRule {
  /** Read against the code: `Neo.ClientError.Statement.SyntaxError`. */
  readonly code: RegExp
  /** Read against the server's own words. */
  readonly says?: RegExp
  /** Read against the GQL status, which servers tell from Bolt 5.7 on. */
  readonly status?: RegExp
  readonly means: ErrorCode
  /** Default: the caller. */
  readonly fault?: Fault
  readonly retryable?: true
  /** Default: rolled back, which is what a server does with a transaction that failed. */
  readonly outcome?: Outcome
  /** Instead of the server's words, where those do not help. */
  readonly message?: string
}

const surroundings = 'surroundings'
const again = { fault: surroundings, retryable: true } as const
const refused = { outcome: 'not sent' } as const

const security: readonly FailureRule[] = [
  // The server has forgotten what the user may do, and asks the next connection anew.
  { code: /\.Security\.AuthorizationExpired$/, means: 'AUTHENTICATION', ...again },
  // Whether another token can be had is known to the AuthManager alone.
  { code: /\.Security\.TokenExpired$/, means: 'AUTHENTICATION' },
  {
    code: /\.Security\.(?:Unauthorized|AuthenticationRateLimit|CredentialsExpired)$/,
    means: 'AUTHENTICATION',
    ...refused,
  },
  { code: /\.TransientError\.Security\./, means: 'AUTHENTICATION', ...again },
  { code: /\.Security\./, means: 'AUTHENTICATION' },
]

const cluster: readonly FailureRule[] = [
  {
    code: /\.Cluster\.NotALeader$|\.General\.ForbiddenOnReadOnlyDatabase$/,
    means: 'CONNECTION',
    ...again,
    message: 'this server takes no writes of this database, another one may; neo4j:// finds it, bolt:// stays here',
  },
  // The change may be on its way to the other servers.
  { code: /\.TransientError\.Cluster\.ReplicationFailure$/, means: 'ENGINE', ...again, outcome: 'unknown' },
  { code: /\.TransientError\..*Unavailable$/, means: 'CONNECTION', ...again },
  { code: /\.TransientError\.(?:Cluster|Network)\./, means: 'CONNECTION', ...again },
  { code: /\.DatabaseNotFound$/, means: 'CONNECTION', ...refused },
  { code: /\.General\.WriteOnReadOnlyAccessDatabase$/, means: 'ENGINE', fault: 'engine' },
]

const transaction: readonly FailureRule[] = [
  {
    code: /\.DeadlockDetected$/,
    means: 'CONFLICT',
    ...again,
    message: 'deadlock: another transaction has what this one waits for, and waits for what this one has',
  },
  { code: /\.TransientError\.Transaction\.(?:Lock|Outdated$|ConstraintsChanged$)/, means: 'CONFLICT', ...again },
  { code: /\.TransientError\./, says: /conflicting transactions/i, means: 'CONFLICT', ...again }, // Memgraph
  { code: /\.TransientError\.Transaction\.BookmarkTimeout$/, means: 'TIMEOUT', ...again, ...refused },
  {
    code: /\.Transaction\.TransactionTimedOut/,
    means: 'TIMEOUT',
    fault: surroundings,
    message: 'the transaction took longer than it was given, and the server ended it',
  },
  { code: /\.Transaction\.Terminated$/, says: /time-?out|timed out/i, means: 'TIMEOUT', fault: surroundings },
  { code: /\.Transaction\.(?:Terminated|LockClientStopped)$/, means: 'TRANSACTION', fault: 'engine' },
  { code: /\.Transaction\.InvalidBookmark/, means: 'USAGE', ...refused },
  {
    code: /\.DatabaseError\.Transaction\.TransactionCommitFailed$/,
    means: 'ENGINE',
    fault: 'engine',
    outcome: 'unknown',
  },
  { code: /\.(?:ClientError\.Transaction\.|TransactionStartFailed$)/, means: 'TRANSACTION' },
]

const editions = /(?:Enterprise|Community) Edition|not supported (?:with|in) /i
const editionCodes = /\.(?:ArgumentError|ExecutionFailed|ConstraintCreationFailed|IndexCreationFailed)$/

const statement: readonly FailureRule[] = [
  { code: editionCodes, says: editions, means: 'UNSUPPORTED_FEATURE' },
  {
    code: /\.(?:ProcedureNotFound|UnsupportedAdministrationCommand|UnsupportedOperationError|NotSystemDatabaseError)$/,
    means: 'UNSUPPORTED_FEATURE',
  },
  { code: /\.Schema\.ConstraintValidationFailed$|\.Constraint(?:Verification|Violation)/, means: 'CONSTRAINT' },
  { code: /\.ConstraintCreationFailed$/, says: /have the (?:label|type) `/, means: 'CONSTRAINT' },
  { code: /\.ParameterMissing$/, means: 'PARAMETER' },
  { code: /\.Statement\./, says: /^Type mismatch for parameter /, means: 'PARAMETER' },
  {
    code: /\.Statement\.AccessMode$/,
    means: 'USAGE',
    message: 'a write in a transaction that was begun for reading: use db.write(…), or begin it with access: write',
  },
  // Its code says syntax, its status that a value was of the wrong kind.
  { code: /\.SyntaxError$/, status: /^22/, means: 'ENGINE' },
  { code: /\.SemanticError$/, says: /because of null property value/, means: 'ENGINE' },
  { code: /\.(?:SyntaxError|SemanticError|InvalidSyntax)$/, means: 'SYNTAX' },
  {
    code: /\.Request\.Invalid$/,
    says: /^Illegal value for field "params"/,
    means: 'PARAMETER',
    message: 'the server refuses the value of a parameter: a point, say, whose coordinates are not finite',
  },
  { code: /\.Request\./, means: 'PROTOCOL', fault: 'engine' },
]

/** The first that matches counts. */
export const failureRules: readonly FailureRule[] = [
  ...security,
  ...cluster,
  ...transaction,
  ...statement,
  // Memgraph commits where it stands, whatever becomes of its replicas.
  {
    code: /^Memgraph\./,
    says: /still committed on the main/,
    means: 'ENGINE',
    fault: surroundings,
    outcome: 'committed',
  },
  { code: /\.TransientError\./, means: 'ENGINE', ...again },
  { code: /\.ClientError\./, means: 'ENGINE' },
]
