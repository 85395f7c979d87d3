import { describe, expect, it } from 'vitest'
import { type Figure, isShort, verdict } from '../figure.ts'

const figure = (value: number, bound?: Figure['bound']): Figure =>
  bound === undefined ? { name: 'x', value, unit: 'µs' } : { name: 'x', value, unit: 'µs', bound }

describe('a figure', () => {
  it('keeps to a bound it meets exactly, from either side', () => {
    expect([figure(3, { most: 3 }), figure(3, { least: 3 })].map(isShort)).toEqual([false, false])
  })

  it('is short beyond its bound', () => {
    expect([figure(3.01, { most: 3 }), figure(2.99, { least: 3 })].map(isShort)).toEqual([true, true])
  })

  it('is short when nothing was measured', () => {
    expect([figure(Number.NaN, { most: 3 }), figure(Number.NaN, { least: 3 })].map(isShort)).toEqual([true, true])
  })

  it('says nothing without a bound', () => {
    expect([figure(3), figure(3, { most: 3 }), figure(4, { most: 3 })].map(verdict)).toEqual(['', 'ok', 'short'])
  })
})
