import { ts } from 'ts-morph'
import { describe, expect, it } from 'vitest'
import { findIn } from '../../src/statement/find.ts'

const foundIn = (source: string): unknown[] =>
  findIn(ts.createSourceFile('queries.ts', source, ts.ScriptTarget.Latest, true)).map(({ found }) =>
    found.kind === 'chain'
      ? found.steps.map(({ name, values }) => [name, values])
      : `${found.kind}: ${found.literal.text}`,
  )

describe('findIn', () => {
  it('finds statements in quotes of any kind, and those whose types are stated', () => {
    expect(
      foundIn('db.cypher(\'RETURN 1 AS a\'); tx?.cypher(`RETURN 2 AS a`).run(); this.db.cypher.as<Row>("CALL a.b()")'),
    ).toEqual(['statement: RETURN 1 AS a', 'statement: RETURN 2 AS a', 'stated: CALL a.b()'])
  })

  it('leaves out what only the running program knows', () => {
    expect(
      foundIn('db.cypher(text); db.cypher(`MATCH (n:${label}) RETURN n`); other.as("x"); cypher`RETURN 1`'),
    ).toEqual([])
  })

  it('takes a chain as a whole, with the arguments that stand there', () => {
    expect(
      foundIn(
        "const rows = await db.match('(u:User)').where('u.id = $id').return('u').orderBy('u.id').limit(1_0).run()",
      ),
    ).toEqual([
      [
        ['match', ['(u:User)']],
        ['where', ['u.id = $id']],
        ['return', ['u']],
        ['orderBy', ['u.id']],
        ['limit', [10]],
      ],
    ])
  })

  it('knows a step that only the running program knows', () => {
    expect(foundIn("db.match('(u:User)').where(({ u }) => u.id.eq(id)).return('u')")).toEqual([
      [
        ['match', ['(u:User)']],
        ['where', undefined],
        ['return', ['u']],
      ],
    ])
  })

  it('finds a chain inside of another', () => {
    expect(foundIn("db.match('(u)').call(['u'], (q) => q.match('(u)-->(v)').return('v')).return('v')")).toHaveLength(2)
  })
})
