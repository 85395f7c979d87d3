import { describe, expect, it } from 'vitest'
import { grafeoText } from './grafeo-text.ts'

describe('the text that Grafeo is sent', () => {
  it.each([
    {
      name: 'SET of one node by another copies nothing',
      text: 'MATCH (a:L), (b:N {n: 3}) SET b = a RETURN b.n AS n, b.t AS t',
      sent: 'MATCH (a:L), (b:N {n: 3}) ⏎ SET b = properties(a) ⏎ RETURN b.n AS n, b.t AS t',
    },
    {
      name: 'SET += of a node copies nothing',
      text: 'MATCH (a:L), (b:N {n: 3}) SET b += a RETURN b.n AS n, b.t AS t',
      sent: 'MATCH (a:L), (b:N {n: 3}) ⏎ SET b += properties(a) ⏎ RETURN b.n AS n, b.t AS t',
    },
    {
      name: 'SET of a relationship by a node copies nothing',
      text: 'MATCH (a:L), ()-[r:Q]->() SET r = a RETURN r.n AS n',
      sent: 'MATCH (a:L), ()-[r:Q]->() ⏎ SET r = properties(a) ⏎ RETURN r.n AS n',
    },
    {
      name: 'ON CREATE SET by a node copies nothing',
      text: 'MATCH (a:L), (b:N) MERGE (a)-[r:NEW]->(b) ON CREATE SET r = a RETURN r.n AS n',
      sent: 'MATCH (a:L), (b:N) ⏎ MERGE (a)-[r:NEW]->(b) ⏎ ON CREATE SET r = properties(a) ⏎ RETURN r.n AS n',
    },
    {
      name: 'ON MATCH SET += of a node copies nothing',
      text: 'MATCH (b:M) MERGE (a:L {n: 1}) ON MATCH SET a += b RETURN a.n AS n',
      sent: 'MATCH (b:M) ⏎ MERGE (a:L {n: 1}) ⏎ ON MATCH SET a += properties(b) ⏎ RETURN a.n AS n',
    },
    {
      name: 'CREATE with a map in place of properties',
      text: 'CREATE (z:Z $map) RETURN z.a AS a',
      sent: 'CREATE (z:Z) ⏎ SET z = $map ⏎ RETURN z.a AS a',
    },
    {
      name: 'CREATE of a relationship with a map',
      text: 'MATCH (a:L), (b:N) CREATE (a)-[r:S $map]->(b) RETURN r.a AS a',
      sent: 'MATCH (a:L), (b:N) ⏎ CREATE (a)-[r:S]->(b) ⏎ SET r = $map ⏎ RETURN r.a AS a',
    },
    {
      name: 'CREATE of nodes without names, with maps',
      text: 'CREATE (:Z $map)-[:S]->(:Z $map)',
      sent: 'CREATE (created:Z)-[:S]->(created1:Z) ⏎ SET created = $map, created1 = $map',
    },
    {
      name: 'CREATE with labels joined by &',
      text: 'CREATE (z:Y&Z) RETURN z:Y AS y, z:Z AS z',
      sent: 'CREATE (z:Y:Z) ⏎ RETURN z:Y AS y, z:Z AS z',
    },
    {
      name: 'SET of an expression in brackets',
      text: 'MATCH (a:L {n: 1}) SET (a).k = 1 RETURN a.k AS k',
      sent: 'MATCH (a:L {n: 1}) ⏎ SET a.k = 1 ⏎ RETURN a.k AS k',
    },
    {
      name: 'DELETE of an element',
      text: 'MATCH (a) WITH a ORDER BY a.n WITH collect(a) AS l DETACH DELETE l[0]',
      sent: 'MATCH (a) ⏎ WITH a ⏎ ORDER BY a.n ⏎ WITH collect(a) AS l ⏎ CALL (l) { ⏎   WITH l[0] AS deleted ⏎   WHERE deleted IS NOT NULL ⏎   DETACH DELETE deleted ⏎ }',
    },
    {
      name: 'DELETE of an element that is not there',
      text: 'MATCH (a:L) WITH collect(a) AS l DETACH DELETE l[9]',
      sent: 'MATCH (a:L) ⏎ WITH collect(a) AS l ⏎ CALL (l) { ⏎   WITH l[9] AS deleted ⏎   WHERE deleted IS NOT NULL ⏎   DETACH DELETE deleted ⏎ }',
    },
    {
      name: 'DELETE of a relationship in a map',
      text: 'MATCH ()-[r:Q]->() WITH {k: r} AS m DELETE m.k',
      sent: 'MATCH ()-[r:Q]->() ⏎ WITH {k: r} AS m ⏎ CALL (m) { ⏎   WITH m.k AS deleted ⏎   WHERE deleted IS NOT NULL ⏎   DELETE deleted ⏎ }',
    },
    {
      name: 'DELETE of a path',
      text: 'MATCH p = (:L)-[:R]->(:M) DETACH DELETE p',
      sent: 'MATCH p = (:L)-[:R]->(:M) ⏎ FOREACH (part IN nodes(p) | DETACH DELETE part)',
    },
    {
      name: 'DELETE of a node before its relationships',
      text: 'MATCH (a:Two)-[r]->(b:Two) DELETE a, r, b',
      sent: 'MATCH (a:Two)-[r]->(b:Two) ⏎ DELETE r, a, b',
    },
    {
      name: 'reserved words as types',
      text: 'MATCH ()-[r:IN]->() RETURN 1 AS x',
      sent: 'MATCH ()-[r:`IN`]->() ⏎ RETURN 1 AS x',
    },
    {
      name: 'reserved words as keys of a map',
      text: 'RETURN {null: 1, in: 2, end: 3} AS m',
      sent: 'RETURN {`null`: 1, `in`: 2, `end`: 3} AS m',
    },
    {
      name: 'reserved words as labels and properties',
      text: 'CREATE (z:Match {in: 1, case: 2}) RETURN z.in AS x, z.case AS y',
      sent: 'CREATE (z:`Match` {`in`: 1, `case`: 2}) ⏎ RETURN z.`in` AS x, z.`case` AS y',
    },
    {
      name: 'reserved words as names of columns',
      text: 'MATCH (a:L) RETURN a.n AS then, a.t AS in',
      sent: 'MATCH (a:L) ⏎ RETURN a.n AS `then`, a.t AS `in`',
    },
    {
      name: 'reserved words as parameters',
      text: 'RETURN $in AS x',
      sent: 'RETURN $`in` AS x',
    },
    {
      name: 'a number as a parameter',
      text: 'RETURN $1 AS x',
      sent: 'RETURN $`1` AS x',
    },
    {
      name: 'OFFSET',
      text: 'MATCH (a) RETURN a.n AS n ORDER BY n OFFSET 2',
      sent: 'MATCH (a) ⏎ RETURN a.n AS n ⏎ ORDER BY n ⏎ SKIP 2',
    },
    {
      name: 'UNION DISTINCT',
      text: 'RETURN 1 AS x UNION DISTINCT RETURN 1 AS x',
      sent: 'RETURN 1 AS x ⏎ UNION ⏎ RETURN 1 AS x',
    },
    {
      name: 'NULLS FIRST',
      text: 'MATCH (a) RETURN a.t AS t, a.n AS n ORDER BY a.t NULLS FIRST, n',
      sent: 'MATCH (a) ⏎ RETURN a.t AS t, a.n AS n ⏎ ORDER BY a.t IS NULL DESC, a.t, n',
    },
    {
      name: 'NULLS LAST',
      text: 'MATCH (a) RETURN a.t AS t, a.n AS n ORDER BY a.t DESC NULLS LAST, n',
      sent: 'MATCH (a) ⏎ RETURN a.t AS t, a.n AS n ⏎ ORDER BY a.t IS NULL, a.t DESC, n',
    },
    {
      name: '{x} in a projection',
      text: 'MATCH (a:L) WITH a, 5 AS k RETURN a {.n, k} AS m',
      sent: 'MATCH (a:L) ⏎ WITH a, 5 AS k ⏎ RETURN a {.n, k: k} AS m',
    },
    {
      name: 'a guard inside FOREACH',
      text: 'MATCH (a) OPTIONAL MATCH (a)-->(b) FOREACH (i IN [1] | SET b.n = i) RETURN a',
      sent: 'MATCH (a) ⏎ OPTIONAL MATCH (a)-->(b) ⏎ FOREACH (i IN [1] | FOREACH (once IN CASE WHEN b IS NULL THEN [] ELSE [1] END | SET b.n = i)) ⏎ RETURN a',
    },
    {
      name: 'DELETE of what is no entity: the engine refuses it',
      text: 'MATCH (a:L) DELETE a:L',
      sent: 'MATCH (a:L) ⏎ DELETE a:L',
    },
    {
      name: 'an aggregate for each element, which no engine takes',
      text: 'MATCH (a:L) RETURN [x IN [1] | count(*)] AS l',
      sent: 'MATCH (a:L) RETURN [x IN [1] | count(*)] AS l',
    },
    {
      name: 'a column of WITH without a name, which no engine takes',
      text: 'MATCH (a:L) WITH a, count(*) RETURN a',
      sent: 'MATCH (a:L) WITH a, count(*) RETURN a',
    },
    {
      name: 'copies inside FOREACH',
      text: 'MATCH (a:L), (b:M) FOREACH (i IN [1] | SET a += b)',
      sent: 'MATCH (a:L), (b:M) ⏎ FOREACH (i IN [1] | SET a += properties(b))',
    },
  ])('$name', ({ text, sent }) => {
    expect(grafeoText(text)).toBe(sent)
  })
})
