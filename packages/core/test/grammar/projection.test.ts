import { describe, expect, it } from 'vitest'
import { parseClause } from '../../src/grammar/parse-clause.ts'
import { clauseForm } from './form.ts'
import { refusal } from './tree.ts'

const returned = (text: string): string[] => parseClause('return', text).map(clauseForm)

describe('columns', () => {
  it.each([
    ['u', '(return u)'],
    ['*', '(return *)'],
    ['DISTINCT *', '(return distinct *)'],
    ['*, u.name AS name', '(return * (as u.name name))'],
    ['distinct u.name, count(*) as n', '(return distinct u.name (as (count *) n))'],
    ['u.name AS `the name`', '(return (as u.name the name))'],
    ['1 AS match, 2 AS AS', '(return (as 1 match) (as 2 AS))'],
    ['u {.a, b: 1} AS m, [1, 2] AS l', '(return (as (pick u .a b: 1) m) (as (list 1 2) l))'],
  ])('%s', (text, expected) => {
    expect(returned(text)).toEqual([expected])
  })

  it('keep the text of each item and of its expression', () => {
    expect(parseClause('return', ' u . name  AS  n ,u.age /* years */')).toEqual([
      {
        kind: 'return',
        distinct: false,
        star: false,
        items: [
          {
            expression: {
              kind: 'property',
              of: { kind: 'variable', name: 'u', source: 'u' },
              key: 'name',
              source: 'u . name',
            },
            alias: 'n',
            source: 'u . name  AS  n',
          },
          {
            expression: {
              kind: 'property',
              of: { kind: 'variable', name: 'u', source: 'u' },
              key: 'age',
              source: 'u.age',
            },
            alias: undefined,
            source: 'u.age',
          },
        ],
        source: 'RETURN u . name  AS  n ,u.age',
      },
    ])
  })

  it.each([
    ['', 'expected an expression at the end   in RETURN'],
    ['DISTINCT', 'expected an expression at the end   in RETURN DISTINCT'],
    ['u AS', 'expected a name after AS at the end   in RETURN u AS'],
    ['u AS 1', "expected a name after AS at '1'   in RETURN u AS 1"],
    ['u AS a b', "expected ',' or the end at 'b'   in RETURN u AS a b"],
    ['* u', "expected ',' or the end at 'u'   in RETURN * u"],
    ['u,', 'expected an expression at the end   in RETURN u,'],
  ])('refuse %s', (text, expected) => {
    expect(refusal(() => parseClause('return', text))).toBe(expected)
  })
})

describe('an order', () => {
  it.each([
    ['u.name', '(order (asc u.name))'],
    ['u.name ASC, u.age DESC', '(order (asc u.name) (desc u.age))'],
    ['a ascending, b descending', '(order (asc a) (desc b))'],
    ['a + 1 DESC NULLS LAST, b nulls first', '(order (desc last (+ a 1)) (asc first b))'],
    ['CASE WHEN a THEN 1 END DESC', '(order (desc (case (when a 1))))'],
  ])('%s', (text, expected) => {
    expect(parseClause('order by', text).map(clauseForm)).toEqual([expected])
  })

  it('keeps the text of each item', () => {
    expect(parseClause('order by', 'a DESC, b')).toMatchObject([
      { source: 'ORDER BY a DESC, b', items: [{ source: 'a DESC', expression: { source: 'a' } }, { source: 'b' }] },
    ])
  })

  it.each([
    ['', 'expected an expression at the end   in ORDER BY'],
    ['a DESC b', "expected ',' or the end at 'b'   in ORDER BY a DESC b"],
    ['a,', 'expected an expression at the end   in ORDER BY a,'],
  ])('refuses %s', (text, expected) => {
    expect(refusal(() => parseClause('order by', text))).toBe(expected)
  })
})
