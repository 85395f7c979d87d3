import { describe, expect, it } from 'vitest'
import { formOf } from './form.ts'

describe('what follows an operand', () => {
  it.each([
    ['u.name', 'u.name'],
    ['p.at.year', 'p.at.year'],
    ['u . `full name`', 'u.full name'],
    ['u.match.null', 'u.match.null'],
    ['$rows[0].id', '(at $rows 0).id'],
    ["u['name']", "(at u 'name')"],
    ['a[1..3]', '(slice a 1 3)'],
    ['a[..-1]', '(slice a _ (- 1))'],
    ['a[n..]', '(slice a n _)'],
    ['a[..]', '(slice a _ _)'],
    ['f(x)[0].y', '(at (f x) 0).y'],
    ['(a).b', '(group a).b'],
    ['{a: 1}.a', '(map a: 1).a'],
    ['u:Admin', '(is u Admin)'],
    ['(u):Admin:Owner AND b', '(AND (is (group u) (& Admin Owner)) b)'],
    ['-u.x[0]', '(- (at u.x 0))'],
  ])('%s', (text, expected) => {
    expect(formOf(text)).toBe(expected)
  })
})
