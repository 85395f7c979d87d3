import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { GraphError } from '../../src/error/graph-error.ts'
import { Cursor } from '../../src/grammar/cursor.ts'
import { walkClauses } from '../../src/ast/walk.ts'
import { lex } from '../../src/grammar/lex.ts'
import { Misfit } from '../../src/grammar/misfit.ts'
import { parseClause } from '../../src/grammar/parse-clause.ts'
import { parsePattern } from '../../src/grammar/parse-pattern.ts'
import { parseStatement } from '../../src/grammar/parse-statement.ts'
import { rules } from '../../src/grammar/rules.ts'
import { readClauses } from '../../src/grammar/statement.ts'
import { problemOf } from './tree.ts'

const times = (piece: string, count: number): string => piece.repeat(count)

/** Texts of any size that try each loop and each recursion. */
const hostile: Readonly<Record<string, (size: number) => string>> = {
  words: (n) => `RETURN ${times('a ', n)}`,
  'items not understood': (n) => `RETURN [${times('!,', n)}1]`,
  'conditions in a list': (n) => `MATCH (u) WHERE u.x IN [${times('a AND b,', n)} 1] RETURN u`,
  hops: (n) => `MATCH (a)${times('-[:X]->(a)', n)} RETURN a`,
  'a dangling hop': (n) => `MATCH (a)${times('-[:X]->(a)', n)}-`,
  assignments: (n) => `MATCH (u) SET ${times('u.a = u.b + 1, ', n)} u.x = 2`,
  clauses: (n) => `${times('MATCH (a) ', n)}RETURN a`,
  'lines before a fault': (n) => `${times('MATCH (a)\n', n)}FOO`,
  'predicates in a list': (n) => `RETURN [${times('(a)-->(b),', n)} 1]`,
  comments: (n) => `RETURN 1 ${times('/* */', n)}`,
  'text after a fault': (n) => `MATCH (a) FOO ${times('bar ', n)}`,
  'calls not understood': (n) => `RETURN ${times('f(', 20)}${times('!$a, ', n)}1${times(' !)', 20)}`,
  labels: (n) => `MATCH (a:${times('A|', n)}A) RETURN a`,
  branches: (n) => `RETURN CASE ${times('WHEN a THEN b ', n)} END`,
  'compared branches': (n) => `RETURN CASE a ${times('WHEN > 1, < 2 THEN b ', n)} END`,
  groups: (n) => `MATCH ${times('((a)-->(b))+ ', n)} RETURN a`,
  'repeated hops': (n) => `MATCH (a)${times('-->{1,3}(a)', n)} RETURN a`,
  'labels at run time': (n) => `MATCH (a:${times('$(x)|', n)}A) RETURN a`,
  'names of LET': (n) => `LET ${times('a = 1, ', n)} b = 2 RETURN b`,
  'conditional branches': (n) => times('WHEN a THEN RETURN 1 AS x ', n),
  'statements in a row': (n) => `${times('RETURN 1 AS x NEXT ', n)} RETURN x`,
  'types of a test': (n) => `RETURN a IS :: ${times('INT | ', n)} INT`,
  'a chain of comparisons': (n) => `RETURN ${times('a < ', n)} a`,
  'conditions after WITH': (n) => times('WITH a ORDER BY a LIMIT 1 WHERE a ', n),
}

/** How often tokens are looked at while a text is read. */
const steps = (text: string): number => {
  const tokens = lex(text)
  let count = 0
  const counted = new Proxy(tokens, {
    get: (target, key) => {
      count += 1
      return Reflect.get(target, key)
    },
  })
  const cursor = new Cursor(text, rules, counted)
  const problem = problemOf(() => readClauses(cursor))
  if (problem !== undefined) expect(problem instanceof Misfit || problem instanceof GraphError).toBe(true)
  return count
}

describe('the work for a text', () => {
  it.each(Object.entries(hostile))('grows no faster than its size: %s', (_, make) => {
    const [small, large] = [steps(make(200)), steps(make(2000))]
    expect(large).toBeLessThan(small * 11)
  })

  it.each(Object.entries(hostile))('is linear in characters too: %s', (_, make) => {
    const spies = (['charCodeAt', 'codePointAt', 'slice'] as const).map((name) => vi.spyOn(String.prototype, name))
    const calls = (text: string): number => {
      for (const spy of spies) spy.mockClear()
      lex(text)
      return spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0)
    }
    const [small, large] = [calls(make(200)), calls(make(2000))]
    for (const spy of spies) spy.mockRestore()
    expect(large).toBeLessThan(small * 11)
  })
})

