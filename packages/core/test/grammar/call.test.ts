import { describe, expect, it } from 'vitest'
import { parseClause } from '../../src/grammar/parse-clause.ts'
import { formOf } from './form.ts'

describe('calls', () => {
  it.each([
    ['rand()', '(rand)'],
    ['count(*)', '(count *)'],
    ['COUNT( * )', '(COUNT *)'],
    ['count(DISTINCT u)', '(count distinct u)'],
    ['collect(distinct u.name)', '(collect distinct u.name)'],
    ['coalesce(u.age, $default, 0)', '(coalesce u.age $default 0)'],
    ['date.truncate("day", u.at)', "(date.truncate 'day' u.at)"],
    ['apoc . text . join([a], `b c`)', '(apoc.text.join (list a) b c)'],
    ['`my`.`fun ction`(1)', '(my.fun ction 1)'],
    ['f(distinct)', '(f «distinct»)'],
    ['count(ALL u)', '(count u)'],
    ['f(all)', '(f all)'],
    ['count(all(x IN xs WHERE x))', '(count (all x xs x))'],
    ['labels(u)[0] = toUpper(f(a, g(b)))', '(= (at (labels u) 0) (toUpper (f a (g b))))'],
    ['duration({days: $d})', '(duration (map days: $d))'],
    ['left (a, 1)', '(left a 1)'],
  ])('%s', (text, expected) => {
    expect(formOf(text)).toBe(expected)
  })

  it.each([
    ['all(x IN xs WHERE x > 3)', '(all x xs (> x 3))'],
    ['ANY(x in nodes(p) WHERE x:A|B)', '(any x (nodes p) (is x (| A B)))'],
    ['none(x IN xs WHERE any(y IN x WHERE y))', '(none x xs (any y x y))'],
    ['single(`a b` IN xs WHERE true)', '(single a b xs true)'],
    ['any(xs)', '(any xs)'],
    ['reduce(s = 0, x IN xs | s + x)', '(reduce s 0 x xs (+ s x))'],
    ['reduce(xs)', '(reduce xs)'],
    ['allReduce(s = 0, x IN xs | s + x, s < 9)', '(reduce s 0 x xs (+ s x) (< s 9))'],
  ])('over a list: %s', (text, expected) => {
    expect(formOf(text)).toBe(expected)
  })

  it('keep the name as written', () => {
    expect(parseClause('where', 'toUPPER(u.x)')).toMatchObject([
      { condition: { kind: 'call', name: 'toUPPER', source: 'toUPPER(u.x)' } },
    ])
  })
})
