import { describe, expect, it } from 'vitest'
import { parseStatement } from '../../src/grammar/parse-statement.ts'
import { bareTree } from '../compile/bare-tree.ts'
import { refusal } from './tree.ts'

describe('LOAD CSV', () => {
  it.each([
    [
      "LOAD CSV WITH HEADERS FROM $url AS line FIELDTERMINATOR ';' CREATE (u {id: line.id})",
      { headers: true, from: { kind: 'parameter', name: 'url' }, variable: 'line', fieldTerminator: ';' },
    ],
    [
      "LOAD CSV FROM 'file:///' + $name AS row RETURN row",
      { headers: false, from: { kind: 'binary', operator: '+' }, variable: 'row' },
    ],
  ])('%s', (text, expected) => {
    expect(bareTree(parseStatement(text)[0])).toMatchObject({ kind: 'load-csv', ...expected })
  })

  it.each([
    ['LOAD CSV WITH HEADERS $url AS line', "expected 'FROM' at '$url AS line'   in LOAD CSV WITH HEADERS $url AS line"],
    ['LOAD CSV FROM $url', 'expected AS and a name at the end   in LOAD CSV FROM $url'],
    [
      'LOAD CSV FROM $url AS line FIELDTERMINATOR $sign RETURN line',
      "expected a text after FIELDTERMINATOR at '$sign RETURN line'   in LOAD CSV FROM $url AS line FIELDTERMINATOR $sign RETURN line",
    ],
  ])('refuses %s', (text, expected) => {
    expect(refusal(() => parseStatement(text))).toBe(expected)
  })
})
