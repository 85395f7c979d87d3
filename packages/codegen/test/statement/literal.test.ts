import fc from 'fast-check'
import { ts } from 'ts-morph'
import { describe, expect, it } from 'vitest'
import { findIn } from '../../src/statement/find.ts'
import { type Literal, placeInFile } from '../../src/statement/literal.ts'

const literalIn = (source: string): Literal => {
  const file = ts.createSourceFile('queries.ts', source, ts.ScriptTarget.Latest, true)
  const [site] = findIn(file)
  if (site?.found.kind !== 'statement') throw new Error(`nothing is found in ${source}`)
  return site.found.literal
}

describe('placeInFile', () => {
  it.each([
    ["db.cypher('it\\'s RETUR')", 'RETUR'],
    ["db.cypher('MATCH (u)\\n RETUR')", 'RETUR'],
    ["db.cypher('\\u{1F600}\\x41\\u0042 RETUR')", 'RETUR'],
    ["db.cypher('MATCH \\\n RETUR')", 'RETUR'],
    ['db.cypher(`MATCH\r\n  RETUR`)', 'RETUR'],
    ['db.cypher(`😀 \\`a\\` RETUR`)', 'RETUR'],
  ])('finds a word of the text in the source %j', (source, word) => {
    const literal = literalIn(source)
    expect(placeInFile(literal, literal.text.indexOf(word))).toBe(source.indexOf(word))
  })

  it('finds any character of a text however it is escaped', () => {
    const unit = fc.constantFrom(
      ['a', 'a'],
      ['\\n', '\n'],
      ["\\'", "'"],
      ['\\u{1F600}', '😀'],
      ['\\u0041', 'A'],
      ['\\\n', ''],
      ['😀', '😀'],
    )
    fc.assert(
      fc.property(fc.array(unit), fc.array(unit), (before, after) => {
        const raw = (units: readonly (readonly string[])[]): string => units.map(([each = '']) => each).join('')
        const source = `db.cypher('${raw(before)}#${raw(after)}')`
        const literal = literalIn(source)
        expect(placeInFile(literal, literal.text.indexOf('#'))).toBe(source.indexOf('#'))
      }),
    )
  })
})
