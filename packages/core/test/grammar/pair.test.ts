import { describe, expect, it } from 'vitest'
import { lex } from '../../src/grammar/lex.ts'
import { DEEPEST, pair } from '../../src/grammar/pair.ts'
import { refusal } from './tree.ts'

const mates = (text: string): number[] => [...pair(text, lex(text))]

describe('pair', () => {
  it('finds the bracket that closes each', () => {
    expect(mates('(a)')).toEqual([2, 0, 0, 0])
    expect(mates('([{}])()')).toEqual([5, 4, 3, 0, 0, 0, 7, 0, 0])
  })

  it('sees none in texts, names and comments', () => {
    expect(mates('\'(\' `[` // {\n "}"')).toEqual([0, 0, 0, 0])
  })

  it.each([
    ['(a', "'(' is never closed at '(a'   in (a"],
    ['((a)', "'(' is never closed at '((a)'   in ((a)"],
    ['a)', "')' closes nothing at ')'   in a)"],
    ['(a]', "expected ')' to close '(' at ']'   in (a]"],
    ['x\n{a: [1}', "expected ']' to close '[' at '}'   in {a: [1}"],
  ])('refuses %s', (text, expected) => {
    expect(refusal(() => mates(text))).toBe(expected)
  })

  it('takes brackets two hundred deep and no deeper', () => {
    expect(mates('('.repeat(DEEPEST) + ')'.repeat(DEEPEST))[0]).toBe(2 * DEEPEST - 1)
    expect(refusal(() => mates('('.repeat(DEEPEST + 1) + ')'.repeat(DEEPEST + 1)))).toContain(
      'brackets nest more than 200 deep',
    )
  })
})
