import { describe, expect, it } from 'vitest'
import { unescape } from '../../src/grammar/unescape.ts'

describe('unescape', () => {
  it.each([
    ['plain', 'plain'],
    ['a\\nb\\tc\\rd\\be\\ff', 'a\nb\tc\rd\be\ff'],
    ['\\\' \\" \\` \\\\', '\' " ` \\'],
    ['\\u0041\\u00e9', 'Aé'],
    ['\\ud83d\\ude00', '😀'],
    ['\\U0001F600', '😀'],
    ['\\\\n', '\\n'],
    ['\\q \\u12 \\U00110000', '\\q \\u12 \\U00110000'],
  ])('%s', (inner, expected) => {
    expect(unescape(inner)).toBe(expected)
  })
})
