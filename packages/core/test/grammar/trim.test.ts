import { describe, expect, it } from 'vitest'
import { formOf } from './form.ts'

describe('trim', () => {
  it.each([
    ['trim(x)', '(trim x)'],
    ['trim(both)', '(trim both)'],
    ['trim(leading + x)', '(trim (+ leading x))'],
    ['trim(leading[0])', '(trim (at leading 0))'],
    ['trim(x.from)', '(trim x.from)'],
    ['trim(BOTH [x][0] FROM (y))', '(btrim (group y) (at (list x) 0))'],
    ["trim(BOTH 'a' FROM x)", "(btrim x 'a')"],
    ["trim('a' FROM x)", "(btrim x 'a')"],
    ['trim(BOTH FROM x)', '(btrim x)'],
    ['trim(FROM x)', '(btrim x)'],
    ['trim(LEADING $a FROM x + y)', '(ltrim (+ x y) $a)'],
    ['trim(trailing from x)', '(rtrim x)'],
  ])('%s', (text, expected) => {
    expect(formOf(text)).toBe(expected)
  })
})
