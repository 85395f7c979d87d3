import type { Transactions } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import { words } from '../value/words.ts'
import { readValues } from './call.ts'
import type { Cursor } from './cursor.ts'

type Mutable = { -readonly [K in keyof Transactions]: Transactions[K] }
type Ending = NonNullable<Transactions['then']>

const ENDINGS = words('CONTINUE BREAK FAIL')
const SECONDS = words('SEC SECS SECOND SECONDS')

const readEnding = (cursor: Cursor): Ending => {
  if (!ENDINGS.has(cursor.key)) cursor.fail('expected CONTINUE, BREAK or FAIL')
  const ending = cursor.key.toLowerCase() as Ending // just looked up
  cursor.at += 1
  return ending
}

/** `RETRY FOR 2 SECONDS THEN CONTINUE`, from after RETRY on. */
const readRetry = (cursor: Cursor, into: Mutable): void => {
  into.onError = 'retry'
  const { kind } = cursor.peek()
  if (cursor.take('FOR') || kind === 'number' || kind === 'parameter') {
    into.seconds = cursor.rules.operators(cursor)
    if (!SECONDS.has(cursor.key)) cursor.fail('expected SECONDS')
    cursor.at += 1
  }
  if (cursor.take('THEN')) into.then = readEnding(cursor)
}

const readDisjoint = (cursor: Cursor): 'AUTO' | 'NONE' | readonly Expression[] => {
  if (cursor.take('AUTO')) return 'AUTO'
  if (cursor.take('NONE')) return 'NONE'
  cursor.expect('(', "AUTO, NONE or '('")
  return readValues(cursor, ')')
}

/** One of the parts after TRANSACTIONS, in any order; `false` where none begins. */
const readPart = (cursor: Cursor, into: Mutable): boolean => {
  if (cursor.take('OF')) {
    into.rows = cursor.rules.operators(cursor)
    if (!cursor.take('ROW')) cursor.expect('ROWS')
  } else if (cursor.takeAll('ON', 'ERROR')) {
    if (cursor.take('RETRY')) readRetry(cursor, into)
    else into.onError = readEnding(cursor)
  } else if (cursor.takeAll('DISJOINT', 'BY')) into.disjoint = readDisjoint(cursor)
  else if (cursor.takeAll('REPORT', 'STATUS')) {
    cursor.expect('AS')
    into.status = cursor.name('a name after AS')
  } else return false
  return true
}

/**
 * `IN 3 CONCURRENT TRANSACTIONS OF 500 ROWS ON ERROR CONTINUE REPORT STATUS AS s`, after the brace of a subquery.
 *
 * @example
 * readTransactions(cursor) // 'IN TRANSACTIONS OF $n ROWS' → { rows: $n, concurrency: undefined, … }
 */
export const readTransactions = (cursor: Cursor): Transactions | undefined => {
  if (!cursor.take('IN')) return undefined
  const into: Mutable = { concurrency: undefined, rows: undefined, onError: undefined, status: undefined }
  if (cursor.take('CONCURRENT')) into.concurrency = 'default'
  else if (cursor.key !== 'TRANSACTIONS') {
    into.concurrency = cursor.rules.operators(cursor)
    cursor.expect('CONCURRENT')
  }
  cursor.expect('TRANSACTIONS')
  while (readPart(cursor, into));
  return into
}
