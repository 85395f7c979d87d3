import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Clause } from '../../src/ast/clause.ts'
import { mapClauses } from '../../src/ast/rewrite.ts'
import { compile, type CompileOptions } from '../../src/compile/compile.ts'
import type { Dialect } from '../../src/dialect/dialect.ts'
import { neo4j } from '../../src/dialect/neo4j.ts'
import { parseClause } from '../../src/grammar/parse-clause.ts'
import { parseStatement } from '../../src/grammar/parse-statement.ts'
import { social } from '../../test-types/social.ts'
import { binary, call, parameter, property, returning, value, variable, where } from './tree.ts'

const compiled = (clauses: readonly Clause[], options: Partial<CompileOptions> = {}) =>
  compile(clauses, { dialect: neo4j, schema: social, ...options })
const ofText = (text: string) => compiled(parseStatement(text), { source: text })

describe('text', () => {
  it('is sent as it stands, comments and blanks included', () => {
    const text = "MATCH  (u:User)   // all of them\n\n  where u.name = 'x' return u.name ;"
    expect(ofText(text).text).toBe(text)
  })

  it('has a clause a line when it is made of clauses, each as it was written', () => {
    const clauses = [
      ...parseClause('match', '(u:User)-->(v)'),
      ...parseClause('where', 'u.id=$id'),
      ...parseClause('return', 'v'),
    ]
    expect(compiled(clauses).text).toMatchInlineSnapshot(`
      "MATCH (u:User)-->(v)
      WHERE u.id=$id
      RETURN v"
    `)
  })

  it('joins conditions in a row by AND, in parentheses where needed', () => {
    const clauses = [
      ...parseClause('match', '(u:User)'),
      ...parseClause('where', 'u.id = 1 OR u.id = 2'),
      ...parseClause('where', 'u.age > $age'),
      where(binary('XOR', property('u', 'a'), property('u', 'b'))),
      ...parseClause('return', 'u'),
    ]
    expect(compiled(clauses).text).toMatchInlineSnapshot(`
      "MATCH (u:User)
      WHERE (u.id = 1 OR u.id = 2) AND u.age > $age AND (u.a XOR u.b)
      RETURN u"
    `)
  })

  it('is printed where a clause was changed by the dialect, and left alone elsewhere', () => {
    const twice: Dialect = {
      name: 'twice',
      rewrite: (clauses) =>
        mapClauses(clauses, (node) =>
          node.kind === 'literal' && node.value === 1 ? { kind: 'literal', value: 2 } : node,
        ),
    }
    const text = 'MATCH (u:User)  WHERE   u.id=1 RETURN   u.name  , u.id'
    expect(compiled(parseStatement(text), { dialect: twice, source: text }).text).toMatchInlineSnapshot(`
      "MATCH (u:User)
      WHERE u.id = 2
      RETURN   u.name  , u.id"
    `)
    const other = 'MATCH (u:User)  WHERE   u.id=3 RETURN u'
    expect(compiled(parseStatement(other), { dialect: twice, source: other }).text).toBe(other)
  })

  it('nests subqueries by indentation', () => {
    const inner: Clause[] = [...parseStatement('MATCH (u)-[:WROTE]->(p) RETURN count(p) AS n')]
    const clauses: Clause[] = [
      ...parseClause('match', '(u:User)'),
      { kind: 'call-subquery', scope: ['u'], optional: false, clauses: inner },
      ...parseClause('return', 'u, n'),
    ]
    expect(compiled(clauses, { dialect: neo4j }).text).toMatchInlineSnapshot(`
      "MATCH (u:User)
      CALL (u) {
        MATCH (u)-[:WROTE]->(p)
        RETURN count(p) AS n
      }
      RETURN u, n"
    `)
  })
})

