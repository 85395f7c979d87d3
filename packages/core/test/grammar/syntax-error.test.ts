import { describe, expect, it } from 'vitest'
import { GraphError } from '../../src/error/graph-error.ts'
import { parseClause } from '../../src/grammar/parse-clause.ts'
import { parseStatement } from '../../src/grammar/parse-statement.ts'
import { syntaxError } from '../../src/grammar/syntax-error.ts'
import { problemOf } from './tree.ts'

const message = (call: () => unknown): string => (problemOf(call) as Error).message

describe('the message for a text that is not understood', () => {
  it('shows what was expected, where, in which clause, and the way out', () => {
    expect(message(() => parseStatement('MATCH (u:User) RETUR u'))).toMatchInlineSnapshot(`
      "expected -[:TYPE]->, ',' or the next clause (did you mean RETURN?) at 'RETUR u'   in MATCH (u:User) RETUR u
        MATCH (u:User) RETUR u
                       ^ line 1, column 16
      A text that Motif does not understand can be run with stated types: cypher.as<Row, Params>(…)."
    `)
  })

  it('shows the line of a text of several lines', () => {
    expect(
      message(() => parseStatement('MATCH (u:User)\nWHERE u.age > 3\n\tRETURN u.name AS 3\n')),
    ).toMatchInlineSnapshot(`
      "expected a name after AS at '3'   in RETURN u.name AS 3
         RETURN u.name AS 3
                          ^ line 3, column 19
      A text that Motif does not understand can be run with stated types: cypher.as<Row, Params>(…)."
    `)
  })

  it('points behind a text that ends too soon', () => {
    expect(message(() => parseClause('unwind', '$rows  // all\n\n'))).toMatchInlineSnapshot(`
      "expected AS and a name at the end   in UNWIND $rows // all
        UNWIND $rows  // all
                    ^ line 1, column 13
      A text that Motif does not understand can be run with stated types: cypher.as<Row, Params>(…)."
    `)
  })

  it('shows but a part of a long text', () => {
    const long = Array.from({ length: 40 }, (_, at) => `(node${at})`).join(', ')
    expect(message(() => parseStatement(`MATCH ${long} RETUR ${long}`))).toMatchInlineSnapshot(`
      "expected -[:TYPE]->, ',' or the next clause (did you mean RETURN?) at 'RETUR (node0), (node1), …'   in …(node35), (node36), (node37), (node38), (node39) RETUR (node0), (node1), (node2), (node3), (node4), …
         (node35), (node36), (node37), (node38), (node39) RETUR (node0), (node1), (node2), (node3), (node4),
                                                          ^ line 1, column 396
      A text that Motif does not understand can be run with stated types: cypher.as<Row, Params>(…)."
    `)
  })

  it('carries its facts as fields', () => {
    const error = syntaxError('RETURN', { offset: 6, end: true }, 'expected an expression')
    expect(error).toBeInstanceOf(GraphError)
    expect(error).toMatchObject({
      code: 'SYNTAX',
      fault: 'caller',
      retryable: false,
      outcome: 'not sent',
      query: 'RETURN',
    })
  })
})
