import { expect, it } from 'vitest'
import { compile } from '../../src/compile/compile.ts'
import type { Dialect } from '../../src/dialect/dialect.ts'
import { neo4j } from '../../src/dialect/neo4j.ts'
import { parseStatement } from '../../src/grammar/parse-statement.ts'
import { defineSchema, type SchemaDescriptor } from '../../src/schema/schema-descriptor.ts'
import { typeScriptOf } from '../../src/schema/type-script-of.ts'
import type { ValueType } from '../../src/value/value-type.ts'

const schema: SchemaDescriptor = defineSchema({
  nodes: {
    User: {
      properties: {
        id: 'integer',
        name: 'string',
        age: 'integer?',
        born: 'date',
        score: 'float',
        tags: 'list<string>',
        big: 'bigint',
        mixed: 'integer|string',
      },
    },
    Bot: { properties: { id: 'integer', model: 'string' } },
    Post: { properties: { title: 'string' } },
  },
  relationships: {
    KNOWS: { from: ['User'], to: ['User'], properties: { since: 'date' } },
    WROTE: { from: ['User', 'Bot'], to: ['Post'], properties: {} },
    LIKES: {
      from: ['User', 'Bot'],
      to: ['Post', 'User'],
      pairs: [
        ['User', 'Post'],
        ['Bot', 'User'],
      ],
      properties: {},
    },
  },
})

const columns = (text: string, dialect: Dialect = neo4j): Readonly<Record<string, ValueType>> =>
  Object.fromEntries(
    (compile(parseStatement(text), { dialect, schema }).columns ?? []).map(({ name, type }) => [name, type]),
  )
const types = (text: string): Record<string, string> =>
  Object.fromEntries(Object.entries(columns(text)).map(([name, type]) => [name, typeScriptOf(type, schema)]))
const typeOf = (expression: string): string | undefined =>
  types(`MATCH (u:User)-[k:KNOWS]->(v:User) OPTIONAL MATCH (o:Post) RETURN ${expression} AS x`)['x']

it.each([
  ['u.id', 'number'],
  ['u.age', 'number | null'],
  ['u.born', 'PlainDate'],
  ['u.big', 'bigint'],
  ['u.mixed', 'number | string'],
  ['sum(u.big)', 'bigint'],
  ['sum(u.age)', 'number'],
  ['sum(u.mixed)', 'number'],
  ['sum(null)', 'number'],
  ['sum($p)', 'number'],
  ['u.tags', 'string[]'],
  ['k.since', 'PlainDate'],
  ['o.title', 'string | null'],
  ['u.nothing', 'unknown'],
  ['u.born.year', 'unknown'],
  ['k', '{ since: PlainDate }'],
  ['o', '{ title: string } | null'],
  ['u.id + 1', 'number'],
  ['u.id + u.age', 'number | null'],
  ['u.name + 1', 'string'],
  ['u.tags + u.name', 'string[]'],
  ['u.born + $d', 'unknown'],
  ['u.age * 2', 'number | null'],
  ['-u.age', 'number | null'],
  ['u.age > 1 AND NOT u.name IN u.tags', 'boolean | null'],
  ['u.id > 1 AND NOT u.name IN u.tags', 'boolean'],
  ["u.name CONTAINS 'x' OR u.age = 1", 'boolean | null'],
  ['substring(u.name, u.age)', 'string | null'],
  ['u.age IS NULL', 'boolean'],
  ['u:User', 'boolean'],
  ['count(u)', 'number'],
  ['COUNT(*)', 'number'],
  ['avg(u.age)', 'number | null'],
  ['max(u.born)', 'PlainDate | null'],
  ['collect(u.age)', 'number[]'],
  [
    'collect(u)',
    '{ id: number; name: string; age: number | null; born: PlainDate; score: number; tags: string[]; big: bigint; mixed: number | string }[]',
  ],
  ['coalesce(u.age, 0)', 'number'],
  ['coalesce(u.age, o.title)', 'number | string | null'],
  ['toUpper(o.title)', 'string | null'],
  ['size(u.tags)', 'number'],
  ['head(u.tags)', 'string | null'],
  ['keys(u)', 'string[]'],
  ['labels(o)', 'string[] | null'],
  ['properties(k)', '{ since: PlainDate }'],
  ['[u.id, u.name]', '(number | string)[]'],
  ['[u.age]', '(number | null)[]'],
  ['[]', 'never[]'],
  ['{a: u.id, b: {c: u.name}}', '{ a: number; b: { c: string } }'],
  ['{a: u.id}.a', 'number'],
  ['o {.title, n: u.id}', '{ title: string; n: number } | null'],
  ['k {.*}', '{ since: PlainDate }'],
  ['true', 'boolean'],
  ['null', 'null'],
  ['1.5', 'number'],
  ['CASE WHEN true THEN u.id END', 'number | null'],
  ['u.tags[0]', 'string | null'],
  ['[x IN u.tags | x]', 'string[]'],
  ['my.function(u.id)', 'unknown'],
  ['date()', 'PlainDate'],
  ['EXISTS { MATCH (u) }', 'boolean'],
  ['COUNT { MATCH (u) }', 'number'],
])('%s is %s', (expression, type) => {
  expect(typeOf(expression)).toBe(type)
})

