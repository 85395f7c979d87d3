import { describe, expect, it } from 'vitest'
import { parseStatement } from '../../src/grammar/parse-statement.ts'
import { clauseForm } from './form.ts'
import { refusal } from './tree.ts'

const formsOf = (text: string): readonly string[] => parseStatement(text).map(clauseForm)

describe('WHEN … THEN … ELSE …', () => {
  it.each([
    ['WHEN $a THEN RETURN 1 AS x', ['(conditional (when $a (return (as 1 x))))']],
    [
      'WHEN a > 1 THEN MATCH (n) RETURN n WHEN b THEN { RETURN 2 AS n UNION RETURN 3 AS n } ELSE RETURN 4 AS n',
      [
        '(conditional (when (> a 1) (match (path (node n))) (return n))' +
          ' (when b (return (as 2 n)) (union) (return (as 3 n))) (else (return (as 4 n))))',
      ],
    ],
    [
      'RETURN 1 AS x NEXT WHEN x = 1 THEN RETURN x ELSE { FINISH } NEXT RETURN x',
      [
        '(return (as 1 x))',
        '(next)',
        '(conditional (when (= x 1) (return x)) (else (finish)))',
        '(next)',
        '(return x)',
      ],
    ],
    [
      'WHEN CASE WHEN a THEN b ELSE c END THEN RETURN CASE x WHEN 1 THEN 2 ELSE 3 END AS x ELSE RETURN 1 AS x',
      [
        '(conditional (when (case (when a b) (else c)) (return (as (case (of x) (when 1 2) (else 3)) x)))' +
          ' (else (return (as 1 x))))',
      ],
    ],
    ['CALL (n) { WHEN n.x THEN RETURN 1 AS y ELSE RETURN 2 AS y } RETURN y', ['(call-subquery)', '(return y)']],
    ['{ RETURN 1 AS x } NEXT { RETURN x }', ['(block (return (as 1 x)))', '(next)', '(block (return x))']],
    ['USE g { RETURN 1 AS x }', ['(prefix)', '(block (return (as 1 x)))']],
  ])('%s', (text, expected) => {
    expect(formsOf(text)).toEqual(expected)
  })

  it.each([
    ['WHEN a RETURN 1', "expected 'THEN' at 'RETURN 1'   in WHEN a RETURN 1"],
    ['WHEN a THEN', 'expected a clause at the end   in WHEN a THEN'],
    [
      'ELSE RETURN 1',
      "a statement begins with MATCH, CREATE, MERGE, UNWIND, CALL, WITH or RETURN at 'ELSE RETURN 1'   in ELSE RETURN 1",
    ],
    [
      'MATCH (n) { RETURN n }',
      "expected -[:TYPE]->, ',' or the next clause at '{ RETURN n }'   in MATCH (n) { RETURN n }",
    ],
  ])('refuses %s', (text, expected) => {
    expect(refusal(() => parseStatement(text))).toBe(expected)
  })
})