/** Texts that nest, or chain, as deep as asked. */
const deep: Readonly<Record<string, (depth: number) => string>> = {
  brackets: (n) => `RETURN ${times('(', n)}1${times(')', n)}`,
  'open brackets': (n) => `RETURN ${times('([{', n)}`,
  'closing brackets': (n) => `RETURN ${times(')', n)}`,
  lists: (n) => `RETURN ${times('[', n)}1${times(']', n)}`,
  maps: (n) => `RETURN ${times('{a: ', n)}1${times('}', n)}`,
  calls: (n) => `RETURN ${times('f(1, ', n)}1${times(')', n)}`,
  indexes: (n) => `RETURN a${times('[a', n)}${times(']', n)}`,
  negations: (n) => `RETURN ${times('NOT ', n)}a`,
  signs: (n) => `RETURN ${times('- ', n)}a`,
  cases: (n) => `RETURN ${times('CASE WHEN ', n)}a${times(' THEN 1 END', n)}`,
  'label negations': (n) => `MATCH (a:${times('!', n)}A) RETURN a`,
  'label brackets': (n) => `MATCH (a:${times('(', n)}A${times(')', n)}) RETURN a`,
  subqueries: (n) => `RETURN ${times('EXISTS { MATCH (a) WHERE ', n)}true${times(' }', n)}`,
  'inline conditions': (n) => `MATCH ${times('(a WHERE EXISTS { ', n)}(b)${times(' })', n)} RETURN a`,
  'call subqueries': (n) => `${times('CALL { ', n)}RETURN 1 AS a${times(' } RETURN a', n)}`,
  loops: (n) => `${times('FOREACH (x IN xs | ', n)}SET a.b = 1${times(')', n)}`,
  comprehensions: (n) => `RETURN ${times('[x IN ', n)}xs${times(' | x]', n)}`,
  sums: (n) => `RETURN a${times(' + a', n)}`,
  comparisons: (n) => `RETURN a${times(' < a', n)}`,
  keys: (n) => `RETURN a${times('.a', n)}`,
  groups: (n) => `MATCH ${times('(', n)}(a)-->(b)${times('){1,3}', n)} RETURN a`,
  blocks: (n) => `${times('{ ', n)}RETURN 1 AS a${times(' }', n)}`,
  conditionals: (n) => `${times('WHEN a THEN { ', n)}RETURN 1 AS a${times(' }', n)}`,
  'nested types': (n) => `RETURN a IS :: ${times('LIST<', n)}INT${times('>', n)} AS b`,
  'labels at run time': (n) => `MATCH (a:${times('$(b:', n)}A${times(')', n)}) RETURN a`,
  'compared cases': (n) => `RETURN ${times('CASE a WHEN > ', n)}a${times(' THEN 1 END', n)}`,
}

describe('chains of comparisons in one another', () => {
  const nested = (n: number): string => `RETURN ${times('a < (', n)}a${times(') < a', n)} AS x`

  it('are read as far as they can be walked', () => {
    let met = 0
    walkClauses(parseStatement(nested(4)), { expression: () => void (met += 1) })
    expect(met).toBeLessThan(2 ** 4 * lex(nested(4)).length)
  })

  it.each([5, 22, 150, 10_000])('%i deep are refused at once', (depth) => {
    expect(problemOf(() => parseStatement(nested(depth)))).toMatchObject({ code: 'SYNTAX' })
    if (depth < 200) expect(steps(nested(depth))).toBeLessThan(steps(nested(4)) * depth)
  })

  it('stand side by side as often as one likes', () => {
    expect(parseStatement(`RETURN [${times('a < b < c < d, ', 500)} 1] AS x`)).toHaveLength(1)
  })
})