it.each([
  ['CASE WHEN true THEN u.born END', { kind: 'date', nullable: true }],
  ['u.tags[0]', { kind: 'string', nullable: true }],
  ['u.tags[0..2]', { kind: 'list', of: { kind: 'string', nullable: false }, nullable: false }],
  ['date()', { kind: 'date', nullable: false }],
  ['reduce(s = 0, x IN u.tags | x)', { kind: 'string', nullable: false }],
  [
    'COLLECT { MATCH (w:User) RETURN w.born }',
    { kind: 'list', of: { kind: 'date', nullable: false }, nullable: false },
  ],
])('%s is %o', (expression, type) => {
  const text = `MATCH (u:User) RETURN ${expression} AS x`
  expect(columns(text)['x']).toEqual(type)
})

it('tells whole numbers from others, which the engine has to know', () => {
  const kinds = columns(
    'MATCH (u:User) RETURN u.id + 1 AS a, u.score + 1 AS b, u.id ^ 2 AS c, 2.5 AS d, sum(u.score) AS e, u.mixed - 1 AS f',
  )
  expect(Object.values(kinds).map(({ kind }) => kind)).toEqual([
    'integer',
    'float',
    'float',
    'float',
    'float',
    'number',
  ])
})

it.each([
  ['MATCH (u:User)-[:WROTE]->(x) RETURN x', '{ title: string }'],
  ['MATCH (p:Post)<-[:WROTE]-(x) RETURN x.model AS x', 'string | null'],
  ['MATCH (b:Bot)-[:LIKES]->(x) RETURN x.name AS x', 'string'],
  ['MATCH (u:User)-[:LIKES]->(x) RETURN x.title AS x', 'string'],
  ['MATCH ()-[:LIKES]->(x) RETURN x.title AS x', 'string | null'],
  ['MATCH (u:User)-[:KNOWS]-(x) RETURN x.name AS x', 'string'],
  ['MATCH (u:User)-->(x) RETURN x.name AS x', 'unknown'],
  ['MATCH (u:User)-[:KNOWS*1..2]->(x) RETURN x.name AS x', 'string'],
  ['MATCH (u:User)-[:WROTE*0..1]->(x) RETURN x.title AS x', 'string | null'],
  ['MATCH (u:User)-[x:KNOWS*1..2]->() RETURN x', '{ since: PlainDate }[]'],
  ['MATCH x = (u:User)-->() RETURN x', 'GraphPath'],
  ['MATCH (x:User|Bot) RETURN x.model AS x', 'string | null'],
  ['MATCH (x:User:Bot) RETURN x.model AS x', 'string'],
  ['MATCH (x:!User) RETURN x', 'Record<string, unknown>'],
  ['MATCH (x:User) WITH x AS y OPTIONAL MATCH (y)-[:WROTE]->(x) RETURN x', '{ title: string } | null'],
  ['MATCH (x:User) OPTIONAL MATCH (x)-[:WROTE]->() RETURN x.name AS x', 'string'],
  ['MATCH (u:User) UNWIND u.tags AS x RETURN x', 'string'],
  ['UNWIND [1, 2] AS x RETURN x', 'number'],
  ['MATCH (u:User) CALL (u) { RETURN u.name AS x } RETURN x', 'string'],
  ['MATCH (u:User) OPTIONAL CALL (u) { MATCH (u)-[:WROTE]->(p) RETURN p.title AS x } RETURN x', 'string | null'],
  ['MATCH (u:User) WITH u.born AS x ORDER BY u.name RETURN x', 'PlainDate'],
  ['MATCH (u:User) WITH * RETURN u.name AS x', 'string'],
  ['CALL db.labels() YIELD label AS x RETURN x', 'unknown'],
])('%s gives %s', (text, type) => {
  expect(Object.values(types(text))).toEqual([type])
})

