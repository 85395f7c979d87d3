import { describe, expect, it } from 'vitest'
import { grafeoText } from './grafeo-text.ts'

describe('the text that Grafeo is sent', () => {
  it.each([
    {
      name: 'a node beside an aggregate without AS is a bare id',
      text: 'MATCH (a:L) RETURN a, count(*)',
      sent: 'MATCH (a:L) ⏎ RETURN a, count(*) AS `count(*)`',
    },
    {
      name: 'nodes in an aggregate without AS are bare ids',
      text: 'MATCH (a:L) RETURN collect(a)',
      sent: 'MATCH (a:L) ⏎ RETURN collect(a) AS `collect(a)`',
    },
    {
      name: 'a relationship beside an aggregate without AS is a bare id',
      text: 'MATCH ()-[r:Q]->() RETURN r, count(*)',
      sent: 'MATCH ()-[r:Q]->() ⏎ RETURN r, count(*) AS `count(*)`',
    },
    {
      name: `a column is named in the engine's own spelling`,
      text: `MATCH (a:L) RETURN a . n, 'q'+a.t`,
      sent: `MATCH (a:L) ⏎ RETURN a . n AS \`a . n\`, 'q'+a.t AS \`'q'+a.t\``,
    },
    {
      name: 'a projection of null is an empty map',
      text: 'OPTIONAL MATCH (z:Nope) RETURN z {.*} AS x',
      sent: 'OPTIONAL MATCH (z:Nope) ⏎ RETURN CASE WHEN z IS NULL THEN null ELSE z {.*} END AS x',
    },
    {
      name: 'a projection of null with keys is a map of nulls',
      text: 'OPTIONAL MATCH (z:Nope) RETURN z {.n, one: 1} AS x',
      sent: 'OPTIONAL MATCH (z:Nope) ⏎ RETURN CASE WHEN z IS NULL THEN null ELSE z {.n, one: 1} END AS x',
    },
    {
      name: 'a projection of null that holds a node',
      text: 'MATCH (a:L) OPTIONAL MATCH (z:Nope) RETURN z {.n, a: a} AS x, a {.n, a: a} AS y',
      sent: 'MATCH (a:L) ⏎ OPTIONAL MATCH (z:Nope) ⏎ RETURN [z {.n, a: a}][CASE WHEN z IS NOT NULL THEN 0 END] AS x, a {.n, a: a} AS y',
    },
    {
      name: 'SET on null',
      text: 'MATCH (a:L) OPTIONAL MATCH (a)-[:Nope]->(z) SET z.n = 1, a.n = 7 RETURN a.n AS n, z AS z',
      sent: 'MATCH (a:L) ⏎ OPTIONAL MATCH (a)-[:Nope]->(z) ⏎ FOREACH (once IN CASE WHEN z IS NULL THEN [] ELSE [1] END | SET z.n = 1) ⏎ SET a.n = 7 ⏎ RETURN a.n AS n, z AS z',
    },
    {
      name: 'SET of a map on null',
      text: 'MATCH (a:L) OPTIONAL MATCH (a)-[:Nope]->(z) SET z += {n: 1} RETURN a.n AS n',
      sent: 'MATCH (a:L) ⏎ OPTIONAL MATCH (a)-[:Nope]->(z) ⏎ FOREACH (once IN CASE WHEN z IS NULL THEN [] ELSE [1] END | SET z += {n: 1}) ⏎ RETURN a.n AS n',
    },
    {
      name: 'SET of a label on null',
      text: 'MATCH (a:L) OPTIONAL MATCH (a)-[:Nope]->(z) SET z:X RETURN a.n AS n',
      sent: 'MATCH (a:L) ⏎ OPTIONAL MATCH (a)-[:Nope]->(z) ⏎ FOREACH (once IN CASE WHEN z IS NULL THEN [] ELSE [1] END | SET z:X) ⏎ RETURN a.n AS n',
    },
    {
      name: 'REMOVE on null',
      text: 'MATCH (a:L) OPTIONAL MATCH (a)-[:Nope]->(z) REMOVE z.n, z:X RETURN a.n AS n',
      sent: 'MATCH (a:L) ⏎ OPTIONAL MATCH (a)-[:Nope]->(z) ⏎ FOREACH (once IN CASE WHEN z IS NULL THEN [] ELSE [1] END | REMOVE z.n, z:X) ⏎ RETURN a.n AS n',
    },
    {
      name: 'DELETE of null',
      text: 'MATCH (a:L) OPTIONAL MATCH (a)-[r:Nope]->() DELETE r RETURN a.n AS n',
      sent: 'MATCH (a:L) ⏎ OPTIONAL MATCH (a)-[r:Nope]->() ⏎ FOREACH (once IN CASE WHEN r IS NULL THEN [] ELSE [1] END | DELETE r) ⏎ RETURN a.n AS n',
    },
    {
      name: 'DETACH DELETE of null, and of what is there',
      text: 'MATCH (a) OPTIONAL MATCH (a)-[:Q]->(z) DETACH DELETE z',
      sent: 'MATCH (a) ⏎ OPTIONAL MATCH (a)-[:Q]->(z) ⏎ FOREACH (once IN CASE WHEN z IS NULL THEN [] ELSE [1] END | DETACH DELETE z)',
    },
    {
      name: 'a row whose WHERE asks the graph in vain is lost',
      text: 'MATCH (a:L) OPTIONAL MATCH (a)-[:R]->(b) WHERE EXISTS { (b)-->(:L) } RETURN a.n AS a, b.n AS b',
      sent: 'MATCH (a:L) ⏎ OPTIONAL MATCH (a)-[:R]->(b) ⏎ WHERE b IS NULL OR EXISTS { (b)-->(:L) } ⏎ RETURN a.n AS a, b.n AS b',
    },
    {
      name: 'a row whose WHERE finds a pattern is lost',
      text: 'MATCH (a) OPTIONAL MATCH (a)-[:R]->(b) WHERE NOT (b)-->() RETURN a.n AS a, b.n AS b ORDER BY a',
      sent: 'MATCH (a) ⏎ OPTIONAL MATCH (a)-[:R]->(b) ⏎ WHERE b IS NULL OR NOT (b)-->() ⏎ RETURN a.n AS a, b.n AS b ⏎ ORDER BY a',
    },
    {
      name: 'a row whose WHERE counts is lost',
      text: 'MATCH (a:L) OPTIONAL MATCH (a)-->(b) WHERE b.n = 2 AND COUNT { (b)-->() } > 4 RETURN a.n AS a, b.n AS b',
      sent: 'MATCH (a:L) ⏎ OPTIONAL MATCH (a)-->(b) ⏎ WHERE b.n = 2 AND (b IS NULL OR COUNT { (b)-->() } > 4) ⏎ RETURN a.n AS a, b.n AS b',
    },
    {
      name: '{key: null} in a pattern finds what lacks the key',
      text: 'MATCH (a {t: null}) RETURN a.n AS n',
      sent: 'MATCH (a {t: $p1}) ⏎ RETURN a.n AS n',
    },
    {
      name: '{key: null} of a relationship finds what lacks the key',
      text: 'MATCH ()-[r {w: null}]->() RETURN type(r) AS t',
      sent: 'MATCH ()-[r {w: $p1}]->() ⏎ RETURN type(r) AS t',
    },
    {
      name: 'null IN [] is null',
      text: 'RETURN null IN [] AS x',
      sent: 'RETURN false AS x',
    },
    {
      name: 'NOT null IN [] is null',
      text: 'MATCH (a:L) RETURN NOT a.zz IN $l AS x',
      sent: 'MATCH (a:L) ⏎ RETURN NOT (size($l) > 0 AND a.zz IN $l) AS x',
    },
    {
      name: 'an aggregate in a map',
      text: 'MATCH (a) RETURN a.t AS t, {c: count(a)} AS m ORDER BY t',
      sent: 'MATCH (a) ⏎ WITH a.t AS t, count(a) AS aggregate ⏎ RETURN t, {c: aggregate} AS m ⏎ ORDER BY t',
    },
    {
      name: 'an aggregate in a projection',
      text: 'MATCH (a:L) RETURN a, a {.n, c: count(*)} AS m',
      sent: 'MATCH (a:L) ⏎ WITH a, count(*) AS aggregate ⏎ RETURN a, a {.n, c: aggregate} AS m',
    },
    {
      name: 'an aggregate in a slice',
      text: 'UNWIND [3, 1, 2] AS x RETURN collect(x)[0..2] AS s',
      sent: 'UNWIND [3, 1, 2] AS x ⏎ WITH collect(x) AS aggregate ⏎ RETURN aggregate[0..2] AS s',
    },
    {
      name: 'an element of an aggregate',
      text: 'UNWIND [3, 1, 2] AS x RETURN collect(x)[-1] AS e, head(collect({x: x})).x AS h',
      sent: 'UNWIND [3, 1, 2] AS x ⏎ WITH collect(x) AS aggregate, collect({x: x}) AS aggregate1 ⏎ RETURN aggregate[-1] AS e, head(aggregate1).x AS h',
    },
    {
      name: 'an aggregate in a list',
      text: 'UNWIND [3, 1, 2] AS x RETURN [min(x), max(x)] AS l',
      sent: 'UNWIND [3, 1, 2] AS x ⏎ WITH min(x) AS aggregate, max(x) AS aggregate1 ⏎ RETURN [aggregate, aggregate1] AS l',
    },
    {
      name: 'an aggregate in a comprehension',
      text: 'UNWIND [3, 1, 2] AS x RETURN [y IN collect(x) | y * 2] AS l',
      sent: 'UNWIND [3, 1, 2] AS x ⏎ WITH collect(x) AS aggregate ⏎ RETURN [y IN aggregate | y * 2] AS l',
    },
    {
      name: 'an aggregate in reduce',
      text: 'UNWIND [3, 1, 2] AS x RETURN reduce(s = 0, y IN collect(x) | s + y) AS l',
      sent: 'UNWIND [3, 1, 2] AS x ⏎ WITH collect(x) AS aggregate ⏎ RETURN reduce(s = 0, y IN aggregate | s + y) AS l',
    },
    {
      name: 'an aggregate in a quantifier',
      text: 'UNWIND [3, 1, 2] AS x RETURN any(y IN collect(x) WHERE y > 2) AS l',
      sent: 'UNWIND [3, 1, 2] AS x ⏎ WITH collect(x) AS aggregate ⏎ RETURN any(y IN aggregate WHERE y > 2) AS l',
    },
    {
      name: 'ORDER BY an aggregate beside one in a map',
      text: 'UNWIND [1, 1, 2] AS x RETURN x AS x, {c: count(*)} AS m ORDER BY count(*) DESC',
      sent: 'UNWIND [1, 1, 2] AS x ⏎ WITH x, count(*) AS aggregate ⏎ RETURN x, {c: aggregate} AS m ⏎ ORDER BY aggregate DESC',
    },
    {
      name: 'sum over no rows is null',
      text: 'MATCH (z:Nope) RETURN sum(z.n) AS s',
      sent: 'MATCH (z:Nope) ⏎ RETURN coalesce(sum(z.n), 0) AS s',
    },
    {
      name: 'sum over nulls is null',
      text: 'UNWIND [null] AS x RETURN sum(x) AS s, 1 + sum(x) AS t',
      sent: 'UNWIND [null] AS x ⏎ RETURN coalesce(sum(x), 0) AS s, 1 + coalesce(sum(x), 0) AS t',
    },
    {
      name: 'sum over no rows in WITH is null',
      text: 'MATCH (z:Nope) WITH sum(z.n) AS s RETURN s',
      sent: 'MATCH (z:Nope) ⏎ WITH coalesce(sum(z.n), 0) AS s ⏎ RETURN s',
    },
    {
      name: 'ORDER BY sum',
      text: 'UNWIND [[1, 2], [2, null], [1, 9]] AS x RETURN x[0] AS k, sum(x[1]) AS s ORDER BY sum(x[1])',
      sent: 'UNWIND [[1, 2], [2, null], [1, 9]] AS x ⏎ RETURN x[0] AS k, coalesce(sum(x[1]), 0) AS s ⏎ ORDER BY s',
    },
    {
      name: 'WHERE on a name that WITH does not carry',
      text: `MATCH (a) WITH a.n AS x WHERE a.t = 'x' RETURN x ORDER BY x`,
      sent: `MATCH (a) ⏎ WITH * ⏎ WHERE a.t = 'x' ⏎ WITH a.n AS x ⏎ RETURN x ⏎ ORDER BY x`,
    },
    {
      name: 'WHERE on an expression that WITH carries under another name',
      text: 'MATCH (a) WITH a.n AS x WHERE a.n > 1 RETURN x ORDER BY x',
      sent: 'MATCH (a) ⏎ WITH a.n AS x ⏎ WHERE x > 1 ⏎ RETURN x ⏎ ORDER BY x',
    },
    {
      name: 'WHERE on an aggregate that WITH carries',
      text: 'MATCH (a)-->(b) WITH a, count(b) AS c WHERE count(b) > 0 AND a.n > 1 RETURN a.n AS n ORDER BY n',
      sent: 'MATCH (a)-->(b) ⏎ WITH a, count(b) AS c ⏎ WHERE c > 0 AND a.n > 1 ⏎ RETURN a.n AS n ⏎ ORDER BY n',
    },
    {
      name: 'a pattern in WHERE takes a name that WITH renames for a new one',
      text: 'MATCH (a) WITH a.n AS k WHERE (a)-->(:M) RETURN k',
      sent: 'MATCH (a) ⏎ WITH * ⏎ WHERE (a)-->(:M) ⏎ WITH a.n AS k ⏎ RETURN k',
    },
    {
      name: 'EXISTS in WHERE takes a name that WITH does not carry for a new one',
      text: 'MATCH (a)-->(b) WITH a.n AS k WHERE EXISTS { (b)-->(:N) } RETURN k',
      sent: 'MATCH (a)-->(b) ⏎ WITH * ⏎ WHERE EXISTS { (b)-->(:N) } ⏎ WITH a.n AS k ⏎ RETURN k',
    },
    {
      name: 'ORDER BY COUNT takes a name that WITH does not carry for a new one',
      text: 'MATCH (a) WITH a.n AS k ORDER BY COUNT { (a)-->(:M) } DESC, k DESC RETURN collect(k) AS l',
      sent: 'MATCH (a) ⏎ WITH a.n AS k, COUNT { (a)-->(:M) } AS sorted ⏎ ORDER BY sorted DESC, k DESC ⏎ WITH k ⏎ RETURN collect(k) AS l',
    },
    {
      name: 'ORDER BY a list of patterns',
      text: 'MATCH (a) RETURN a.n AS k ORDER BY size([(a)-->(b:M) | b]) DESC, k DESC',
      sent: 'MATCH (a) ⏎ WITH a.n AS k, size([(a)-->(b:M) | b]) AS sorted ⏎ ORDER BY sorted DESC, k DESC ⏎ RETURN k',
    },
    {
      name: 'a name that a rewrite adds does not come into *',
      text: 'MATCH (a)-->(:!L) RETURN *',
      sent: 'MATCH (a)-->(node) ⏎ WHERE NOT (node:L) ⏎ RETURN a',
    },
    {
      name: 'a name that a rewrite adds avoids those there are',
      text: 'MATCH (node)-->(:!L) RETURN node.n AS n',
      sent: 'MATCH (node)-->(node1) ⏎ WHERE NOT (node1:L) ⏎ RETURN node.n AS n',
    },
    {
      name: 'a CALL subquery',
      text: 'MATCH (a) CALL (a) { MATCH (a)-->(b:!L) RETURN sum(b.n) AS s } RETURN s',
      sent: 'MATCH (a) ⏎ CALL (a) { ⏎   MATCH (a)-->(b) ⏎   WHERE NOT (b:L) ⏎   RETURN coalesce(sum(b.n), 0) AS s ⏎ } ⏎ RETURN s',
    },
    {
      name: 'a label expression and a WHERE',
      text: 'MATCH (a:!L) WHERE a.n > 1 OR a.n = 0 RETURN a.n AS n',
      sent: 'MATCH (a) ⏎ WHERE NOT (a:L) AND (a.n > 1 OR a.n = 0) ⏎ RETURN a.n AS n',
    },
  ])('$name', ({ text, sent }) => {
    expect(grafeoText(text)).toBe(sent)
  })
})
