import { describe, expect, it } from 'vitest'
import { parseClause } from '../../src/grammar/parse-clause.ts'
import { formOf } from './form.ts'

describe('operands', () => {
  it.each([
    ["'it\\'s'", "'it's'"],
    ['"a\\nb"', "'a\nb'"],
    ['TRUE', 'true'],
    ['false', 'false'],
    ['Null', 'null'],
    ['$x', '$x'],
    ['$`a b`', '$a b'],
    ['u', 'u'],
    ['`a b`', 'a b'],
    ['`true`', 'true'],
    ['((a))', '(group (group a))'],
    ['[]', '(list)'],
    ['[1, [a], $x]', '(list 1 (list a) $x)'],
    ['{}', '(map)'],
    ["{a: 1, `b c`: {d: 'x'}, null: 2}", "(map a: 1 b c: (map d: 'x') null: 2)"],
  ])('%s', (text, expected) => {
    expect(formOf(text)).toBe(expected)
  })

  it('tell a constant from a name in back-ticks', () => {
    expect(parseClause('where', 'true')).toMatchObject([{ condition: { kind: 'literal', value: true } }])
    expect(parseClause('where', '`true`')).toMatchObject([{ condition: { kind: 'variable', name: 'true' } }])
  })

  it('keep a text as written, with its meaning beside it', () => {
    expect(parseClause('where', "'a\\u0041\\'' ")).toEqual([
      {
        kind: 'where',
        condition: { kind: 'literal', value: "aA'", source: "'a\\u0041\\''" },
        source: "WHERE 'a\\u0041\\''",
      },
    ])
  })
})
