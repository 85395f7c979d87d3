import { GraphNode, GraphPath, GraphRelationship, float } from '@motif/core'
import { describe, expect, it } from 'vitest'
import { canonical } from '../canonical.ts'
import { readValue } from '../read-value.ts'

const a = new GraphNode(['B', 'A'], 'n:1', { y: 1, x: 'one' })
const b = new GraphNode([], 'n:2', {})
const r = new GraphRelationship('R', 'e:1', ['n:2', 'n:1'], { w: 0.5 })

describe('a value in the notation of the kit reads as the same value of an engine', () => {
  it.each([
    ["'it\\'s'", "it's"],
    ['1', 1],
    ['-1.5e-3', -0.0015],
    ['1.0', float(1)],
    ['9223372036854775807', 9_223_372_036_854_775_807n],
    ['NaN', Number.NaN],
    ['-Inf', Number.NEGATIVE_INFINITY],
    ['null', null],
    ['[1, [], {a: true}]', [1, [], { a: true }]],
    ["(:A:B {x: 'one', y: 1})", a],
    ['()', b],
    ['[:R {w: 0.5}]', r],
    ["<(:A:B {y: 1, x: 'one'})<-[:R {w: 0.5}]-()>", new GraphPath([a, b], [r])],
    ["'P1Y2M-3DT4.5S'", 'P14M-3DT0H4.500S'],
    ["'-P1D'", 'P-1D'],
    ["'12:31:14.645Z'", '12:31:14.645000000+00:00'],
    ["'2015-07-21T21:40+02:00[Europe/Stockholm]'", '2015-07-21T21:40:00+02:00[Europe/Stockholm]'],
  ])('%s', (text, value) => {
    expect(canonical(readValue(text))).toBe(canonical(value))
  })

  it.each([
    ['1', '2'],
    ["'1'", '1'],
    ['[1, 2]', '[2, 1]'],
    ['{a: null}', '{}'],
    ['(:A)', '(:B)'],
    ['(:A)', '(:A {x: 1})'],
    ['<(:A)-[:R]->(:B)>', '<(:A)<-[:R]-(:B)>'],
    ["'PT1S'", "'PT1.000000001S'"],
    ["'12:00Z'", "'12:00'"],
    ["'2015-07-21T21:40+02:00[Europe/Stockholm]'", "'2015-07-21T21:40+02:00'"],
  ])('%s is not %s', (left, right) => {
    expect(canonical(readValue(left))).not.toBe(canonical(readValue(right)))
  })

  it('forgets the order of lists where that is asked for', () => {
    expect(canonical(readValue('[2, [4, 3], 1]'), true)).toBe(canonical(readValue('[1, 2, [3, 4]]'), true))
  })

  it.each(['(', '[1 2', "{a 'x'}", '1 2', '#'])('refuses %s', (text) => {
    expect(() => readValue(text)).toThrow('value of the kit')
  })
})
