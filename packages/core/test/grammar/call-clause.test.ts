import { describe, expect, it } from 'vitest'
import { parseStatement } from '../../src/grammar/parse-statement.ts'
import { clauseForm } from './form.ts'
import { bare, refusal } from './tree.ts'

const call = (text: string): unknown => bare(parseStatement(text)[0])

describe('CALL of a procedure', () => {
  it.each([
    ['CALL db.labels()', { name: 'db.labels', arguments: [] }],
    ['CALL db.labels', { name: 'db.labels', arguments: [] }],
    [
      'call `my`.`proc edure`($x, 1)',
      {
        name: 'my.proc edure',
        arguments: [
          { kind: 'parameter', name: 'x' },
          { kind: 'literal', value: 1 },
        ],
      },
    ],
    ['CALL db.labels() YIELD label', { name: 'db.labels', arguments: [], yields: [{ name: 'label' }] }],
    [
      'CALL f() YIELD a AS b, c RETURN b',
      { name: 'f', arguments: [], yields: [{ name: 'a', alias: 'b' }, { name: 'c' }] },
    ],
    ['CALL f() YIELD *', { name: 'f', arguments: [], yields: '*' }],
    ['OPTIONAL CALL f() YIELD a', { name: 'f', optional: true, arguments: [], yields: [{ name: 'a' }] }],
  ])('%s', (text, expected) => {
    expect(call(text)).toEqual({ kind: 'call-procedure', optional: false, ...expected })
  })

  it('may be filtered', () => {
    expect(parseStatement("CALL db.labels() YIELD label WHERE label <> 'x' RETURN label").map(clauseForm)).toEqual([
      '(call-procedure)',
      "(where (<> label 'x'))",
      '(return label)',
    ])
  })

  it.each([
    ['CALL', "expected a procedure, '{' or '(' at the end   in CALL"],
    ['CALL f() YIELD', 'expected a column at the end   in CALL f() YIELD'],
    ['CALL f() YIELD a AS', 'expected a name after AS at the end   in CALL f() YIELD a AS'],
    ['CALL f( 1 2', "'(' is never closed at '( 1 2'   in CALL f( 1 2"],
  ])('refuses %s', (text, expected) => {
    expect(refusal(() => parseStatement(text))).toBe(expected)
  })
})

describe('CALL of a subquery', () => {
  const clauses = [
    {
      kind: 'return',
      distinct: false,
      star: false,
      items: [{ expression: { kind: 'literal', value: 1 }, alias: 'x' }],
    },
  ]

  it.each([
    ['CALL { RETURN 1 AS x } RETURN x', { optional: false, clauses }],
    ['CALL () { RETURN 1 AS x } RETURN x', { scope: [], optional: false, clauses }],
    ['CALL (*) { RETURN 1 AS x } RETURN x', { scope: '*', optional: false, clauses }],
    ['CALL (a, `b c`) { RETURN 1 AS x } RETURN x', { scope: ['a', 'b c'], optional: false, clauses }],
    ['OPTIONAL CALL (a) { RETURN 1 AS x } RETURN x', { scope: ['a'], optional: true, clauses }],
  ])('%s', (text, expected) => {
    expect(call(text)).toEqual({ kind: 'call-subquery', ...expected })
  })

  it('keeps the text of its clauses and of itself', () => {
    expect(
      parseStatement('MATCH (u) CALL (u) {\n  MATCH (u)-->(p) // its posts\n  RETURN p\n} RETURN p'),
    ).toMatchObject([
      { source: 'MATCH (u)' },
      {
        source: 'CALL (u) {\n  MATCH (u)-->(p) // its posts\n  RETURN p\n}',
        clauses: [{ source: 'MATCH (u)-->(p)' }, { source: 'RETURN p' }],
      },
      { source: 'RETURN p' },
    ])
  })

  it.each([
    ['CALL { }', "expected a clause at '}'   in CALL { }"],
    [
      'CALL { MATCH (u) RETUR u }',
      "expected -[:TYPE]->, ',' or the next clause (did you mean RETURN?) at 'RETUR u }'   in MATCH (u) RETUR u }",
    ],
    ['CALL (u.x) { RETURN 1 }', "expected ',' or ')' at '.x) { RETURN 1 }'   in CALL (u.x) { RETURN 1 }"],
    ['CALL { WHERE x }', "a statement does not begin with WHERE at 'WHERE x }'   in WHERE x }"],
  ])('refuses %s', (text, expected) => {
    expect(refusal(() => parseStatement(text))).toBe(expected)
  })
})
