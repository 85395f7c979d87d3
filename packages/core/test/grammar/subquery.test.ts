import { describe, expect, it } from 'vitest'
import { parseClause } from '../../src/grammar/parse-clause.ts'
import { formOf } from './form.ts'

describe('subqueries', () => {
  it.each([
    ['EXISTS { (u)-[:X]->() }', '(EXISTS (match (path (node u) (out :X) (node))))'],
    ['exists { MATCH (u)-->(p) WHERE p.x > $x }', '(EXISTS (match (path (node u) (out) (node p))) (where (> p.x $x)))'],
    [
      'COUNT { (u)--(), (v) WHERE v.x } > 3',
      '(> (COUNT (match (path (node u) (both) (node)) (path (node v))) (where v.x)) 3)',
    ],
    [
      'COLLECT { MATCH (u)-->(p) RETURN p.title ORDER BY p.title LIMIT 3 }',
      '(COLLECT (match (path (node u) (out) (node p))) (return p.title) (order (asc p.title)) (limit 3))',
    ],
    [
      'COUNT { WITH u MATCH (u) RETURN u UNION MATCH (v) RETURN v AS u }',
      '(COUNT (with u) (match (path (node u))) (return u) (union) (match (path (node v))) (return (as v u)))',
    ],
    ['COUNT { p = (u)-->() }', '(COUNT (match (path p = (node u) (out) (node))))'],
    ['NOT EXISTS { (a) } AND b', '(AND (NOT (EXISTS (match (path (node a))))) b)'],
    ['EXISTS { foo }', '«EXISTS { foo }»'],
  ])('%s', (text, expected) => {
    expect(formOf(text)).toBe(expected)
  })

  it('end by their own words, not by those of the place they stand at', () => {
    const text = 'EXISTS { CALL { RETURN 1 AS a } IN TRANSACTIONS REPORT STATUS AS s RETURN s } AS x'
    expect(parseClause('return', text)).toMatchObject([
      {
        items: [
          {
            alias: 'x',
            expression: { clauses: [{ transactions: { status: 's' } }, { kind: 'return' }] },
          },
        ],
      },
    ])
  })

  it('give a pattern that stands for MATCH no text, as that clause was not written', () => {
    expect(parseClause('where', 'EXISTS { (a)-->(b) WHERE b.x }')).toMatchObject([
      {
        condition: {
          source: 'EXISTS { (a)-->(b) WHERE b.x }',
          clauses: [
            { kind: 'match', patterns: [{ source: '(a)-->(b)' }] },
            { kind: 'where', source: 'WHERE b.x' },
          ],
        },
      },
    ])
    const [where] = parseClause('where', 'EXISTS { (a) }')
    expect(JSON.stringify(where)).not.toContain('MATCH')
  })
})
