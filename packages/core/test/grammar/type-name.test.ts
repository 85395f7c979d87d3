import { describe, expect, it } from 'vitest'
import { formOf } from './form.ts'

describe('a type after IS ::', () => {
  it.each([
    ['INTEGER', 'INTEGER'],
    ['integer not null', 'INTEGER NOT NULL'],
    ['Integer!', 'INTEGER NOT NULL'],
    ['list < string ! >', 'LIST<STRING NOT NULL>'],
    ['LIST<LIST<FLOAT>> NOT NULL', 'LIST<LIST<FLOAT>> NOT NULL'],
    ['INTEGER LIST', 'INTEGER LIST'],
    ['STRING|FLOAT', 'STRING | FLOAT'],
    ['ANY<INTEGER | STRING>', 'ANY<INTEGER | STRING>'],
    ['PROPERTY VALUE', 'PROPERTY VALUE'],
    ['TIME WITH TIMEZONE', 'TIME WITH TIMEZONE'],
    ['TIMESTAMP WITHOUT TIME ZONE NOT NULL', 'TIMESTAMP WITHOUT TIME ZONE NOT NULL'],
    ['VECTOR<FLOAT32>(128)', 'VECTOR<FLOAT32>(128)'],
  ])('%s', (text, expected) => {
    expect(formOf(`x IS :: ${text}`)).toBe(`(:: x ${expected})`)
    expect(formOf(`x :: ${text}`)).toBe(`(:: x ${expected})`)
    expect(formOf(`x IS NOT TYPED ${text} AND y`)).toBe(`(AND (not :: x ${expected}) y)`)
  })

  it('ends where a comprehension goes on, or a clause', () => {
    expect(formOf('[x IN xs WHERE x :: STRING | x]')).toBe('(each x xs (where (:: x STRING)) (yield x))')
    expect(formOf('CASE WHEN x :: STRING THEN 1 END')).toBe('(case (when (:: x STRING) 1))')
  })
})

describe('a normal form', () => {
  it.each([
    ['x IS NORMALIZED', '(NFC x)'],
    ['x IS NOT NFKD NORMALIZED', '(not NFKD x)'],
    ['x + y is nfc normalized', '(NFC (+ x y))'],
  ])('%s', (text, expected) => {
    expect(formOf(text)).toBe(expected)
  })
})
