import { describe, expect, it } from 'vitest'
import { parsePattern } from '../../src/grammar/parse-pattern.ts'
import { formOf, patternForm } from './form.ts'
import { refusal } from './tree.ts'

describe('labels', () => {
  it.each([
    ['A', 'A'],
    ['A:B:C', '(& A B C)'],
    ['A&B', '(& A B)'],
    ['A|B|C', '(| A B C)'],
    ['A|:B', '(| A B)'],
    ['A|B&C', '(| A (& B C))'],
    ['(A|B)&C', '(& (| A B) C)'],
    ['!A', '(! A)'],
    ['!!A', '(! (! A))'],
    ['!A&%', '(& (! A) %)'],
    ['!(A|B)', '(! (| A B))'],
    ['`a ``b`` c`|Match', '(| a `b` c Match)'],
    [' A | B ', '(| A B)'],
    ['$($name)', '($ $name)'],
    ['$all(names)&!B', '(& ($ names) (! B))'],
    ["$any(['A', 'B'])|C", "(| ($any (list 'A' 'B')) C)"],
    ['A:$(x.y)', '(& A ($ x.y))'],
  ])(':%s', (text, expected) => {
    expect(parsePattern(`(:${text})`).map(patternForm)).toEqual([`(path (node :${expected}))`])
    expect(parsePattern(`()-[:${text}]-()`).map(patternForm)).toEqual([`(path (node) (both :${expected}) (node))`])
    expect(parsePattern(`(n IS ${text})`).map(patternForm)).toEqual([`(path (node n :${expected}))`])
    expect(formOf(`u:${text}`)).toBe(`(is u ${expected})`)
    expect(formOf(`u IS LABELED ${text}`)).toBe(`(is u ${expected})`)
    expect(formOf(`u IS NOT ${text}`)).toBe(`(is u (! ${expected}))`)
  })

  it('end at the bar of a comprehension, but not inside brackets or a relationship', () => {
    expect(formOf('[x IN xs WHERE x:A | x.name]')).toBe('(each x xs (where (is x A)) (yield x.name))')
    expect(formOf('[x IN xs WHERE x:(A|B) | x.name]')).toBe('(each x xs (where (is x (| A B))) (yield x.name))')
    expect(formOf('[x IN xs WHERE x:A|B | x.name]')).toBe('(each x xs (where (is x (| A B))) (yield x.name))')
    expect(formOf('[x IN xs WHERE x:A | [y IN ys | 1]]')).toBe(
      '(each x xs (where (is x A)) (yield (each y ys (yield 1))))',
    )
    expect(formOf('[x IN xs WHERE (x)-[:A|B]->() | x.name]')).toBe(
      '(each x xs (where (path (node x) (out :(| A B)) (node))) (yield x.name))',
    )
    expect(formOf('[x IN xs WHERE x:A & !B AND f(x:C|D) | 1]')).toBe(
      '(each x xs (where (AND (is x (& A (! B))) (f (is x (| C D))))) (yield 1))',
    )
  })

  it.each([
    ['(u:)', "expected a label at ')'   in (u:)"],
    ['(u:A|)', "expected a label at ')'   in (u:A|)"],
    ['(u:A&&B)', "expected a label at '&B)'   in (u:A&&B)"],
    ['(u:``)', "expected a label at '``)'   in (u:``)"],
    ['(u:$label)', "expected a label at '$label)'   in (u:$label)"],
    ['(u:$())', "expected an expression at '))'   in (u:$())"],
    ['(u:$any)', "expected a label at '$any)'   in (u:$any)"],
    ["(u:'A')", "expected a label at ''A')'   in (u:'A')"],
    ['(u:(A|B)', "'(' is never closed at '(u:(A|B)'   in (u:(A|B)"],
  ])('refuse %s', (text, expected) => {
    expect(refusal(() => parsePattern(text))).toBe(expected)
  })
})
