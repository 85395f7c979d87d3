import { describe, expect, it } from 'vitest'
import { parseClause } from '../../src/grammar/parse-clause.ts'
import { parseStatement } from '../../src/grammar/parse-statement.ts'
import { clauseForm } from './form.ts'
import { isDeeplyFrozen, refusal } from './tree.ts'

describe('a clause text', () => {
  it.each([
    ['match', '(u:User)', 'MATCH (u:User)'],
    ['optional match', '(u:User)', 'OPTIONAL MATCH (u:User)'],
    ['where', 'u.age > $min', 'WHERE u.age > $min'],
    ['return', 'u', 'RETURN u'],
    ['order by', 'u.name', 'ORDER BY u.name'],
    ['skip', '1', 'SKIP 1'],
    ['limit', '1', 'LIMIT 1'],
    ['unwind', '$rows AS row', 'UNWIND $rows AS row'],
    ['create', '(u)', 'CREATE (u)'],
    ['merge', '(u)', 'MERGE (u)'],
    ['on create set', 'u.a = 1', 'ON CREATE SET u.a = 1'],
    ['on match set', 'u.a = 1', 'ON MATCH SET u.a = 1'],
    ['set', 'u.a = 1', 'SET u.a = 1'],
    ['remove', 'u.a', 'REMOVE u.a'],
    ['delete', 'u', 'DELETE u'],
    ['detach delete', 'u', 'DETACH DELETE u'],
  ] as const)('%s %s', (kind, text, source) => {
    const clauses = parseClause(kind, `\n  ${text} // and no more`)
    expect(clauses.map((clause) => clause.source)).toEqual([source])
    expect(isDeeplyFrozen(clauses)).toBe(true)
    expect(parseClause(kind, text)).toEqual(clauses)
  })

  it('of WITH may bring what belongs to it', () => {
    const clauses = parseClause('with', 'u, count(*) AS n\n  WHERE n > 1 ORDER BY n SKIP 1 LIMIT 2')
    expect(clauses.map(clauseForm)).toEqual([
      '(with u (as (count *) n))',
      '(where (> n 1))',
      '(order (asc n))',
      '(skip 1)',
      '(limit 2)',
    ])
    expect(clauses.map(({ source }) => source)).toEqual([
      'WITH u, count(*) AS n',
      'WHERE n > 1',
      'ORDER BY n',
      'SKIP 1',
      'LIMIT 2',
    ])
  })

  it('is the same object each time, for its own kind', () => {
    expect(parseClause('where', 'u.same')).toBe(parseClause('where', 'u.same'))
    expect(parseClause('return', 'u.same')).not.toBe(parseClause('where', 'u.same'))
    expect(parseClause('return', 'u.same')).toMatchObject([{ kind: 'return' }])
  })

  it('gives the tree that a statement gives', () => {
    expect(parseStatement('MATCH (u:User)-->(v) WHERE u.a = 1 RETURN u AS x')).toEqual([
      ...parseClause('match', '(u:User)-->(v)'),
      ...parseClause('where', 'u.a = 1'),
      ...parseClause('return', 'u AS x'),
    ])
  })

  it.each([
    [
      'match',
      '(u) WHERE u.x',
      "one clause a call: WHERE does not belong to MATCH at 'WHERE u.x'   in MATCH (u) WHERE u.x",
    ],
    ['return', 'u LIMIT 3', "one clause a call: LIMIT does not belong to RETURN at 'LIMIT 3'   in RETURN u LIMIT 3"],
    [
      'return',
      'u UNION MATCH (v) RETURN v',
      "one clause a call: UNION does not belong to RETURN at 'UNION MATCH (v) RETURN v'   in RETURN u UNION MATCH (v) RETURN v",
    ],
    ['with', 'u MATCH (v)', "one clause a call: MATCH does not belong to WITH at 'MATCH (v)'   in WITH u MATCH (v)"],
    [
      'with',
      'u WHERE u.x RETURN u',
      "one clause a call: RETURN does not belong to WITH at 'RETURN u'   in WHERE u.x RETURN u",
    ],
    [
      'where',
      'u.x = 1 DETACH DELETE u',
      "one clause a call: DETACH does not belong to WHERE at 'DETACH DELETE u'   in WHERE u.x = 1 DETACH DELETE u",
    ],
    [
      'where',
      'u.x = 1; MATCH (n) DELETE n',
      "one statement at a time at 'MATCH (n) DELETE n'   in WHERE u.x = 1; MATCH (n) DELETE n",
    ],
    ['where', 'true) OR (true', "')' closes nothing at ') OR (true'   in WHERE true) OR (true"],
    ['where', 'u.x = 1, u.y = 2', "WHERE takes no list: expected the end at ', u.y = 2'   in WHERE u.x = 1, u.y = 2"],
    ['limit', '1, 2', "LIMIT takes no list: expected the end at ', 2'   in LIMIT 1, 2"],
    ['match', '(u), RETURN u', "expected a node: '(…)' at 'RETURN u'   in MATCH (u), RETURN u"],
    ['match', '(u) -> (v)', "expected '[:TYPE]' or a second '-' at '> (v)'   in MATCH (u) -> (v)"],
    ['match', '(u) foo', "expected -[:TYPE]->, ',' or the end at 'foo'   in MATCH (u) foo"],
    [
      'create',
      'INDEX x FOR (u:User) ON (u.a)',
      "a schema command is a statement of its own at 'INDEX x FOR (u:User) ON …'   in CREATE INDEX x FOR (u:User) ON (u.a)",
    ],
    ['return', 'u /* open', "a comment is never closed at '/* open'   in RETURN u /* open"],
    ['where', "u.name = 'Ada", "a text is never closed at ''Ada'   in WHERE u.name = 'Ada"],
  ] as const)('%s %s is refused', (kind, text, expected) => {
    expect(refusal(() => parseClause(kind, text))).toBe(expected)
  })
})
