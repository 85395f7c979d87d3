import { describe, expect, it } from 'vitest'
import { formOf } from './form.ts'

describe('CASE', () => {
  it.each([
    ["CASE WHEN a > 1 THEN 'x' WHEN b THEN 'y' ELSE 'z' END", "(case (when (> a 1) 'x') (when b 'y') (else 'z'))"],
    ["case u.age when 1 then 'a' end", "(case (of u.age) (when 1 'a'))"],
    ['CASE WHEN a THEN CASE b WHEN c THEN d END END.e', '(case (when a (case (of b) (when c d)))).e'],
    ["CASE x WHEN 1, 2 THEN 'a' ELSE 'b' END", "(case (of x) (when 1 2 'a') (else 'b'))"],
    ["CASE x WHEN < 1, >= $y THEN 'a' END", "(case (of x) (when (< _ 1) (>= _ $y) 'a'))"],
    ['CASE x WHEN IS NULL THEN 1 WHEN IN [1] THEN 2 END', '(case (of x) (when (null _) 1) (when (IN _ (list 1)) 2))'],
    [
      "CASE x WHEN STARTS WITH 'a' THEN 1 WHEN :: STRING THEN 2 WHEN :A|B THEN 3 END",
      "(case (of x) (when (STARTS WITH _ 'a') 1) (when (:: _ STRING) 2) (when (is _ (| A B)) 3))",
    ],
    ['CASE WHEN a:A|B THEN 1 END + 1', '(+ (case (when (is a (| A B)) 1)) 1)'],
  ])('%s', (text, expected) => {
    expect(formOf(text)).toBe(expected)
  })

  it('without a branch or an end is not understood', () => {
    expect(formOf('CASE a END')).toBe('«CASE a END»')
    expect(formOf('CASE WHEN a THEN b')).toBe('«CASE WHEN a THEN b»')
  })
})
