import { expect, it } from 'vitest'
import type { LabelExpression, NodePattern, RelationshipPattern } from '../../src/ast/pattern.ts'
import { quoteName } from '../../src/ast/quote.ts'
import { Writer } from '../../src/compile/writer.ts'
import { binary, property, value } from './tree.ts'

const label = (name: string): LabelExpression => ({ kind: 'label', name })
const node = (fields: Partial<NodePattern> = {}): NodePattern => ({
  kind: 'node',
  variable: undefined,
  labels: undefined,
  properties: undefined,
  where: undefined,
  ...fields,
})
const relationship = (fields: Partial<RelationshipPattern> = {}): RelationshipPattern => ({
  kind: 'relationship',
  variable: undefined,
  types: undefined,
  direction: 'out',
  length: undefined,
  properties: undefined,
  where: undefined,
  ...fields,
})
const print = (...elements: readonly (NodePattern | RelationshipPattern)[]): string =>
  new Writer(quoteName).pattern({ variable: undefined, search: undefined, elements })

it.each<[string, readonly (NodePattern | RelationshipPattern)[]]>([
  ['()', [node()]],
  ['(n:User)', [node({ variable: 'n', labels: label('User') })]],
  ['(:A:B)', [node({ labels: { kind: 'all-of', of: [label('A'), label('B')] } })]],
  ['(:A|B)', [node({ labels: { kind: 'any-of', of: [label('A'), label('B')] } })]],
  [
    '(:(A|B)&!C&%)',
    [
      node({
        labels: {
          kind: 'all-of',
          of: [{ kind: 'any-of', of: [label('A'), label('B')] }, { kind: 'not', of: label('C') }, { kind: 'wildcard' }],
        },
      }),
    ],
  ],
  ['(:!(A|B))', [node({ labels: { kind: 'not', of: { kind: 'any-of', of: [label('A'), label('B')] } } })]],
  [
    '(n {id: $p1} WHERE n.x > $p2)',
    [
      node({
        variable: 'n',
        properties: { kind: 'map', entries: [{ key: 'id', value: value(1) }] },
        where: binary('>', property('n', 'x'), value(2)),
      }),
    ],
  ],
  [
    '()-->()<--()--()',
    [
      node(),
      relationship(),
      node(),
      relationship({ direction: 'in' }),
      node(),
      relationship({ direction: 'both' }),
      node(),
    ],
  ],
  [
    '()<-[r:R|S*]-()',
    [
      node(),
      relationship({
        variable: 'r',
        types: { kind: 'any-of', of: [label('R'), label('S')] },
        direction: 'in',
        length: { min: undefined, max: undefined },
      }),
      node(),
    ],
  ],
  ['()-[*2]->()', [node(), relationship({ length: { min: 2, max: 2 } }), node()]],
  ['()-[*2..]->()', [node(), relationship({ length: { min: 2, max: undefined } }), node()]],
  ['()-[*..3]->()', [node(), relationship({ length: { min: undefined, max: 3 } }), node()]],
  ['(`a b`:`x``y`)', [node({ variable: 'a b', labels: label('x`y') })]],
])('writes %s', (text, elements) => {
  expect(print(...elements)).toBe(text)
})

it.each([-1, 1.5, Number.NaN, '1]-() DETACH DELETE n //'])(
  'refuses %o as a bound, which stands in the text',
  (bound) => {
    expect(() => print(node(), relationship({ length: { min: bound as number, max: undefined } }), node())).toThrow(
      'whole numbers',
    )
  },
)