describe('inline values', () => {
  const filtered = (given: unknown): readonly Clause[] => [
    ...parseClause('match', '(u:User)'),
    where(binary('=', property('u', 'name'), value(given))),
    ...parseClause('return', 'u.id AS id'),
  ]

  it('become parameters, named so that none of the statement has the name', () => {
    const clauses = [
      ...parseClause('match', '(u:User {id: $p1})'),
      where(binary('=', property('u', 'name'), value('Ada'))),
      ...parseClause('return', 'u.id AS id'),
    ]
    const { text, params, parameters, bindings } = compiled(clauses)
    expect(text).toContain('WHERE u.name = $p2')
    expect(params).toEqual({ p2: 'Ada' })
    expect(parameters.map(({ name }) => name)).toEqual(['p1'])
    expect(bindings).toEqual([
      { name: 'p1', type: { kind: 'integer', nullable: false } },
      { name: 'p2', type: { kind: 'string', nullable: false } },
    ])
  })

  it('that stand in two places are one parameter', () => {
    const shared = value(3)
    const clauses = [
      ...parseClause('match', '(u:User)'),
      where(binary('OR', binary('>', property('u', 'id'), shared), binary('<', property('u', 'age'), shared))),
      ...parseClause('return', 'u'),
    ]
    expect(compiled(clauses)).toMatchObject({ params: { p1: 3 } })
    expect(compiled(clauses).text).toContain('u.id > $p1 OR u.age < $p1')
  })

  it('never change the text', () => {
    const text = compiled(filtered('x')).text
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.bigInt(), fc.double(), fc.jsonValue()), (given) => {
        const made = compiled(filtered(given))
        expect(made.text).toBe(text)
        expect(made.params['p1']).toBe(given)
      }),
    )
  })

  it('are refused when undefined, since that is a filter someone forgot', () => {
    expect(() => compiled(filtered(undefined))).toThrow('undefined')
  })

  it.each([
    [new Map(), 'a Map'],
    [new Set(), 'a Set'],
    [() => 1, 'a function'],
    [Symbol('x'), 'a symbol'],
    [{ a: [undefined] }, '$p1.a[0] is undefined'],
  ])('are refused when an engine would lose them: %o', (given, words) => {
    expect(() => compiled(filtered(given))).toThrow(words)
  })

  it('in thousands keep their names apart', () => {
    const many: Clause[] = [
      returning({ all: { kind: 'list', items: Array.from({ length: 3000 }, (_, i) => value(i)) } }),
    ]
    const { params, bindings } = compiled(many)
    expect(Object.keys(params)).toHaveLength(3000)
    expect(params['p3000']).toBe(2999)
    expect(bindings).toHaveLength(3000)
  })

  it('may stand in a chain of thousands of conditions', () => {
    const chain = Array.from({ length: 10_000 }, (_, i) => binary('=', property('u', 'id'), value(i))).reduce(
      (left, right) => binary('OR', left, right),
    )
    const { params } = compiled([...parseClause('match', '(u:User)'), where(chain), ...parseClause('return', 'u')])
    expect(Object.keys(params)).toHaveLength(10_000)
  })

  it('of opaque text keep its names, or get others where those are taken', () => {
    const opaque = (source: string, values: Record<string, unknown>): Clause => ({
      kind: 'opaque',
      source,
      parameters: [],
      values,
      access: 'read',
    })
    const { text, params, bindings } = compiled(
      [
        opaque('MATCH (a {x: $v1}) // $v1', { v1: 1 }),
        opaque("MATCH (b {y: $v1, z: '$v1'})", { v1: 2 }),
        ...parseClause('return', 'a'),
      ],
      { dialect: neo4j },
    )
    expect(text).toMatchInlineSnapshot(`
      "MATCH (a {x: $v1}) // $v1
      MATCH (b {y: $p1, z: '$v1'})
      RETURN a"
    `)
    expect(params).toEqual({ v1: 1, p1: 2 })
    expect(bindings.map(({ name }) => name)).toEqual(['v1', 'p1'])
  })
})

