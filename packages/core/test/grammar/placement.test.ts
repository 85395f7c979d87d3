import { describe, expect, it } from 'vitest'
import { parseStatement } from '../../src/grammar/parse-statement.ts'
import { refusal } from './tree.ts'

describe('a clause out of place', () => {
  it.each([
    ['WHERE a RETURN a', "a statement does not begin with WHERE at 'WHERE a RETURN a'"],
    ['ORDER BY a', "a statement does not begin with ORDER BY at 'ORDER BY a'"],
    ['LIMIT 3', "a statement does not begin with LIMIT at 'LIMIT 3'"],
    ['RETURN 1 UNION UNION RETURN 1', "a statement does not begin with UNION at 'UNION RETURN 1'"],
    ['RETURN 1 AS x NEXT NEXT RETURN x', "a statement does not begin with NEXT at 'NEXT RETURN x'"],
    ['UNION RETURN 1', "a statement does not begin with UNION at 'UNION RETURN 1'"],
    [
      'MATCH (a) WHERE a.x WHERE a.y RETURN a',
      "a second WHERE: join the two conditions by AND at 'WHERE a.y RETURN a'",
    ],
    [
      'CREATE (a) WHERE a.x RETURN a',
      "WHERE follows MATCH, OPTIONAL MATCH, WITH or CALL … YIELD at 'WHERE a.x RETURN a'",
    ],
    ['MATCH (a) ON CREATE SET a.x = 1', "ON CREATE SET and ON MATCH SET follow MERGE at 'ON CREATE SET a.x = 1'"],
    ['ON MATCH SET a.x = 1', "ON CREATE SET and ON MATCH SET follow MERGE at 'ON MATCH SET a.x = 1'"],
    [
      'MERGE (a) SET a.x = 1 ON MATCH SET a.x = 1',
      "ON CREATE SET and ON MATCH SET follow MERGE at 'ON MATCH SET a.x = 1'",
    ],
    ['RETURN 1 MATCH (a)', "nothing but ORDER BY, SKIP, LIMIT, UNION and NEXT follows RETURN at 'MATCH (a)'"],
    ['RETURN 1 LIMIT 3 RETURN 2', "nothing but ORDER BY, SKIP, LIMIT, UNION and NEXT follows RETURN at 'RETURN 2'"],
    ['NEXT RETURN 1', "a statement does not begin with NEXT at 'NEXT RETURN 1'"],
    ['FINISH RETURN 1', "nothing but ORDER BY, SKIP, LIMIT, UNION and NEXT follows RETURN at 'RETURN 1'"],
    ['FINISH SEARCH a IN (VECTOR INDEX i FOR v LIMIT 3)', "SEARCH follows MATCH at 'SEARCH a IN (VECTOR INDE…'"],
    ['MATCH (a) WHEN a.x THEN RETURN a', "WHEN begins a statement at 'WHEN a.x THEN RETURN a'"],
    [
      'MATCH (a) LIMIT 3 WHERE a.x RETURN a',
      "WHERE follows MATCH, OPTIONAL MATCH, WITH or CALL … YIELD at 'WHERE a.x RETURN a'",
    ],
    ['RETURN 1 AS a ORDER BY a WHERE a', "WHERE follows MATCH, OPTIONAL MATCH, WITH or CALL … YIELD at 'WHERE a'"],
    ['MATCH (a) EXPLAIN RETURN a', "EXPLAIN begins a statement at 'EXPLAIN RETURN a'"],
  ])('%s', (text, expected) => {
    expect(refusal(() => parseStatement(text))).toMatch(new RegExp(`^${expected.replace(/[()|$]/g, '\\$&')}   in `))
  })

  it.each([
    'MERGE (a) ON CREATE SET a.x = 1 ON MATCH SET a.x = 2 ON CREATE SET a.y = 1 SET a.z = 1 RETURN a',
    'MATCH (a) OPTIONAL MATCH (a)-->(b) WHERE b.x WITH a WHERE a.x RETURN a ORDER BY a SKIP 1 LIMIT 2 UNION RETURN 1 AS a',
    'CALL f() YIELD a WHERE a RETURN a',
    'USE g EXPLAIN MATCH (a) RETURN a UNION USE h MATCH (a) RETURN a',
    'MATCH (a) ORDER BY a.x LIMIT 3 RETURN a',
    'MATCH (a) WITH a ORDER BY a.x SKIP 1 LIMIT 3 WHERE a.y RETURN a',
    'MATCH (a) SEARCH a IN (VECTOR INDEX i FOR $v LIMIT 3) WHERE a.x RETURN a',
    'MATCH (a) WHERE a.x SEARCH a IN (VECTOR INDEX i FOR $v LIMIT 3) RETURN a',
    'RETURN 1 AS a NEXT MATCH (b) RETURN b UNION RETURN 1 AS b NEXT ORDER BY b RETURN b',
    '{ RETURN 1 AS a } UNION { RETURN 2 AS a } NEXT RETURN a',
  ])('%s is in place', (text) => {
    expect(parseStatement(text).length).toBeGreaterThan(1)
  })
})
