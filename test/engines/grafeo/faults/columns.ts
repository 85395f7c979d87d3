import type { Fault } from './fault.ts'

/** Columns: what the engine answers to the text as it stands, and what Cypher means by it. */
export const columns: readonly Fault[] = [
  {
    name: 'a node beside an aggregate without AS is a bare id',
    text: 'MATCH (a:L) RETURN a, count(*)',
    raw: [{ a: 0, 'count(*)': 1 }],
    right: [{ a: { _labels: ['L'], n: 1, t: 'x' }, 'count(*)': 1 }],
    outcome: 'mended',
  },
  {
    name: 'nodes in an aggregate without AS are bare ids',
    text: 'MATCH (a:L) RETURN collect(a)',
    raw: [{ 'collect(a)': [0] }],
    right: [{ 'collect(a)': [{ _labels: ['L'], n: 1, t: 'x' }] }],
    outcome: 'mended',
  },
  {
    name: 'a relationship beside an aggregate without AS is a bare id',
    text: 'MATCH ()-[r:Q]->() RETURN r, count(*)',
    raw: [{ 'count(*)': 1, r: 2 }],
    right: [{ 'count(*)': 1, r: { _type: 'Q' } }],
    outcome: 'mended',
  },
  {
    name: `a column is named in the engine's own spelling`,
    text: `MATCH (a:L) RETURN a . n, 'q'+a.t`,
    raw: [{ "'q' + a.t": 'qx', 'a.n': 1 }],
    right: [{ "'q'+a.t": 'qx', 'a . n': 1 }],
    outcome: 'mended',
  },
  {
    name: 'the branches of UNION have to name their columns in one order',
    text: 'RETURN 1 AS x, 2 AS y UNION RETURN 4 AS y, 3 AS x',
    raw: /GRAFEO-Q002: semantic error: All UNION branches must return the same colu/,
    right: [
      { x: 1, y: 2 },
      { x: 3, y: 4 },
    ],
    outcome: 'documented',
  },
  {
    name: 'a column that is written another way keeps its name',
    text: 'MATCH (a:Nope) RETURN sum(a.n), count( * )',
    raw: [{ 'count(*)': 0, 'sum(a.n)': null }],
    right: [{ 'count( * )': 0, 'sum(a.n)': 0 }],
    outcome: 'mended',
  },
]
