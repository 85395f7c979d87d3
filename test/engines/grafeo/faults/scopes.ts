import type { Fault } from './fault.ts'

/** Names after WITH: what the engine answers to the text as it stands, and what Cypher means by it. */
export const scopes: readonly Fault[] = [
  {
    name: 'WHERE on a name that WITH does not carry',
    text: `MATCH (a) WITH a.n AS x WHERE a.t = 'x' RETURN x ORDER BY x`,
    raw: /GRAFEO-Q002: semantic error: Undefined variable 'a' in property access/,
    right: [{ x: 1 }, { x: 2 }],
    outcome: 'mended',
  },
  {
    name: 'WHERE on an expression that WITH carries under another name',
    text: 'MATCH (a) WITH a.n AS x WHERE a.n > 1 RETURN x ORDER BY x',
    raw: /GRAFEO-Q002: semantic error: Undefined variable 'a' in property access/,
    right: [{ x: 2 }, { x: 3 }],
    outcome: 'mended',
  },
  {
    name: 'WHERE on an aggregate that WITH carries',
    text: 'MATCH (a)-->(b) WITH a, count(b) AS c WHERE count(b) > 0 AND a.n > 1 RETURN a.n AS n ORDER BY n',
    raw: /GRAFEO-Q002: semantic error: Undefined variable 'b'/,
    right: [{ n: 2 }, { n: 3 }],
    outcome: 'mended',
  },
  {
    name: 'WHERE on a name that WITH does not carry, after an aggregate',
    text: 'MATCH (a)-->(b) WITH a, count(b) AS c WHERE b.n > 1 RETURN a.n AS n',
    raw: /GRAFEO-Q002: semantic error: Undefined variable 'b' in property access/,
    outcome: 'unprojected-names',
  },
  {
    name: 'a pattern in WHERE takes a name that WITH renames for a new one',
    text: 'MATCH (a) WITH a.n AS k WHERE (a)-->(:M) RETURN k',
    raw: [{ k: 1 }, { k: 2 }, { k: 3 }],
    right: [{ k: 1 }],
    outcome: 'mended',
  },
  {
    name: 'EXISTS in WHERE takes a name that WITH does not carry for a new one',
    text: 'MATCH (a)-->(b) WITH a.n AS k WHERE EXISTS { (b)-->(:N) } RETURN k',
    raw: [{ k: 1 }, { k: 2 }, { k: 3 }],
    right: [{ k: 1 }],
    outcome: 'mended',
  },
  {
    name: 'ORDER BY COUNT takes a name that WITH does not carry for a new one',
    text: 'MATCH (a) WITH a.n AS k ORDER BY COUNT { (a)-->(:M) } DESC, k DESC RETURN collect(k) AS l',
    raw: [{ l: [3, 2, 1] }],
    right: [{ l: [1, 3, 2] }],
    outcome: 'mended',
  },
  {
    name: 'ORDER BY EXISTS in RETURN is sent as it stands',
    text: 'MATCH (a) RETURN a.n AS k ORDER BY EXISTS { (a)-->(:M) } DESC, k DESC LIMIT 1',
    raw: [{ k: 1 }],
    right: [{ k: 1 }],
    outcome: 'untouched',
  },
  {
    name: 'ORDER BY a list of patterns',
    text: 'MATCH (a) RETURN a.n AS k ORDER BY size([(a)-->(b:M) | b]) DESC, k DESC',
    raw: /GRAFEO-X001: Internal error: PatternComprehension reached the planner wit/,
    right: [{ k: 1 }, { k: 3 }, { k: 2 }],
    outcome: 'mended',
  },
  {
    name: 'ORDER BY a pattern after DISTINCT',
    text: 'MATCH (a) WITH DISTINCT a.t AS k ORDER BY EXISTS { (a)-->(:M) } RETURN k',
    raw: [{ k: 'x' }, { k: null }],
    outcome: 'unprojected-names',
  },
]
