import { describe, expect, it } from 'vitest'
import { parseClause } from '../../src/grammar/parse-clause.ts'
import { bare, refusal } from './tree.ts'

const u = { kind: 'variable', name: 'u' }
const property = (key: string): object => ({ kind: 'property', of: u, key })

describe('SET', () => {
  it.each([
    ['u.name = $n', { kind: 'property', target: property('name'), value: { kind: 'parameter', name: 'n' } }],
    ['u.`a b`=1', { kind: 'property', target: property('a b'), value: { kind: 'literal', value: 1 } }],
    [
      'u[$k] = 1',
      {
        kind: 'property',
        target: { kind: 'index', of: u, at: { kind: 'parameter', name: 'k' } },
        value: { kind: 'literal', value: 1 },
      },
    ],
    [
      '(u).x = 1',
      {
        kind: 'property',
        target: { kind: 'property', of: { kind: 'parenthesised', inner: u }, key: 'x' },
        value: { kind: 'literal', value: 1 },
      },
    ],
    ['u = $all', { kind: 'replace', variable: 'u', value: { kind: 'parameter', name: 'all' } }],
    [
      'u += {a: 1}',
      {
        kind: 'merge',
        variable: 'u',
        value: { kind: 'map', entries: [{ key: 'a', value: { kind: 'literal', value: 1 } }] },
      },
    ],
    ['u+=v', { kind: 'merge', variable: 'u', value: { kind: 'variable', name: 'v' } }],
    ['u:Admin', { kind: 'labels', variable: 'u', labels: ['Admin'] }],
    ['`the u` :A:`B C`', { kind: 'labels', variable: 'the u', labels: ['A', 'B C'] }],
    ['u:A&B', { kind: 'labels', variable: 'u', labels: ['A', 'B'] }],
    ['u IS A', { kind: 'labels', variable: 'u', labels: ['A'] }],
    [
      'u:A:$($name)',
      {
        kind: 'labels',
        variable: 'u',
        labels: ['A', { kind: 'dynamic', all: true, of: { kind: 'parameter', name: 'name' } }],
      },
    ],
  ])('%s', (text, item) => {
    expect(bare(parseClause('set', text))).toEqual([{ kind: 'set', items: [item] }])
  })

  it('takes several, and belongs to MERGE after ON', () => {
    expect(parseClause('set', 'u.a = 1, u:B, u += $c')).toMatchObject([
      { on: undefined, items: [{}, {}, {}], source: 'SET u.a = 1, u:B, u += $c' },
    ])
    expect(parseClause('on create set', 'u.a = 1')).toMatchObject([
      { kind: 'set', on: 'create', source: 'ON CREATE SET u.a = 1' },
    ])
    expect(parseClause('on match set', 'u.a = 1')).toMatchObject([
      { kind: 'set', on: 'match', source: 'ON MATCH SET u.a = 1' },
    ])
  })

  it.each([
    ['', 'expected an expression at the end   in SET'],
    ['u', "expected 'variable.property' or 'variable:Label' at 'u'   in SET u"],
    ['u.a', "expected '=' and a value at the end   in SET u.a"],
    ['u.a =', 'expected an expression at the end   in SET u.a ='],
    ['u.a += 1', "expected '=' and a value at '+= 1'   in SET u.a += 1"],
    ['u:', 'expected a label at the end   in SET u:'],
    ['u:A|B', "expected ',' or the end at '|B'   in SET u:A|B"],
    ['1 = 2', "expected 'variable.property' or 'variable:Label' at '1 = 2'   in SET 1 = 2"],
  ])('refuses %s', (text, expected) => {
    expect(refusal(() => parseClause('set', text))).toBe(expected)
  })
})

describe('REMOVE', () => {
  it('takes properties and labels', () => {
    expect(bare(parseClause('remove', 'u.name, u:A:B, u[$k]'))).toEqual([
      {
        kind: 'remove',
        items: [
          { kind: 'property', target: property('name') },
          { kind: 'labels', variable: 'u', labels: ['A', 'B'] },
          { kind: 'property', target: { kind: 'index', of: u, at: { kind: 'parameter', name: 'k' } } },
        ],
      },
    ])
  })

  it.each([
    ['u', "expected 'variable.property' or 'variable:Label' at 'u'   in REMOVE u"],
    ['u.a = 1', "expected ',' or the end at '= 1'   in REMOVE u.a = 1"],
  ])('refuses %s', (text, expected) => {
    expect(refusal(() => parseClause('remove', text))).toBe(expected)
  })
})
