import { describe, expect, it } from 'vitest'
import { parseClause } from '../../src/grammar/parse-clause.ts'
import { parseStatement } from '../../src/grammar/parse-statement.ts'
import { clauseForm, formOf } from './form.ts'
import { isDeeplyFrozen, refusal } from './tree.ts'

const returned = (text: string): string => parseClause('return', text).map(clauseForm).join(' ')

describe('an expression that is not understood', () => {
  it.each([
    ['a NOT IN $xs', '«a NOT IN $xs»$xs'],
    ['$a !~ f($b, [$a])', '«$a !~ f($b, [$a])»$a$b'],
    ['a.b.5', '«a.b.5»'],
    ["'a' 'b'", "«'a' 'b'»"],
    ['017x', '«017x»'],
    ['a IS :: + 1', '«a IS :: + 1»'],
    ['a ? b AND c STARTS WITH d', '«a ? b AND c STARTS WITH d»'],
    ['a.limit ! b:Set', '«a.limit ! b:Set»'],
    ["CASE WHEN 1, 2 THEN 'a' END", "«CASE WHEN 1, 2 THEN 'a' END»"],
    [
      "CASE WHEN a THEN CASE x WHEN > 1 > 2 THEN 'a' END ELSE 'c' END = 'a'",
      "«CASE WHEN a THEN CASE x WHEN > 1 > 2 THEN 'a' END ELSE 'c' END = 'a'»",
    ],
  ])('%s is kept as written, with its parameters', (text, expected) => {
    expect(formOf(text)).toBe(expected)
  })

  it('is as small as commas and brackets allow', () => {
    expect(formOf("a = 1 AND f(b ! $x, c, trim(AROUND 'x' OF d)) = 2")).toBe(
      "(AND (= a 1) (= (f «b ! $x»$x c (trim «AROUND 'x' OF d»)) 2))",
    )
    expect(formOf('[a ! 1, b] = {k: c ! d, l: e}')).toBe('(= (list «a ! 1» b) (map k: «c ! d» l: e))')
    expect(formOf('all(x IN a ! b WHERE x ! 1)')).toBe('(all x «a ! b» «x ! 1»)')
    expect(returned('a ! b AS c, CASE WHEN 1, 2 THEN 3 END, d')).toBe(
      '(return (as «a ! b» c) «CASE WHEN 1, 2 THEN 3 END» d)',
    )
  })

  it('ends where the next clause begins', () => {
    expect(parseStatement('MATCH (u) WHERE u ! $x RETURN u ! 1 ORDER BY u ! 2 DESC LIMIT 3').map(clauseForm)).toEqual([
      '(match (path (node u)))',
      '(where «u ! $x»$x)',
      '(return «u ! 1»)',
      '(order (desc «u ! 2»))',
      '(limit 3)',
    ])
  })

  it('is frozen like any other', () => {
    expect(isDeeplyFrozen(parseClause('where', '$a ! [f($b)]'))).toBe(true)
  })
})

describe('an expression that is missing', () => {
  it.each([
    ['where', '', 'expected an expression at the end   in WHERE'],
    ['return', 'a,', 'expected an expression at the end   in RETURN a,'],
    ['return', 'f(a, )', "expected an expression at ')'   in RETURN f(a, )"],
    ['return', '[a, , b]', "expected an expression at ', b]'   in RETURN [a, , b]"],
    ['return', 'u.', 'expected a key after the dot at the end   in RETURN u.'],
    ['return', '{k: }', "expected an expression at '}'   in RETURN {k: }"],
    ['where', '(u)-[:WROTE]->', "expected a node: a relationship ends with '(…)' at the end   in WHERE (u)-[:WROTE]->"],
    ['where', 'a = 1 AND RETURN u', "expected an expression at 'RETURN u'   in WHERE a = 1 AND RETURN u"],
  ] as const)('%s %s is an error', (kind, text, expected) => {
    expect(refusal(() => parseClause(kind, text))).toBe(expected)
  })
})

describe('a slip in a keyword', () => {
  it.each([
    ['RETURN u LIMT 3', 'LIMIT', 'LIMT 3'],
    ['RETURN u.name ODER BY u.name', 'ORDER', 'ODER BY u.name'],
    ['MATCH (u) WHERE u.a = 1 RETUNR u', 'RETURN', 'RETUNR u'],
    ['MATCH (u) WHERE u.a = 1 wiht u RETURN u', 'WITH', 'wiht u RETURN u'],
  ])('%s is refused, not taken for an operator', (text, meant, at) => {
    expect(refusal(() => parseStatement(text))).toContain(
      `expected an operator, ',' or the next clause (did you mean ${meant}?) at '${at}'`,
    )
  })

  it('is not seen in an unknown operator or a name', () => {
    expect(formOf('a LIKE b')).toBe('«a LIKE b»')
    expect(formOf('retur = limt')).toBe('(= retur limt)')
  })
})

describe('words of clauses as names', () => {
  it.each([
    ['limit', 'limit'],
    ['limit + skip * 2', '(+ limit (* skip 2))'],
    ['u.limit = order', '(= u.limit order)'],
    ['limit IS NULL AND set IN [1]', '(AND (null limit) (IN set (list 1)))'],
    ['u:Set OR u:Order', '(OR (is u Set) (is u Order))'],
    ['{limit: 1, order: match}.limit', '(map limit: 1 order: match).limit'],
    ['$return = `RETURN`', '(= $return RETURN)'],
    ['end > start', '(> end start)'],
    ['next.filter + let * insert', '(+ next.filter (* let insert))'],
    ['finish IS NULL OR search IN for', '(OR (null finish) (IN search for))'],
    ['group = define', '(= group define)'],
  ])('%s', (text, expected) => {
    expect(formOf(text)).toBe(expected)
  })

  it('as columns and before clauses', () => {
    expect(
      parseStatement('WITH 1 AS limit, 2 AS set RETURN limit AS a, set ORDER BY limit DESC LIMIT 3').map(clauseForm),
    ).toEqual(['(with (as 1 limit) (as 2 set))', '(return (as limit a) set)', '(order (desc limit))', '(limit 3)'])
    expect(parseStatement('MATCH (u) RETURN limit LIMIT 3').map(clauseForm)).toEqual([
      '(match (path (node u)))',
      '(return limit)',
      '(limit 3)',
    ])
    expect(parseStatement('RETURN u.x AS desc ORDER BY desc').map(clauseForm)).toEqual([
      '(return (as u.x desc))',
      '(order (asc desc))',
    ])
  })
})
