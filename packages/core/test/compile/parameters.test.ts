import { expect, it } from 'vitest'
import { compile } from '../../src/compile/compile.ts'
import { neo4j } from '../../src/dialect/neo4j.ts'
import { parseStatement } from '../../src/grammar/parse-statement.ts'
import { typeScriptOf } from '../../src/schema/type-script-of.ts'
import { social } from '../../test-types/social.ts'
import type { ValueType } from '../../src/value/value-type.ts'
import { parameter, property, returning, value } from './tree.ts'

const asked = (text: string): Record<string, string> =>
  Object.fromEntries(
    compile(parseStatement(text), { dialect: neo4j, schema: social, allowUnfiltered: true }).parameters.map(
      ({ name, type }) => [name, typeScriptOf(type, social)],
    ),
  )

it.each<[string, Record<string, string>]>([
  ['MATCH (u:User {age: $age}) RETURN u', { age: 'number' }],
  ['MATCH (u:User) WHERE u.age >= $a AND $b < u.id RETURN u', { a: 'number', b: 'number' }],
  ['MATCH (u:User) WHERE u.name IN $names RETURN u', { names: 'string[]' }],
  ['MATCH (p:Post) WHERE $tag IN p.tags RETURN p', { tag: 'string' }],
  ['MATCH (u:User) SET u.age = $age', { age: 'number | null' }],
  ['MATCH (u:User) SET u += $some', { some: '{ id?: number; name?: string; age?: number | null }' }],
  ['MATCH (u:User) SET u = $all', { all: '{ id: number; name: string; age: number | null }' }],
  ['MATCH (u:User) WHERE u.name STARTS WITH $a OR u.name =~ $b RETURN u', { a: 'string', b: 'string' }],
  ['MATCH (u:User) RETURN u SKIP $s LIMIT $l', { s: 'number', l: 'number' }],
  ['MATCH (u:User) RETURN coalesce(u.age, $d) AS age', { d: 'number' }],
  ['MATCH (p:Post) WHERE p.at > $since RETURN p', { since: 'Date' }],
  ['RETURN $x AS x', { x: 'unknown' }],
  ['MATCH (u:User {id: $x}) WHERE u.age = $x OR $x IS NULL RETURN u', { x: 'number' }],
  ['MATCH (u:User)-[f:FOLLOWS {since: $s}]->() RETURN f', { s: 'Date' }],
  [
    'MATCH (u:User) CALL (u) { MATCH (u)-[:WROTE]->(p) WHERE p.id = $pid RETURN count(p) AS n } RETURN n',
    { pid: 'number' },
  ],
  [
    'UNWIND $rows AS row MERGE (u:User {id: row.id}) ON CREATE SET u.name = row.name SET u.age = row.age',
    { rows: '{ id: number; name: string; age: number | null }[]' },
  ],
  ['UNWIND $rows AS row RETURN row', { rows: 'unknown[]' }],
  ['UNWIND $rows AS row WITH row AS r MATCH (u:User {id: r.id}) RETURN u', { rows: '{ id: number }[]' }],
])('%s asks for %o', (text, types) => {
  expect(asked(text)).toEqual(types)
})

it('follows parameters into subqueries', () => {
  const text = 'MATCH (u:User) WHERE EXISTS { MATCH (u)-[:WROTE]->(p) WHERE p.at > $since } RETURN u'
  expect(compile(parseStatement(text), { dialect: neo4j, schema: social }).parameters).toEqual([
    { name: 'since', type: { kind: 'dateTime', nullable: false } },
  ])
})

it('takes the type that a parameter states itself', () => {
  const date: ValueType = { kind: 'date', nullable: false }
  const clauses = [returning({ d: { kind: 'parameter', name: 'd', type: date } })]
  expect(compile(clauses, { dialect: neo4j }).parameters).toEqual([{ name: 'd', type: date }])
})

it('asks for anything where no schema says more', () => {
  expect(compile(parseStatement('MATCH (u:User {id: $id}) RETURN u'), { dialect: neo4j }).parameters).toEqual([
    { name: 'id', type: { kind: 'any', nullable: true } },
  ])
})

it('tells what an inline list of rows holds by the uses of its fields', () => {
  const [, merge] = parseStatement('UNWIND $r AS row MERGE (u:User {id: row.id}) SET u.age = row.age')
  if (merge === undefined) throw new Error('the statement has two clauses')
  const { bindings } = compile([{ kind: 'unwind', list: value([{ id: 1 }]), variable: 'row' }, merge], {
    dialect: neo4j,
    schema: social,
  })
  expect(typeScriptOf(bindings[0]?.type as ValueType, social)).toBe('{ id: number }[]')
})

it('finds parameters in text that is passed through', () => {
  const { parameters } = compile(parseStatement("CREATE DATABASE $name OPTIONS {x: '$no'} // $never"), {
    dialect: neo4j,
  })
  expect(parameters.map(({ name }) => name)).toEqual(['name'])
})

it('is not misled by a name that every object has', () => {
  expect(
    compile([returning({ x: parameter('toString'), y: property('constructor', 'x') })], {
      dialect: neo4j,
    }).parameters.map(({ name }) => name),
  ).toEqual(['toString'])
})
