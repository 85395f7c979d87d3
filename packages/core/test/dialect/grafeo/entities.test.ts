import { describe, expect, it } from 'vitest'
import { grafeoText } from './grafeo-text.ts'

describe('the text that Grafeo is sent', () => {
  it.each([
    {
      name: 'CASE gives the id of a node',
      text: 'MATCH (a:L) RETURN CASE WHEN a.n = 1 THEN a END AS x',
      sent: 'MATCH (a:L) ⏎ RETURN [a][CASE WHEN a.n = 1 THEN 0 END] AS x',
    },
    {
      name: 'CASE between two nodes gives an id',
      text: 'MATCH (a:L), (b:M) RETURN CASE WHEN a.n = 7 THEN a ELSE b END AS x',
      sent: 'MATCH (a:L), (b:M) ⏎ RETURN [a, b][CASE WHEN a.n = 7 THEN 0 ELSE 1 END] AS x',
    },
    {
      name: 'coalesce gives the id of a node',
      text: 'MATCH (a:L) OPTIONAL MATCH (z:Nope) RETURN coalesce(z, a) AS x',
      sent: 'MATCH (a:L) ⏎ OPTIONAL MATCH (z:Nope) ⏎ RETURN [z, a][CASE WHEN z IS NOT NULL THEN 0 WHEN a IS NOT NULL THEN 1 END] AS x',
    },
    {
      name: 'CASE gives the id of a relationship',
      text: 'MATCH ()-[r:Q]->() RETURN CASE WHEN true THEN r END AS x',
      sent: 'MATCH ()-[r:Q]->() ⏎ RETURN [r][CASE WHEN true THEN 0 END] AS x',
    },
    {
      name: 'CASE between a path and null holds ids',
      text: 'MATCH p = (:L)-[:R]->(:M) RETURN CASE WHEN true THEN p END AS x',
      sent: 'MATCH p = (:L)-[:R]->(:M) ⏎ RETURN [p][CASE WHEN true THEN 0 END] AS x',
    },
    {
      name: 'CASE between a list of nodes and [] holds ids',
      text: 'MATCH (a:L) WITH collect(a) AS l RETURN CASE WHEN size(l) > 0 THEN l ELSE [] END AS x',
      sent: 'MATCH (a:L) ⏎ WITH collect(a) AS l ⏎ RETURN l[0..CASE WHEN size(l) > 0 THEN size(l) ELSE 0 END] AS x',
    },
    {
      name: 'a map with a node in CASE holds its id',
      text: 'MATCH (a:L) RETURN CASE WHEN true THEN {k: a} END AS x',
      sent: 'MATCH (a:L) ⏎ RETURN [{k: a}][CASE WHEN true THEN 0 END] AS x',
    },
    {
      name: 'a list comprehension of nodes gives ids',
      text: 'MATCH (a) WITH a ORDER BY a.n WITH collect(a) AS l RETURN [x IN l WHERE x.n > 2] AS x',
      sent: 'MATCH (a) ⏎ WITH a ⏎ ORDER BY a.n ⏎ WITH collect(a) AS l ⏎ RETURN [x IN l WHERE x.n > 2 | CASE WHEN x IS NULL THEN null ELSE x {.*, _id: id(x), _labels: labels(x)} END] AS x',
    },
    {
      name: 'a list comprehension of the nodes of a path gives ids',
      text: 'MATCH p = (:L)-[:R]->(:M) RETURN [x IN nodes(p) | x] AS x',
      sent: 'MATCH p = (:L)-[:R]->(:M) ⏎ RETURN [x IN nodes(p) | CASE WHEN x IS NULL THEN null ELSE x {.*, _id: id(x), _labels: labels(x)} END] AS x',
    },
    {
      name: 'a list comprehension of relationships gives ids',
      text: 'MATCH p = (:L)-[:R]->(:M) RETURN [r IN relationships(p) | r] AS x',
      sent: 'MATCH p = (:L)-[:R]->(:M) ⏎ RETURN [r IN relationships(p) | CASE WHEN r IS NULL THEN null ELSE r {.*, _id: id(r), _type: type(r), _source: id(startNode(r)), _target: id(endNode(r))} END] AS x',
    },
    {
      name: 'a sum of two lists of nodes gives ids',
      text: 'MATCH (a:L) WITH collect(a) AS l RETURN l + l AS x',
      sent: 'MATCH (a:L) ⏎ WITH collect(a) AS l ⏎ RETURN [node IN l + l | CASE WHEN node IS NULL THEN null ELSE node {.*, _id: id(node), _labels: labels(node)} END] AS x',
    },
    {
      name: 'UNWIND of a comprehension gives ids',
      text: 'MATCH (a) WITH collect(a) AS l UNWIND [x IN l WHERE x.n = 2] AS x RETURN x',
      sent: 'MATCH (a) ⏎ WITH collect(a) AS l ⏎ UNWIND [x IN l WHERE x.n = 2] AS x ⏎ RETURN CASE WHEN x IS NULL THEN null ELSE x {.*, _id: id(x), _labels: labels(x)} END AS x',
    },
    {
      name: 'an element of a list of several kinds is an id',
      text: 'MATCH (a:L) RETURN [a, null][a.n - 1] AS x',
      sent: 'MATCH (a:L) ⏎ RETURN [node IN [[a, null][a.n - 1]] | CASE WHEN node IS NULL THEN null ELSE node {.*, _id: id(node), _labels: labels(node)} END][0] AS x',
    },
    {
      name: 'reduce over nodes gives an id',
      text: 'MATCH (a:L) WITH collect(a) AS l RETURN reduce(last = null, x IN l | x) AS x',
      sent: 'MATCH (a:L) ⏎ WITH collect(a) AS l ⏎ RETURN [node IN [reduce(last = null, x IN l | x)] | CASE WHEN node IS NULL THEN null ELSE node {.*, _id: id(node), _labels: labels(node)} END][0] AS x',
    },
    {
      name: 'SET on a relationship out of CASE writes to the node of the same id',
      text: 'MATCH ()-[r:R {w: 5}]->() WITH CASE WHEN true THEN r END AS x SET x.w = 9',
      sent: 'MATCH ()-[r:R {w: 5}]->() ⏎ WITH [r][CASE WHEN true THEN 0 END] AS x ⏎ FOREACH (once IN CASE WHEN x IS NULL THEN [] ELSE [1] END | SET x.w = 9)',
    },
    {
      name: 'DELETE of a relationship out of coalesce goes for the node of the same id',
      text: 'MATCH ()-[r:Q]->() WITH coalesce(null, r) AS x DELETE x',
      sent: 'MATCH ()-[r:Q]->() ⏎ WITH r AS x ⏎ DELETE x',
    },
    {
      name: 'properties() of a relationship out of CASE reads the node of the same id',
      text: 'MATCH ()-[r:R {w: 5}]->() WITH CASE WHEN true THEN r END AS x RETURN properties(x) AS p',
      sent: 'MATCH ()-[r:R {w: 5}]->() ⏎ WITH [r][CASE WHEN true THEN 0 END] AS x ⏎ RETURN properties(x) AS p',
    },
    {
      name: 'FOREACH over CASE with a relationship writes to a node',
      text: 'MATCH ()-[r:R {w: 5}]->() FOREACH (x IN CASE WHEN r IS NULL THEN [] ELSE [r] END | SET x.w = 9)',
      sent: 'MATCH ()-[r:R {w: 5}]->() ⏎ FOREACH (x IN [r][0..CASE WHEN r IS NULL THEN 0 ELSE size([r]) END] | SET x.w = 9)',
    },
  ])('$name', ({ text, sent }) => {
    expect(grafeoText(text)).toBe(sent)
  })
})
