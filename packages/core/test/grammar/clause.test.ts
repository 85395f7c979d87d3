import { describe, expect, it } from 'vitest'
import { parseStatement } from '../../src/grammar/parse-statement.ts'
import { bare, refusal } from './tree.ts'

const first = (text: string): unknown => bare(parseStatement(text)[0])
const x = { kind: 'variable', name: 'x' }

describe('clauses', () => {
  it.each([
    ['UNWIND $rows AS row', { kind: 'unwind', list: { kind: 'parameter', name: 'rows' }, variable: 'row' }],
    ['unwind [] as `a row`', { kind: 'unwind', list: { kind: 'list', items: [] }, variable: 'a row' }],
    ['DELETE x', { kind: 'delete', detach: false, items: [x] }],
    [
      'DETACH DELETE x, x[0]',
      { kind: 'delete', detach: true, items: [x, { kind: 'index', of: x, at: { kind: 'literal', value: 0 } }] },
    ],
    ['NODETACH DELETE x', { kind: 'delete', detach: false, items: [x] }],
    ['MERGE (a)', { kind: 'merge', pattern: { elements: [{ kind: 'node', variable: 'a' }] } }],
    [
      'OPTIONAL MATCH (a)',
      { kind: 'match', optional: true, patterns: [{ elements: [{ kind: 'node', variable: 'a' }] }] },
    ],
    [
      'CREATE (a), (b)',
      {
        kind: 'create',
        patterns: [{ elements: [{ kind: 'node', variable: 'a' }] }, { elements: [{ kind: 'node', variable: 'b' }] }],
      },
    ],
    [
      'FOREACH (y IN x | SET y:A DELETE y)',
      {
        kind: 'foreach',
        variable: 'y',
        list: x,
        clauses: [
          { kind: 'set', items: [{ kind: 'labels', variable: 'y', labels: ['A'] }] },
          { kind: 'delete', detach: false, items: [{ kind: 'variable', name: 'y' }] },
        ],
      },
    ],
    [
      'FOREACH (y IN [1] | FOREACH (z IN y | CREATE (z)))',
      {
        kind: 'foreach',
        variable: 'y',
        list: { kind: 'list', items: [{ kind: 'literal', value: 1 }] },
        clauses: [
          {
            kind: 'foreach',
            variable: 'z',
            list: { kind: 'variable', name: 'y' },
            clauses: [{ kind: 'create', patterns: [{ elements: [{ kind: 'node', variable: 'z' }] }] }],
          },
        ],
      },
    ],
  ])('%s', (text, expected) => {
    expect(first(text)).toEqual(expected)
  })

  it.each([
    ['RETURN 1 SKIP 2', { kind: 'skip', count: { kind: 'literal', value: 2 } }],
    ['RETURN 1 OFFSET $n', { kind: 'skip', count: { kind: 'parameter', name: 'n' } }],
    [
      'RETURN 1 limit toInteger(3)',
      {
        kind: 'limit',
        count: {
          kind: 'call',
          name: 'toInteger',
          distinct: false,
          star: false,
          arguments: [{ kind: 'literal', value: 3 }],
        },
      },
    ],
    ['RETURN 1 UNION RETURN 2', { kind: 'union', all: false }],
    ['RETURN 1 union all RETURN 2', { kind: 'union', all: true }],
    ['RETURN 1 UNION DISTINCT RETURN 2', { kind: 'union', all: false }],
  ])('%s', (text, expected) => {
    expect(bare(parseStatement(text)[1])).toEqual(expected)
  })

  it.each([
    ['UNWIND $rows', 'expected AS and a name at the end   in UNWIND $rows'],
    ['UNWIND AS x', "expected an expression at 'AS x'   in UNWIND AS x"],
    ['MERGE (a), (b)', "MERGE takes one path at ', (b)'   in MERGE (a), (b)"],
    ['DELETE', 'expected an expression at the end   in DELETE'],
    ['MATCH', "expected a node: '(…)' at the end   in MATCH"],
    ['MATCH u', "expected a node: '(…)' at 'u'   in MATCH u"],
    ['FOREACH (x IN xs SET x.a = 1)', "expected '|' at 'SET x.a = 1)'   in FOREACH (x IN xs SET x.a = 1)"],
    ['FOREACH (x IN xs | )', "expected a clause at ')'   in FOREACH (x IN xs | )"],
    ['RETURN 1 LIMIT', 'expected an expression at the end   in LIMIT'],
    ['RETURN 1 LIMIT 1, 2', "expected the next clause at ', 2'   in LIMIT 1, 2"],
  ])('refuse %s', (text, expected) => {
    expect(refusal(() => parseStatement(text))).toBe(expected)
  })
})
