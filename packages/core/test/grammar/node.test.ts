import { describe, expect, it } from 'vitest'
import { parsePattern } from '../../src/grammar/parse-pattern.ts'
import { patternForm } from './form.ts'
import { bare, refusal } from './tree.ts'

describe('a node', () => {
  it.each([
    ['()', '(node)'],
    ['(u)', '(node u)'],
    ['(:User)', '(node :User)'],
    ['(u:User {id: $id, n: 1})', '(node u :User (map id: $id n: 1))'],
    ["({name: 'a)]}'})", "(node (map name: 'a)]}'))"],
    ['(u {})', '(node u (map))'],
    ['(u $properties)', '(node u $properties)'],
    ['(:User $`all of it`)', '(node :User $all of it)'],
    ['(u:User {id: toInteger($id), at: {x: [1]}})', '(node u :User (map id: (toInteger $id) at: (map x: (list 1))))'],
    ['(u:User WHERE u.age > 18 AND u.x)', '(node u :User (where (AND (> u.age 18) u.x)))'],
    ['(u {a: 1} WHERE u.b)', '(node u (map a: 1) (where u.b))'],
    ['(WHERE true)', '(node (where true))'],
    ['(where)', '(node where)'],
    ['(is)', '(node is)'],
    ['(IS User)', '(node :User)'],
    ['(is:User {a: 1})', '(node is :User (map a: 1))'],
    ['(u IS User|Bot WHERE u.x)', '(node u :(| User Bot) (where u.x))'],
    ['(where:User WHERE where.x)', '(node where :User (where where.x))'],
    ['(`the user`:User)', '(node the user :User)'],
    ['(match:Match)', '(node match :Match)'],
    ['(u {id: a ! $b})', '(node u (map id: «a ! $b»$b))'],
  ])('%s', (text, expected) => {
    expect(parsePattern(text).map(patternForm)).toEqual([`(path ${expected})`])
  })

  it('has every part in the tree', () => {
    expect(parsePattern('(u:User {id: $id})')).toEqual([
      {
        variable: undefined,
        search: undefined,
        elements: [
          {
            kind: 'node',
            variable: 'u',
            labels: { kind: 'label', name: 'User' },
            properties: {
              kind: 'map',
              entries: [{ key: 'id', value: { kind: 'parameter', name: 'id', source: '$id' } }],
              source: '{id: $id}',
            },
            where: undefined,
          },
        ],
        source: '(u:User {id: $id})',
      },
    ])
    expect(bare(parsePattern('( )'))).toEqual([{ elements: [{ kind: 'node' }] }])
  })

  it.each([
    ['(u User)', "expected ':Label', '{key: value}', WHERE or ')' at 'User)'   in (u User)"],
    ['(u.name)', "expected ':Label', '{key: value}', WHERE or ')' at '.name)'   in (u.name)"],
    ['(1)', "expected a name, ':Label', '{key: value}', WHERE or ')' at '1)'   in (1)"],
    ['(u {id})', "expected ':' after the key 'id' at '})'   in (u {id})"],
    ['(u {id: })', "expected an expression at '})'   in (u {id: })"],
    ['(u {id: 1, })', "expected a key, or '}' at '})'   in (u {id: 1, })"],
    ["(u {'id': 1})", "expected a key, or '}' at ''id': 1})'   in (u {'id': 1})"],
    ['(u WHERE u.x', "'(' is never closed at '(u WHERE u.x'   in (u WHERE u.x"],
    ['(u:User {id: 1)', "expected '}' to close '{' at ')'   in (u:User {id: 1)"],
  ])('refuses %s', (text, expected) => {
    expect(refusal(() => parsePattern(text))).toBe(expected)
  })
})