describe('a text that nests', () => {
  it.each(Object.entries(deep))('a little is read: %s', (name, make) => {
    const problem = problemOf(() => parseStatement(make(30)))
    if (name === 'open brackets' || name === 'closing brackets') expect(problem).toHaveProperty('code', 'SYNTAX')
    else expect(problem).toBeUndefined()
  })

  it.each(Object.entries(deep))('ten thousand deep is refused, not run out of stack: %s', (_, make) => {
    const problem = problemOf(() => parseStatement(make(10_000)))
    expect(problem).toBeInstanceOf(GraphError)
    expect(problem).toHaveProperty('code', 'SYNTAX')
  })

  it.each(Object.entries(deep))('at every depth up to the bounds is read or refused: %s', (_, make) => {
    const depths = [
      60, 90, 97, 98, 99, 100, 101, 130, 180, 195, 198, 199, 200, 201, 202, 240, 400, 700, 998, 999, 1000, 1001, 1200,
    ]
    const problems = depths
      .map((depth) => problemOf(() => parseStatement(make(depth))))
      .filter((each) => each !== undefined)
    expect(problems.every((each) => each instanceof GraphError && each.code === 'SYNTAX')).toBe(true)
  })
})

const keywords =
  'MATCH OPTIONAL WHERE WITH RETURN ORDER BY SKIP LIMIT UNWIND CREATE MERGE ON SET REMOVE DELETE DETACH UNION CALL FOREACH USING ' +
  'INDEX LOAD CSV EXPLAIN YIELD AS DISTINCT CASE WHEN THEN ELSE END NOT AND OR IN IS NULL STARTS CONTAINS EXISTS COUNT ' +
  'LET FILTER NEXT FINISH INSERT FOR SEARCH VECTOR DEFINE FUNCTION GROUP SHORTEST ANY ALL TRAIL TYPED NORMALIZED ' +
  'REPEATABLE ELEMENTS TRANSACTIONS CONCURRENT ERROR RETRY FROM BOTH'
const operands = "all reduce shortestPath u p name `a_b` $x 1 2.5 't'"
const signs = ', . : :: ; $( | = < > - + * / .. ! & % ^ =~ += // \n'
const word = fc.constantFrom(...`${keywords} ${operands} ${signs}`.split(' '))

/** Words in any order, brackets mostly in pairs, so that what they hold is read too. */
const salad = fc.letrec<{ text: string }>((tie) => ({
  text: fc
    .array(
      fc.oneof(
        { maxDepth: 4 },
        { arbitrary: word, weight: 6 },
        { arbitrary: tie('text').map((text) => `(${text})`), weight: 1 },
        { arbitrary: tie('text').map((text) => `[${text}]`), weight: 1 },
        { arbitrary: tie('text').map((text) => `{${text}}`), weight: 1 },
        {
          arbitrary: fc.constantFrom('(a)-[:X]->', '(u:User)', 'f(', 'RETURN u', 'MATCH (u)', 'WHERE u.x ='),
          weight: 1,
        },
      ),
      { maxLength: 12 },
    )
    .map((words) => words.join(' ')),
})).text
const bodies = [
  'match',
  'where',
  'with',
  'return',
  'order by',
  'unwind',
  'create',
  'merge',
  'set',
  'remove',
  'delete',
] as const

describe('any text', () => {
  it('is read, or refused as SYNTAX', () => {
    const readers = [parseStatement, parsePattern, ...bodies.map((kind) => (text: string) => parseClause(kind, text))]
    fc.assert(
      fc.property(fc.oneof(salad, fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
        for (const read of readers) {
          const problem = problemOf(() => read(text))
          if (problem === undefined) continue
          expect(problem).toBeInstanceOf(GraphError)
          expect(problem).toHaveProperty('code', 'SYNTAX')
        }
      }),
      { numRuns: 120 },
    )
  })

  it('never lets a clause text become another clause', () => {
    fc.assert(
      fc.property(salad, fc.constantFrom(...bodies), (text, kind) => {
        const problem = problemOf(() => {
          const kinds = parseClause(kind, text).map((clause) => clause.kind)
          const own = kinds.shift()
          expect(own).toBe(kind.replace(' ', '-'))
          expect(
            kind === 'with' ? kinds.filter((each) => !['where', 'order-by', 'skip', 'limit'].includes(each)) : kinds,
          ).toEqual([])
        })
        if (problem !== undefined) expect(problem).toHaveProperty('code', 'SYNTAX')
      }),
      { numRuns: 300 },
    )
  })
})