describe('columns', () => {
  const names = (text: string) => ofText(text).columns?.map(({ name }) => name)

  it('are named as engines name them', () => {
    expect(names('MATCH (u:User) RETURN u, u.name, count( * ), u.id AS id, u.age AS `the age`')).toEqual([
      'u',
      'u.name',
      'count( * )',
      'id',
      'the age',
    ])
  })

  it('of a star are all names in scope, in order', () => {
    expect(names('MATCH (u:User)-[f:FOLLOWS]->(a) RETURN *, 1 AS x')).toEqual(['a', 'f', 'u', 'x'])
  })

  it('are none for a statement that returns nothing, and not known after text that is not understood', () => {
    expect(ofText('CREATE (u:User)').columns).toEqual([])
    expect(ofText('CALL db.labels()').columns).toBeUndefined()
    expect(ofText('CALL db.labels() YIELD label RETURN *').columns?.map(({ name }) => name)).toEqual(['label'])
    expect(
      compiled([{ kind: 'opaque', source: 'RETURN 1', parameters: [], values: {}, access: 'read' }]).columns,
    ).toBeUndefined()
  })

  it('of UNION are of either type', () => {
    expect(ofText('MATCH (u:User) RETURN u.id AS x UNION MATCH (u:User) RETURN u.name AS x').columns).toEqual([
      {
        name: 'x',
        type: {
          kind: 'union',
          of: [
            { kind: 'integer', nullable: false },
            { kind: 'string', nullable: false },
          ],
          nullable: false,
        },
      },
    ])
  })

  it('keep their names where the text holds values', () => {
    const { text, columns } = compiled([
      where(binary('=', value(1), value(2))),
      {
        kind: 'return',
        distinct: false,
        star: false,
        items: [
          { expression: binary('+', property('u', 'id'), value(3)), alias: undefined },
          { expression: { kind: 'entity', of: variable('u') }, alias: undefined },
        ],
      },
    ])
    expect(text).toBe('WHERE $p1 = $p2\nRETURN u.id + $p3 AS `u.id + $p1`, u')
    expect(columns?.map(({ name }) => name)).toEqual(['u.id + $p1', 'u'])
  })

  it('say which node is asked for whole', () => {
    const clauses = [
      ...parseClause('match', '(u:User)'),
      returning({
        u: { kind: 'entity', of: variable('u') },
        us: { kind: 'entity', of: call('collect', variable('u')) },
      }),
    ]
    expect(compiled(clauses)).toMatchObject({
      text: 'MATCH (u:User)\nRETURN u, collect(u) AS us',
      columns: [
        { type: { kind: 'node', entity: true } },
        { type: { kind: 'list', of: { kind: 'node', entity: true } } },
      ],
    })
  })
})

it('is plain data', () => {
  const query = ofText('MATCH (u:User {id: $id}) RETURN u')
  expect(structuredClone(query)).toEqual(query)
  expect(JSON.parse(JSON.stringify(query))).toEqual(query)
})

it('refuses a parameter named __proto__', () => {
  expect(() => compiled([returning({ x: parameter('__proto__') })])).toThrow('__proto__')
})

it('reads what it remembers of a clause by the names before it', () => {
  const named = parseClause('return', 'x.name AS name')
  const type = (pattern: string, schema: CompileOptions['schema'] | 'none' = social) =>
    compile([...parseClause('match', pattern), ...named], {
      dialect: neo4j,
      schema: schema === 'none' ? undefined : schema,
    }).columns?.[0]?.type.kind
  for (let i = 0; i < 3; i++) {
    expect(type('(x:User)')).toBe('string')
    expect(type('(x)')).toBe('any')
    expect(type('(x:User)', 'none')).toBe('any')
    for (let j = 0; j < 6; j++) expect(type(`(y${j}), (x:User)`)).toBe('string')
  }
})
