import { describe, expect, it } from 'vitest'
import { parsePattern } from '../../src/grammar/parse-pattern.ts'
import { patternForm } from './form.ts'
import { refusal } from './tree.ts'

describe('a relationship', () => {
  it.each([
    ['--', '(both)'],
    ['-->', '(out)'],
    ['<--', '(in)'],
    ['<-->', '(both)'],
    ['-[]->', '(out)'],
    ['<-[]->', '(both)'],
    ['-[r]-', '(both r)'],
    ['-[r:X]->', '(out r :X)'],
    ['<-[:X|Y]-', '(in :(| X Y))'],
    ['-[:X|:Y]-', '(both :(| X Y))'],
    ['-[r:X {a: $a}]->', '(out r :X (map a: $a))'],
    ['-[r $all]->', '(out r $all)'],
    ['-[r:X WHERE r.a > 1]->', '(out r :X (where (> r.a 1)))'],
    ['-[WHERE true]-', '(both (where true))'],
    ['-[*]-', '(both *..)'],
    ['-[r*2]->', '(out r *2..2)'],
    ['-[:X*1..3]->', '(out :X *1..3)'],
    ['-[:X*..3]->', '(out :X *..3)'],
    ['-[:X*1..]->', '(out :X *1..)'],
    ['-[:X* $all]->', '(out :X *.. $all)'],
    ['-[:X * 0 .. 1 {a: 1}]->', '(out :X *0..1 (map a: 1))'],
  ])('%s', (text, expected) => {
    expect(parsePattern(`(a)${text}(b)`).map(patternForm)).toEqual([`(path (node a) ${expected} (node b))`])
  })

  it.each([
    ['*', { min: undefined, max: undefined }],
    ['*2', { min: 2, max: 2 }],
    ['*2..', { min: 2, max: undefined }],
    ['*..2', { min: undefined, max: 2 }],
    ['', undefined],
  ])('%s has its bounds in the tree', (text, length) => {
    expect(parsePattern(`()-[${text}]-()`)[0]?.elements[1]).toHaveProperty('length', length)
  })

  it.each([
    ['-[r X]->', "expected ':TYPE', '*1..3', '{key: value}', WHERE or ']' at 'X]->(b)'"],
    ['-[:X*1.5]->', "a length is a whole number at '1.5]->(b)'"],
    ['-[:X*1e3]->', "a length is a whole number at '1e3]->(b)'"],
    ['-[:X]', "expected '-' or '->' at '(b)'"],
    ['-', "expected -[:TYPE]->, ',' or the end at '-(b)'"],
    ['<-', "expected '[:TYPE]' or a second '-' at '(b)'"],
  ])('refuses %s', (text, expected) => {
    expect(refusal(() => parsePattern(`(a)${text}(b)`))).toBe(`${expected}   in (a)${text}(b)`)
  })
})
