import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Clause } from '../../src/ast/clause.ts'
import type { Expression } from '../../src/ast/expression.ts'
import { compile } from '../../src/compile/compile.ts'
import { ShapeCache } from '../../src/compile/shape-cache.ts'
import type { CompiledQuery } from '../../src/compile/compiled-query.ts'
import type { Dialect } from '../../src/dialect/dialect.ts'
import { neo4j } from '../../src/dialect/neo4j.ts'
import { grafeo } from '../../src/grafeo.ts'
import { parseClause } from '../../src/grammar/parse-clause.ts'
import { social } from '../../test-types/social.ts'

const options = { dialect: neo4j, schema: social }
const dialects = { neo4j, grafeo }
const variable = (name: string): Expression => ({ kind: 'variable', name })
const property = (key: string): Expression => ({ kind: 'property', of: variable('u'), key })

const value = fc.oneof(
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.bigInt({ min: 0n, max: 99n }),
  fc.constant(null),
  fc.array(fc.integer()),
)
const operand = fc.oneof(
  value.map((given): Expression => ({ kind: 'value', value: given })),
  fc
    .constantFrom('id', 'name', 'age', 'a b', '1:x', '')
    .filter((key) => key !== '')
    .map(property),
  fc.constantFrom('p1', 'least').map((name): Expression => ({ kind: 'parameter', name })),
)
const operators = ['=', '<', 'AND', 'OR', '+', '*', 'IN', 'CONTAINS'] as const
const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    operand,
    fc
      .tuple(fc.constantFrom(...operators), tie('tree'), tie('tree'))
      .map(([operator, left, right]): Expression => ({ kind: 'binary', operator, left, right })),
    tie('tree').map((inner): Expression => ({ kind: 'unary', operator: 'NOT', operand: inner })),
    fc
      .tuple(fc.boolean(), tie('tree'))
      .map(([negated, inner]): Expression => ({ kind: 'null-test', negated, operand: inner })),
    fc
      .tuple(fc.constantFrom('size', 'coalesce'), fc.array(tie('tree'), { maxLength: 3 }))
      .map(([name, args]): Expression => ({ kind: 'call', name, distinct: false, star: false, arguments: args })),
    fc
      .array(fc.tuple(fc.constantFrom('a', 'b c', 'd'), tie('tree')), { maxLength: 2 })
      .map((entries): Expression => ({ kind: 'map', entries: entries.map(([key, inner]) => ({ key, value: inner })) })),
  ),
}))
const statement = (condition: Expression, column: Expression): readonly Clause[] => [
  ...parseClause('match', '(u:User)'),
  { kind: 'where', condition },
  { kind: 'return', distinct: false, star: false, items: [{ expression: column, alias: 'x' }] },
]

const swap = (clause: Clause): Clause => {
  if (clause.kind !== 'where' || clause.condition.kind !== 'binary') return clause
  const { left, right } = clause.condition
  return { kind: 'where', condition: { ...clause.condition, left: right, right: left } }
}

/** The same tree with other values of the same kinds. */
const changed = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(changed)
  if (typeof node !== 'object' || node === null) return node
  if ('kind' in node && node.kind === 'value')
    return { ...node, value: another((node as unknown as { value: unknown }).value) }
  return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, changed(inner)]))
}
const another = (given: unknown): unknown => {
  if (typeof given === 'string') return `${given}'; other`
  if (typeof given === 'number') return 7.25
  if (typeof given === 'boolean') return !given
  if (typeof given === 'bigint') return given + 1n
  return given === null ? null : [7]
}

describe('a query built again', () => {
  it.each(Object.entries(dialects))(
    'compiles for %s to what it would compile to for itself, whatever was compiled before',
    (_name, dialect) => {
      const cache = new ShapeCache()
      const outcome = (work: () => CompiledQuery): unknown => {
        try {
          return work()
        } catch (error) {
          return (error as Error).message // refused, and in the same words
        }
      }
      fc.assert(
        fc.property(tree, tree, (condition, column) => {
          const clauses = statement(condition, column)
          const later = changed(clauses.slice(1)) as readonly Clause[]
          for (const each of [clauses, [clauses[0] as Clause, ...later]]) {
            const given = { dialect, schema: social }
            expect(outcome(() => cache.compile(each, given))).toEqual(outcome(() => compile(each, given)))
          }
        }),
        { numRuns: 500 },
      )
    },
  )
  it('knows where a rewrite leaves the values, though two of them were the same', () => {
    const cache = new ShapeCache()
    const swapped: Dialect = {
      ...neo4j,
      name: 'swapped',
      rewrite: (clauses) => clauses.map(swap),
    }
    const of = (left: number, right: number) =>
      cache.compile(
        statement(
          {
            kind: 'binary',
            operator: '=',
            left: { kind: 'value', value: left },
            right: { kind: 'value', value: right },
          },
          property('id'),
        ),
        { dialect: swapped, schema: social },
      ).params
    expect([of(1, 1), of(2, 3)]).toEqual([
      { p1: 1, p2: 1 },
      { p1: 3, p2: 2 },
    ])
  })

  it('shares what was compiled, and no value', () => {
    const cache = new ShapeCache()
    const of = (name: string) =>
      cache.compile(
        statement(
          { kind: 'binary', operator: '=', left: property('name'), right: { kind: 'value', value: name } },
          property('id'),
        ),
        options,
      )
    const [ada, bob] = [of('Ada'), of('Bob')]
    expect(bob.columns).toBe(ada.columns)
    expect([ada.params, bob.params]).toEqual([{ p1: 'Ada' }, { p1: 'Bob' }])
  })

  it('refuses what cannot be sent, also the second time', () => {
    const cache = new ShapeCache()
    const of = (given: unknown) =>
      cache.compile(
        statement(
          { kind: 'binary', operator: '=', left: property('tags'), right: { kind: 'value', value: given } },
          property('id'),
        ),
        options,
      )
    of(['x'])
    expect(() => of(new Set(['x']))).toThrow('$p1 is a Set')
    expect(() => of(undefined)).toThrow('undefined')
  })

  it('keeps a value that stands in two places one parameter', () => {
    const cache = new ShapeCache()
    const of = (given: number) => {
      const shared: Expression = { kind: 'value', value: given }
      return cache.compile(
        statement({ kind: 'binary', operator: '=', left: property('age'), right: shared }, shared),
        options,
      ).params
    }
    expect([of(1), of(2)]).toEqual([{ p1: 1 }, { p1: 2 }])
  })
})
