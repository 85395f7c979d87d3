import { describe, expect, it } from 'vitest'
import { GraphError } from '../../src/error/graph-error.ts'
import { parseClause } from '../../src/grammar/parse-clause.ts'
import { parsePattern } from '../../src/grammar/parse-pattern.ts'
import { parseStatement } from '../../src/grammar/parse-statement.ts'
import { cases } from './cases.ts'
import { kindsIn, problemOf } from './tree.ts'

const parse = ({ kind, text }: (typeof cases)[number]): unknown => {
  if (kind === 'pattern') return parsePattern(text)
  return kind === 'statement' ? parseStatement(text) : parseClause(kind, text)
}

describe('the table of cases', () => {
  it.each(cases.filter(({ accepted }) => accepted))('$kind takes $text', (each) => {
    const tree = parse(each)
    expect(Array.isArray(tree)).toBe(true)
    expect(kindsIn(tree)).not.toContain('opaque')
  })

  it.each(cases.filter(({ accepted }) => !accepted))('$kind refuses $text', (each) => {
    const problem = problemOf(() => parse(each))
    expect(problem).toBeInstanceOf(GraphError)
    expect(problem).toMatchObject({ code: 'SYNTAX', fault: 'caller', retryable: false, outcome: 'not sent' })
  })
})
