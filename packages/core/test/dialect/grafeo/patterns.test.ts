import { describe, expect, it } from 'vitest'
import { grafeoText } from './grafeo-text.ts'

describe('the text that Grafeo is sent', () => {
  it.each([
    {
      name: 'labels joined by | are not read',
      text: 'MATCH (a:L|M) RETURN a.n AS n ORDER BY n',
      sent: 'MATCH (a) ⏎ WHERE (a:L OR a:M) ⏎ RETURN a.n AS n ⏎ ORDER BY n',
    },
    {
      name: 'labels joined by & are not read',
      text: 'MATCH (a:L&M) RETURN a.n AS n',
      sent: 'MATCH (a:L:M) ⏎ RETURN a.n AS n',
    },
    {
      name: '! before a label is not read',
      text: 'MATCH (a:!L) RETURN a.n AS n ORDER BY n',
      sent: 'MATCH (a) ⏎ WHERE NOT (a:L) ⏎ RETURN a.n AS n ⏎ ORDER BY n',
    },
    {
      name: 'a label expression of a node without a name',
      text: 'MATCH (a)-->(:!(L|M)) RETURN a.n AS n',
      sent: 'MATCH (a)-->(node) ⏎ WHERE NOT ((node:L OR node:M)) ⏎ RETURN a.n AS n',
    },
    {
      name: '% is not read',
      text: 'MATCH (a:%) RETURN a.n AS n ORDER BY n',
      sent: 'MATCH (a) ⏎ WHERE size(labels(a)) > 0 ⏎ RETURN a.n AS n ⏎ ORDER BY n',
    },
    {
      name: 'a label expression in a condition',
      text: 'MATCH (a) WHERE a:L|N RETURN a.n AS n ORDER BY n',
      sent: 'MATCH (a) ⏎ WHERE (a:L OR a:N) ⏎ RETURN a.n AS n ⏎ ORDER BY n',
    },
    {
      name: 'a label expression in a pattern predicate',
      text: 'MATCH (a) WHERE (a)-->(:L|N) RETURN a.n AS n ORDER BY n',
      sent: 'MATCH (a) ⏎ WHERE EXISTS { MATCH (a)-->(node) WHERE (node:L OR node:N) } ⏎ RETURN a.n AS n ⏎ ORDER BY n',
    },
    {
      name: 'a label expression in a pattern comprehension',
      text: 'MATCH (a:M) RETURN [(a)--(b:L|N) WHERE b.n > 1 | b.n] AS l',
      sent: 'MATCH (a:M) ⏎ RETURN [held IN [(a)--(b) WHERE (b:L OR b:N) AND b.n > 1 | [b.n]] | held[0]] AS l',
    },
    {
      name: 'a label expression in OPTIONAL MATCH',
      text: 'MATCH (a:L) OPTIONAL MATCH (a)-->(b:N|Q) RETURN a.n AS a, b.n AS b',
      sent: 'MATCH (a:L) ⏎ OPTIONAL MATCH (a)-->(b) ⏎ WHERE (b:N OR b:Q) ⏎ RETURN a.n AS a, b.n AS b',
    },
    {
      name: 'a label expression in EXISTS',
      text: 'MATCH (a) WHERE EXISTS { (a)-->(:L|Q) } RETURN a.n AS n',
      sent: 'MATCH (a) ⏎ WHERE EXISTS { MATCH (a)-->(node) WHERE (node:L OR node:Q) } ⏎ RETURN a.n AS n',
    },
    {
      name: '! before a relationship type is not read',
      text: 'MATCH ()-[:!R]->(b) RETURN b.n AS n',
      sent: `MATCH ()-[relationship]->(b) ⏎ WHERE NOT (type(relationship) = 'R') ⏎ RETURN b.n AS n`,
    },
    {
      name: 'WHERE inside a node is not read',
      text: 'MATCH (a WHERE a.n > 1)-->(b:N) RETURN a.n AS n',
      sent: 'MATCH (a)-->(b:N) ⏎ WHERE a.n > 1 ⏎ RETURN a.n AS n',
    },
    {
      name: 'a relationship never has the type it is asked for',
      text: 'MATCH ()-[r]->() WHERE r:R RETURN r.w AS w ORDER BY w',
      sent: `MATCH ()-[r]->() ⏎ WHERE type(r) = 'R' ⏎ RETURN r.w AS w ⏎ ORDER BY w`,
    },
    {
      name: 'the type of a relationship as a value',
      text: 'MATCH ()-[r {w: 5}]->() RETURN r:R AS a, r:Q AS b',
      sent: `MATCH ()-[r {w: 5}]->() ⏎ RETURN type(r) = 'R' AS a, type(r) = 'Q' AS b`,
    },
    {
      name: 'a range that holds nothing finds rows',
      text: 'MATCH (:L)-[*2..1]->(b) RETURN b.n AS n',
      sent: 'MATCH (:L)-[*1]->(b) ⏎ WHERE false ⏎ RETURN b.n AS n',
    },
    {
      name: 'a range that holds nothing, optional',
      text: 'MATCH (a:L) OPTIONAL MATCH (a)-[*2..1]->(b) RETURN b.n AS n',
      sent: 'MATCH (a:L) ⏎ OPTIONAL MATCH (a)-[*1]->(b) ⏎ WHERE false ⏎ RETURN b.n AS n',
    },
    {
      name: 'a path of one node has no name',
      text: 'MATCH p = (a:L) RETURN length(p) AS l, [x IN nodes(p) | x.n] AS n, p AS p',
      sent: 'MATCH p = (a:L)-[*0]->() ⏎ RETURN length(p) AS l, [x IN nodes(p) | x.n] AS n, p AS p',
    },
    {
      name: 'a pattern comprehension drops nulls',
      text: 'MATCH (a:L) RETURN [(a)-->(b) | b.zz] AS x, size([(a)-->(b) | b.zz]) AS s',
      sent: 'MATCH (a:L) ⏎ RETURN [held IN [(a)-->(b) | [b.zz]] | held[0]] AS x, size([held1 IN [(a)-->(b) | [b.zz]] | held1[0]]) AS s',
    },
    {
      name: 'a predicate with a null property',
      text: 'MATCH (a) WHERE EXISTS { (a)-->({t: null}) } RETURN a.n AS n',
      sent: 'MATCH (a) ⏎ WHERE EXISTS { MATCH (a)-->({t: $p1}) } ⏎ RETURN a.n AS n',
    },
    {
      name: 'EXISTS with RETURN',
      text: 'MATCH (a) WHERE EXISTS { MATCH (a)-->(b) WHERE b.n = 2 RETURN b } RETURN a.n AS n',
      sent: 'MATCH (a) ⏎ WHERE EXISTS { MATCH (a)-->(b) WHERE b.n = 2 } ⏎ RETURN a.n AS n',
    },
    {
      name: 'EXISTS with RETURN, ORDER BY and LIMIT',
      text: 'MATCH (a) WHERE EXISTS { MATCH (a)-->(b:M) RETURN b ORDER BY b.n LIMIT 1 } RETURN a.n AS n',
      sent: 'MATCH (a) ⏎ WHERE EXISTS { MATCH (a)-->(b:M) } ⏎ RETURN a.n AS n',
    },
    {
      name: 'EXISTS with UNION',
      text: 'MATCH (a) WHERE EXISTS { MATCH (a)-->(:M) RETURN 1 AS x UNION MATCH (a)-->(:L) RETURN 1 AS x } RETURN a.n AS n ORDER BY n',
      sent: 'MATCH (a) ⏎ WHERE EXISTS { MATCH (a)-->(:M) } OR EXISTS { MATCH (a)-->(:L) } ⏎ RETURN a.n AS n ⏎ ORDER BY n',
    },
    {
      name: 'COUNT with RETURN',
      text: 'MATCH (a:L) RETURN COUNT { MATCH (a)--(b) RETURN b } AS c',
      sent: 'MATCH (a:L) ⏎ RETURN COUNT { MATCH (a)--(b) } AS c',
    },
  ])('$name', ({ text, sent }) => {
    expect(grafeoText(text)).toBe(sent)
  })
})