it('knows nothing without a schema, and says so', () => {
  expect(compile(parseStatement('MATCH (u:User) RETURN u, u.name'), { dialect: neo4j }).columns).toEqual([
    { name: 'u', type: { kind: 'node', labels: 'User', entity: false, nullable: false } },
    { name: 'u.name', type: { kind: 'any', nullable: true } },
  ])
})

const user =
  '{ id: number; name: string; age: number | null; born: PlainDate; score: number; tags: string[]; big: bigint; mixed: number | string }'

it.each([
  ['MATCH ((a:User)-[k:KNOWS]->(b:User)){1,3} RETURN a, k', { a: `${user}[]`, k: '{ since: PlainDate }[]' }],
  ['MATCH ((a:User)-[k:KNOWS]->(b:User) WHERE a.age < b.age) RETURN a', { a: user }],
  ['OPTIONAL MATCH ((a:User)-[k:KNOWS]->(b))+ RETURN a', { a: `${user}[] | null` }],
  ['MATCH (a:User)-[k:KNOWS]->+(b) RETURN k, b', { k: '{ since: PlainDate }[]', b: user }],
  ['MATCH p = SHORTEST $n (a:User)-[:KNOWS]->+(b) RETURN length(p) AS n', { n: 'number' }],
  ['MATCH (u:User&!Bot) RETURN u', { u: user }],
  ['MATCH (u:User) LET n = u.name, m = n FILTER m IS NOT NULL RETURN m', { m: 'string' }],
  ['MATCH (u:User) RETURN u.name AS n NEXT RETURN n AS m', { m: 'string' }],
  ['MATCH (u:User) RETURN u.name AS n, u.id AS i NEXT RETURN *', { i: 'number', n: 'string' }],
  ['RETURN 1 AS a NEXT LET b = a RETURN b UNION RETURN a AS b NEXT RETURN b', { b: 'number' }],
  ["WHEN $x THEN RETURN 1 AS a ELSE RETURN 'b' AS a", { a: 'number | string' }],
  ['{ MATCH (u:User) RETURN u.id AS i }', { i: 'number' }],
  ['MATCH (u:User) SEARCH u IN (VECTOR INDEX i FOR $v LIMIT 3) SCORE AS s RETURN s', { s: 'number' }],
  ["LOAD CSV FROM 'a' AS line RETURN line", { line: '(string | null)[]' }],
  ['MATCH (u:User) RETURN u.age IS :: INTEGER AS a, u.name IS NORMALIZED AS b', { a: 'boolean', b: 'boolean' }],
  ['MATCH (u:User {id: 1}) SET u.age = 1 FINISH', {}],
])('knows the columns of %s', (text, expected) => {
  expect(types(text)).toEqual(expected)
})

it('asks for the parameters of every part', () => {
  const { parameters } = compile(
    parseStatement(
      'MATCH SHORTEST $k (u:User&$($label))-[:KNOWS]->+(v) SEARCH u IN (VECTOR INDEX $index FOR $v LIMIT $n) ' +
        'CALL (u) { SET u:$($other) } IN $m TRANSACTIONS'.replace('$m', '$m CONCURRENT') +
        ' OF $rows ROWS LET x = $x FILTER u.age > $age WITH x ORDER BY x LIMIT $most WHERE x > $least RETURN x',
    ),
    { dialect: neo4j, schema },
  )
  expect(parameters.map(({ name, type }) => `${name}: ${typeScriptOf(type, schema)}`)).toEqual([
    'k: number',
    'label: string | string[]',
    'index: unknown',
    'v: unknown',
    'n: number',
    'other: string | string[]',
    'm: number',
    'rows: number',
    'x: unknown',
    'age: number',
    'most: number',
    'least: unknown',
  ])
})
