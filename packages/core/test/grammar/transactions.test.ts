import { describe, expect, it } from 'vitest'
import { parseStatement } from '../../src/grammar/parse-statement.ts'
import { bareTree } from '../compile/bare-tree.ts'
import { refusal } from './tree.ts'

const number = (value: number): object => ({ kind: 'literal', value })

describe('CALL { … } IN TRANSACTIONS', () => {
  it.each([
    ['', {}],
    ['OF $n ROWS', { rows: { kind: 'parameter', name: 'n' } }],
    ['OF 1 ROW ON ERROR FAIL', { rows: number(1), onError: 'fail' }],
    ['ON ERROR CONTINUE REPORT STATUS AS s', { onError: 'continue', status: 's' }],
    ['ON ERROR RETRY', { onError: 'retry' }],
    ['ON ERROR RETRY THEN BREAK', { onError: 'retry', then: 'break' }],
    [
      'ON ERROR RETRY FOR 2 SECS THEN CONTINUE OF 3 ROWS',
      { onError: 'retry', seconds: number(2), then: 'continue', rows: number(3) },
    ],
    ['ON ERROR RETRY $s SECONDS', { onError: 'retry', seconds: { kind: 'parameter', name: 's' } }],
    ['DISJOINT BY AUTO', { disjoint: 'AUTO' }],
    ['DISJOINT BY (a.x, b)', { disjoint: [{ kind: 'property' }, { kind: 'variable', name: 'b' }] }],
  ])('%s', (text, expected) => {
    const statement = (words: string): object => parseStatement(`CALL { RETURN 1 AS x } ${words} RETURN x`)[0] ?? {}
    expect(bareTree(statement(`IN TRANSACTIONS ${text}`))).toMatchObject({ transactions: expected })
    expect(bareTree(statement(`IN CONCURRENT TRANSACTIONS ${text}`))).toMatchObject({
      transactions: { concurrency: 'default', ...expected },
    })
    expect(bareTree(statement(`IN 3 CONCURRENT TRANSACTIONS ${text}`))).toMatchObject({
      transactions: { concurrency: number(3), ...expected },
    })
  })

  it.each([
    ['IN 3 TRANSACTIONS', "expected 'CONCURRENT' at 'TRANSACTIONS'"],
    ['IN TRANSACTIONS OF 3', "expected 'ROWS' at the end"],
    ['IN TRANSACTIONS ON ERROR STOP', "expected CONTINUE, BREAK or FAIL at 'STOP'"],
    ['IN TRANSACTIONS ON ERROR RETRY FOR 3', 'expected SECONDS at the end'],
    ['IN TRANSACTIONS REPORT STATUS', "expected 'AS' at the end"],
  ])('refuses %s', (text, expected) => {
    const statement = `CALL {SET a.b=1} ${text}`
    expect(refusal(() => parseStatement(statement))).toContain(expected)
  })
})
