import { describe, expect, it } from 'vitest'
import { parsePattern } from '../../src/grammar/parse-pattern.ts'
import { formOf, patternForm } from './form.ts'
import { isDeeplyFrozen, refusal } from './tree.ts'

const read = (text: string): string => parsePattern(text).map(patternForm).join(' ')

describe('paths', () => {
  it.each([
    ['(a)-->(b)', '(path (node a) (out) (node b))'],
    ['(a)<--(b)--(c)', '(path (node a) (in) (node b) (both) (node c))'],
    ['p = (a)', '(path p = (node a))'],
    ['`a path` = ()--()', '(path a path = (node) (both) (node))'],
    ['(a), (b)-->(c)', '(path (node a)) (path (node b) (out) (node c))'],
    ['shortestPath((a)-[*]-(b))', '(path shortestPath (node a) (both *..) (node b))'],
    ['p=allshortestpaths((a)-[:X*..4]-(b))', '(path p = allShortestPaths (node a) (both :X *..4) (node b))'],
    ['(a)\n  // to the other\n  -[:X]-> /* here */ (b)', '(path (node a) (out :X) (node b))'],
    ['( a ) < - [ :X ] - ( b )', '(path (node a) (in :X) (node b))'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it('keep their text, comments inside included', () => {
    expect(parsePattern(' p = (a)-->(b) , (c /* x */) // end').map(({ source }) => source)).toEqual([
      'p = (a)-->(b)',
      '(c /* x */)',
    ])
  })

  it('are frozen, and the same object for the same text', () => {
    const text = '(a:A|B {x: [1]} WHERE a.y)-[r:X*1..2 {z: $z}]->(b)'
    expect(isDeeplyFrozen(parsePattern(text))).toBe(true)
    expect(parsePattern(text)).toBe(parsePattern(text))
  })

  it.each([
    ['', "expected a node: '(…)' at the end"],
    ['u', "expected a node: '(…)' at 'u'   in u"],
    ['(a)-->', "expected a node: a relationship ends with '(…)' at the end   in (a)-->"],
    ['(a)-[:X]>(b)', "expected '-' or '->' at '>(b)'   in (a)-[:X]>(b)"],
    ['(a)->(b)', "expected '[:TYPE]' or a second '-' at '>(b)'   in (a)->(b)"],
    ['(a) (b)', "expected -[:TYPE]->, ',' or the end at '(b)'   in (a) (b)"],
    ['(a),', "expected a node: '(…)' at the end   in (a),"],
    [
      'shortestPath((a)-->(b), (c))',
      "expected -[:TYPE]-> or ')' to close shortestPath at ', (c))'   in shortestPath((a)-->(b), (c))",
    ],
    ['((a)-->(b)){1,3}', "quantified paths are not understood yet at '(a)-->(b)){1,3}'   in ((a)-->(b)){1,3}"],
    ['(a)-[:X]->+(b)', "quantified paths are not understood yet at '+(b)'   in (a)-[:X]->+(b)"],
    ['(a)-[:X]->{1,3}(b)', "quantified paths are not understood yet at '{1,3}(b)'   in (a)-[:X]->{1,3}(b)"],
    ['(a)--*(b)', "quantified paths are not understood yet at '*(b)'   in (a)--*(b)"],
    [
      'SHORTEST 2 (a)-->(b)',
      "SHORTEST, ANY and ALL before a path are not understood yet at 'SHORTEST 2 (a)-->(b)'   in SHORTEST 2 (a)-->(b)",
    ],
    [
      'any shortest (a)-->(b)',
      "SHORTEST, ANY and ALL before a path are not understood yet at 'any shortest (a)-->(b)'   in any shortest (a)-->(b)",
    ],
  ])('refuse %s', (text, expected) => {
    expect(refusal(() => parsePattern(text))).toBe(expected)
  })
})

describe('a path where a value may stand', () => {
  it.each([
    ['(a)-->(b)', '(path (node a) (out) (node b))'],
    ['NOT (a)-[:X]->() AND b', '(AND (NOT (path (node a) (out :X) (node))) b)'],
    ['(a)<-[:X]-(:B {c: 1})', '(path (node a) (in :X) (node :B (map c: 1)))'],
    ['(a)<-->(b)', '(path (node a) (both) (node b))'],
    ['(a:A)--(b)', '(path (node a :A) (both) (node b))'],
    ['((a)-->(b))', '(group (path (node a) (out) (node b)))'],
    ['exists((a)-->(b))', '(exists (path (node a) (out) (node b)))'],
    ['shortestPath((a)-[*]-(b)) IS NOT NULL', '(some (path shortestPath (node a) (both *..) (node b)))'],
    ['(a) - (b)', '(- (group a) (group b))'],
    ['(a) < -(b)', '(< (group a) (- (group b)))'],
    ['(a)--b', '(- (group a) (- b))'],
    ['(a + 1)--(b)', '(- (group (+ a 1)) (- (group b)))'],
    ['(a)-[b][0]', '(- (group a) (at (list b) 0))'],
    ['(a.b)-->(c)', '«(a.b)-->(c)»'],
  ])('%s', (text, expected) => {
    expect(formOf(text)).toBe(expected)
  })
})
