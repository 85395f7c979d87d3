import { describe, expect, it } from 'vitest'
import { formOf } from './form.ts'

describe('CASE', () => {
  it.each([
    ["CASE WHEN a > 1 THEN 'x' WHEN b THEN 'y' ELSE 'z' END", "(case (when (> a 1) 'x') (when b 'y') (else 'z'))"],
    ["case u.age when 1 then 'a' end", "(case (of u.age) (when 1 'a'))"],
    ['CASE WHEN a THEN CASE b WHEN c THEN d END END.e', '(case (when a (case (of b) (when c d)))).e'],
    ['CASE WHEN a:A|B THEN 1 END + 1', '(+ (case (when (is a (| A B)) 1)) 1)'],
  ])('%s', (text, expected) => {
    expect(formOf(text)).toBe(expected)
  })

  it('without a branch or an end is not understood', () => {
    expect(formOf('CASE a END')).toBe('«CASE a END»')
    expect(formOf('CASE WHEN a THEN b')).toBe('«CASE WHEN a THEN b»')
  })
})
