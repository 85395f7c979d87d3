import type { Fault } from './fault.ts'

/** Nodes and relationships as values: what the engine answers to the text as it stands, and what Cypher means by it. */
export const entities: readonly Fault[] = [
  {
    name: 'CASE gives the id of a node',
    text: 'MATCH (a:L) RETURN CASE WHEN a.n = 1 THEN a END AS x',
    raw: [{ x: 0 }],
    right: [{ x: { _labels: ['L'], n: 1, t: 'x' } }],
    outcome: 'mended',
  },
  {
    name: 'CASE between two nodes gives an id',
    text: 'MATCH (a:L), (b:M) RETURN CASE WHEN a.n = 7 THEN a ELSE b END AS x',
    raw: [{ x: 1 }],
    right: [{ x: { _labels: ['M'], n: 2, t: 'x' } }],
    outcome: 'mended',
  },
  {
    name: 'coalesce gives the id of a node',
    text: 'MATCH (a:L) OPTIONAL MATCH (z:Nope) RETURN coalesce(z, a) AS x',
    raw: [{ x: 0 }],
    right: [{ x: { _labels: ['L'], n: 1, t: 'x' } }],
    outcome: 'mended',
  },
  {
    name: 'CASE gives the id of a relationship',
    text: 'MATCH ()-[r:Q]->() RETURN CASE WHEN true THEN r END AS x',
    raw: [{ x: 2 }],
    right: [{ x: { _type: 'Q' } }],
    outcome: 'mended',
  },
  {
    name: 'CASE between a path and null holds ids',
    text: 'MATCH p = (:L)-[:R]->(:M) RETURN CASE WHEN true THEN p END AS x',
    raw: [{ x: { edges: [0], nodes: [0, 1] } }],
    right: [
      {
        x: {
          edges: [{ _type: 'R', w: 5 }],
          nodes: [
            { _labels: ['L'], n: 1, t: 'x' },
            { _labels: ['M'], n: 2, t: 'x' },
          ],
        },
      },
    ],
    outcome: 'mended',
  },
  {
    name: 'CASE between a list of nodes and [] holds ids',
    text: 'MATCH (a:L) WITH collect(a) AS l RETURN CASE WHEN size(l) > 0 THEN l ELSE [] END AS x',
    raw: [{ x: [0] }],
    right: [{ x: [{ _labels: ['L'], n: 1, t: 'x' }] }],
    outcome: 'mended',
  },
  {
    name: 'a map with a node in CASE holds its id',
    text: 'MATCH (a:L) RETURN CASE WHEN true THEN {k: a} END AS x',
    raw: [{ x: { k: 0 } }],
    right: [{ x: { k: { _labels: ['L'], n: 1, t: 'x' } } }],
    outcome: 'mended',
  },
  {
    name: 'a list comprehension of nodes gives ids',
    text: 'MATCH (a) WITH a ORDER BY a.n WITH collect(a) AS l RETURN [x IN l WHERE x.n > 2] AS x',
    raw: [{ x: [2] }],
    right: [{ x: [{ _labels: ['N'], n: 3 }] }],
    outcome: 'mended',
  },
  {
    name: 'a list comprehension of the nodes of a path gives ids',
    text: 'MATCH p = (:L)-[:R]->(:M) RETURN [x IN nodes(p) | x] AS x',
    raw: [{ x: [0, 1] }],
    right: [
      {
        x: [
          { _labels: ['L'], n: 1, t: 'x' },
          { _labels: ['M'], n: 2, t: 'x' },
        ],
      },
    ],
    outcome: 'mended',
  },
  {
    name: 'a list comprehension of relationships gives ids',
    text: 'MATCH p = (:L)-[:R]->(:M) RETURN [r IN relationships(p) | r] AS x',
    raw: [{ x: [0] }],
    right: [{ x: [{ _type: 'R', w: 5 }] }],
    outcome: 'mended',
  },
  {
    name: 'a sum of two lists of nodes gives ids',
    text: 'MATCH (a:L) WITH collect(a) AS l RETURN l + l AS x',
    raw: [{ x: [0, 0] }],
    right: [
      {
        x: [
          { _labels: ['L'], n: 1, t: 'x' },
          { _labels: ['L'], n: 1, t: 'x' },
        ],
      },
    ],
    outcome: 'mended',
  },
  {
    name: 'UNWIND of a comprehension gives ids',
    text: 'MATCH (a) WITH collect(a) AS l UNWIND [x IN l WHERE x.n = 2] AS x RETURN x',
    raw: [{ x: 1 }],
    right: [{ x: { _labels: ['M'], n: 2, t: 'x' } }],
    outcome: 'mended',
  },
  {
    name: 'an element of a list of several kinds is an id',
    text: 'MATCH (a:L) RETURN [a, null][a.n - 1] AS x',
    raw: [{ x: 0 }],
    right: [{ x: { _labels: ['L'], n: 1, t: 'x' } }],
    outcome: 'mended',
  },
  {
    name: 'reduce over nodes gives an id',
    text: 'MATCH (a:L) WITH collect(a) AS l RETURN reduce(last = null, x IN l | x) AS x',
    raw: [{ x: 0 }],
    right: [{ x: { _labels: ['L'], n: 1, t: 'x' } }],
    outcome: 'mended',
  },
  {
    name: 'reduce over relationships gives ids',
    text: 'MATCH ()-[r:Q]->() WITH collect(r) AS l RETURN reduce(all = [], x IN l | all + [x]) AS x',
    raw: [{ x: [2] }],
    right: [{ x: [{ _type: 'Q' }] }],
    outcome: 'entity-expressions',
  },
  {
    name: 'max of nodes gives an id',
    text: 'MATCH (a:L) RETURN max(a) AS x',
    raw: [{ x: 0 }],
    right: [{ x: { _labels: ['L'], n: 1, t: 'x' } }],
    outcome: 'entity-expressions',
  },
  {
    name: 'a sum of two lists of relationships gives ids',
    text: 'MATCH ()-[r:Q]->() WITH collect(r) AS l RETURN l + l AS x',
    raw: [{ x: [2, 2] }],
    right: [{ x: [{ _type: 'Q' }, { _type: 'Q' }] }],
    outcome: 'entity-expressions',
  },
  {
    name: 'a relationship and a node to choose from',
    text: 'MATCH (a:L)-[r:R]->() RETURN CASE WHEN a.n = 1 THEN a ELSE r END AS x',
    raw: [{ x: 0 }],
    right: [{ x: { _labels: ['L'], n: 1, t: 'x' } }],
    outcome: 'entity-expressions',
  },
  {
    name: 'SET on a relationship out of CASE writes to the node of the same id',
    text: 'MATCH ()-[r:R {w: 5}]->() WITH CASE WHEN true THEN r END AS x SET x.w = 9',
    raw: [],
    right: [],
    after: {
      text: 'MATCH (a:L)-[r:R]->() RETURN a.w AS node, r.w AS relationship',
      raw: [{ node: 9, relationship: 5 }],
      right: [{ node: null, relationship: 9 }],
    },
    outcome: 'mended',
  },
  {
    name: 'DELETE of a relationship out of coalesce goes for the node of the same id',
    text: 'MATCH ()-[r:Q]->() WITH coalesce(null, r) AS x DELETE x',
    raw: /GRAFEO-V001: Invalid value: Constraint violation: Cannot delete node with/,
    right: [],
    after: { text: 'MATCH ()-[r]->() RETURN count(*) AS c', raw: [{ c: 3 }], right: [{ c: 2 }] },
    outcome: 'mended',
  },
  {
    name: 'properties() of a relationship out of CASE reads the node of the same id',
    text: 'MATCH ()-[r:R {w: 5}]->() WITH CASE WHEN true THEN r END AS x RETURN properties(x) AS p',
    raw: [{ p: { n: 1, t: 'x' } }],
    right: [{ p: { w: 5 } }],
    outcome: 'mended',
  },
  {
    name: 'FOREACH over relationships out of a comprehension writes to nodes',
    text: 'MATCH ()-[r:R {w: 5}]->() FOREACH (x IN [y IN [r] WHERE true] | SET x.w = 9)',
    raw: [],
    right: [],
    after: {
      text: 'MATCH (a:L)-[r:R]->() RETURN a.w AS node, r.w AS relationship',
      raw: [{ node: 9, relationship: 5 }],
      right: [{ node: null, relationship: 9 }],
    },
    outcome: 'entity-expressions',
  },
  {
    name: 'FOREACH over CASE with a relationship writes to a node',
    text: 'MATCH ()-[r:R {w: 5}]->() FOREACH (x IN CASE WHEN r IS NULL THEN [] ELSE [r] END | SET x.w = 9)',
    raw: [],
    right: [],
    after: {
      text: 'MATCH (a:L)-[r:R]->() RETURN a.w AS node, r.w AS relationship',
      raw: [{ node: 9, relationship: 5 }],
      right: [{ node: null, relationship: 9 }],
    },
    outcome: 'mended',
  },
  {
    name: 'a property named _id hides behind the id',
    text: 'MATCH (a:L) SET a._id = 77 RETURN a AS x, a._id AS id',
    raw: [{ id: 77, x: { _labels: ['L'], n: 1, t: 'x' } }],
    right: [{ id: 77, x: { _id: 77, _labels: ['L'], n: 1, t: 'x' } }],
    outcome: 'documented',
  },
]
