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
    ['((a)-[r:X]->(b)){1,3}', '(path (group (path (node a) (out r :X) (node b)) #1..3))'],
    ['(p = (a)-->(b) WHERE a.x)+ (c)', '(path (group (path p = (node a) (out) (node b)) (where a.x) #1..) (node c))'],
    ['(a) ((b)--(c))* (d)', '(path (node a) (group (path (node b) (both) (node c)) #0..) (node d))'],
    [
      '((a)-->(b)) ((c)-->(d)){2}',
      '(path (group (path (node a) (out) (node b))) (group (path (node c) (out) (node d)) #2..2))',
    ],
    ['(((a)-->(b)){2}){,3}', '(path (group (path (group (path (node a) (out) (node b)) #2..2)) #..3))'],
    [
      '(a)-[:X]->+(b)<-[:Y]-*(c)--{2,}(d)',
      '(path (node a) (out :X #1..) (node b) (in :Y #0..) (node c) (both #2..) (node d))',
    ],
    ['SHORTEST 2 (a)-->(b)', '(path (shortest 2) (node a) (out) (node b))'],
    ['p = shortest $k trail paths groups (a)-->(b)', '(path p = (shortest $k groups) TRAIL (node a) (out) (node b))'],
    ['SHORTEST GROUP (a)-->(b)', '(path (shortest groups) (node a) (out) (node b))'],
    ['any shortest (a)-->(b)', '(path (any shortest) (node a) (out) (node b))'],
    ['ALL SHORTEST PATHS ((a)-->(b))+', '(path (all shortest) (group (path (node a) (out) (node b)) #1..))'],
    ['ANY 3 PATHS (a)-->(b)', '(path (any 3) (node a) (out) (node b))'],
    ['ALL (a)-->(b), ACYCLIC (c)', '(path (all) (node a) (out) (node b)) (path ACYCLIC (node c))'],
    ['(ANY SHORTEST (a)-->(b))', '(path (group (path (any shortest) (node a) (out) (node b))))'],
    ['(any)-->(all:A)', '(path (node any) (out) (node all :A))'],
    ['walk = (shortest)', '(path walk = (node shortest))'],
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
    ['(a)-->{}(b)', "expected {2}, {1,3}, {,3} or {1,} at '}(b)'   in (a)-->{}(b)"],
    ['(a)-->{1.5}(b)', "a length is a whole number at '1.5}(b)'   in (a)-->{1.5}(b)"],
    ['(a)-->{1..3}(b)', "expected ',' or '}' at '..3}(b)'   in (a)-->{1..3}(b)"],
    ['((a)-->(b)){2}-->(c)', "expected -[:TYPE]->, ',' or the end at '-->(c)'   in ((a)-->(b)){2}-->(c)"],
    ['((a)-->(b), (c))', "expected -[:TYPE]->, WHERE or ')' at ', (c))'   in ((a)-->(b), (c))"],
    ['SHORTEST (a)-->(b)', "expected how many after SHORTEST at '(a)-->(b)'   in SHORTEST (a)-->(b)"],
    ['SHORTEST 1.5 (a)-->(b)', "expected a whole number at '1.5 (a)-->(b)'   in SHORTEST 1.5 (a)-->(b)"],
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
