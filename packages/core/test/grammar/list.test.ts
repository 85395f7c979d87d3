import { describe, expect, it } from 'vitest'
import { formOf } from './form.ts'

describe('comprehensions', () => {
  it.each([
    ['[x IN xs]', '(each x xs)'],
    ['[x IN xs WHERE x > 1]', '(each x xs (where (> x 1)))'],
    ['[x IN xs | x.name]', '(each x xs (yield x.name))'],
    ['[x IN range(1, 3) WHERE x % 2 = 0 | {y: x}]', '(each x (range 1 3) (where (= (% x 2) 0)) (yield (map y: x)))'],
    ['[x IN [y IN ys | y] | x]', '(each x (each y ys (yield y)) (yield x))'],
    ['[(u)-[:X]->(p) | p.title]', '(paths (path (node u) (out :X) (node p)) (yield p.title))'],
    ['[(u)-->(p:P) WHERE p.a = 1 | p]', '(paths (path (node u) (out) (node p :P)) (where (= p.a 1)) (yield p))'],
    ['[q = (u)--(p) | length(q)]', '(paths (path q = (node u) (both) (node p)) (yield (length q)))'],
    ['[(u)-->(), (u)--()]', '(list (path (node u) (out) (node)) (path (node u) (both) (node)))'],
    ['[(u)-[:X]->()]', '(list (path (node u) (out :X) (node)))'],
    ['[(a), b]', '(list (group a) b)'],
  ])('%s', (text, expected) => {
    expect(formOf(text)).toBe(expected)
  })
})
