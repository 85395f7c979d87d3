import type { Fault } from './fault.ts'

/** Subqueries: what the engine answers to the text as it stands, and what Cypher means by it. */
export const subqueries: readonly Fault[] = [
  {
    name: 'EXISTS with RETURN',
    text: 'MATCH (a) WHERE EXISTS { MATCH (a)-->(b) WHERE b.n = 2 RETURN b } RETURN a.n AS n',
    raw: /GRAFEO-Q001: syntax error: \[Cypher\] Expected RBrace/,
    right: [{ n: 1 }],
    outcome: 'mended',
  },
  {
    name: 'EXISTS with RETURN, ORDER BY and LIMIT',
    text: 'MATCH (a) WHERE EXISTS { MATCH (a)-->(b:M) RETURN b ORDER BY b.n LIMIT 1 } RETURN a.n AS n',
    raw: /GRAFEO-Q001: syntax error: \[Cypher\] Expected RBrace/,
    right: [{ n: 1 }],
    outcome: 'mended',
  },
  {
    name: 'EXISTS with UNION',
    text: 'MATCH (a) WHERE EXISTS { MATCH (a)-->(:M) RETURN 1 AS x UNION MATCH (a)-->(:L) RETURN 1 AS x } RETURN a.n AS n ORDER BY n',
    raw: /GRAFEO-Q001: syntax error: \[Cypher\] Expected RBrace/,
    right: [{ n: 1 }, { n: 3 }],
    outcome: 'mended',
  },
  {
    name: 'COUNT with RETURN',
    text: 'MATCH (a:L) RETURN COUNT { MATCH (a)--(b) RETURN b } AS c',
    raw: /GRAFEO-Q001: syntax error: \[Cypher\] Expected RBrace/,
    right: [{ c: 2 }],
    outcome: 'mended',
  },
  {
    name: 'COUNT with RETURN DISTINCT',
    text: 'MATCH (a:L) RETURN COUNT { MATCH (a)--(b) RETURN DISTINCT b.t } AS c',
    raw: /GRAFEO-Q001: syntax error: \[Cypher\] Expected RBrace/,
    right: [{ c: 2 }],
    outcome: 'subquery-clauses',
  },
  {
    name: 'EXISTS with WITH',
    text: 'MATCH (a) WHERE EXISTS { MATCH (a)--(b) WITH a, count(b) AS c WHERE c > 1 RETURN c } RETURN a.n AS n',
    raw: /GRAFEO-Q001: syntax error: \[Cypher\] Expected RBrace/,
    right: [{ n: 1 }, { n: 2 }, { n: 3 }],
    outcome: 'subquery-clauses',
  },
  {
    name: 'COLLECT',
    text: 'MATCH (a:L) RETURN COLLECT { MATCH (a)-->(b) RETURN b.n } AS l',
    raw: /GRAFEO-Q001: syntax error: \[Cypher\] Expected end of query/,
    right: [{ l: [2] }],
    outcome: 'collect-subquery',
  },
  {
    name: 'OPTIONAL CALL',
    text: 'MATCH (a:L) OPTIONAL CALL (a) { MATCH (a)-->(b:Nope) RETURN b.n AS n } RETURN n',
    raw: /GRAFEO-Q001: syntax error: \[Cypher\] Expected Match/,
    right: [{ n: null }],
    outcome: 'optional-call',
  },
  {
    name: 'CALL IN TRANSACTIONS',
    text: 'UNWIND [1] AS x CALL (x) { CREATE (:Z {x: x}) } IN TRANSACTIONS OF 1 ROWS',
    raw: /GRAFEO-Q001: syntax error: \[Cypher\] Expected end of query/,
    outcome: 'call-in-transactions',
  },
  {
    name: 'USE',
    text: 'USE other MATCH (a) RETURN a.n AS n',
    raw: /GRAFEO-Q001: syntax error: \[Cypher\] Expected a Cypher clause/,
    outcome: 'use-graph',
  },
  {
    name: 'LOAD CSV',
    text: `LOAD CSV FROM 'file:///rows.csv' AS row RETURN row`,
    raw: /GRAFEO-Q006: execution error: Failed to open CSV file 'file:\/\/\/rows\.csv':/,
    outcome: 'load-csv',
  },
  {
    name: 'CYPHER',
    text: 'CYPHER 5 MATCH (a:L) RETURN a.n AS n',
    raw: /GRAFEO-Q001: syntax error: \[Cypher\] Expected a Cypher clause/,
    right: [{ n: 1 }],
    outcome: 'planner-hints',
  },
]
