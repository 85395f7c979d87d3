import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parseStatement } from '../../../packages/core/src/grammar/parse-statement.ts'
import { newestCompiler } from '../../types/compilers.ts'
import { diagnose } from '../../types/diagnose.ts'
import { people } from '../../types/people.ts'

const made = fileURLToPath(new URL('../../../packages/core/test-types/generated.tmp/', import.meta.url))

type Text = fc.Arbitrary<string>
const text = (strings: TemplateStringsArray, ...parts: readonly Text[]): Text =>
  fc.tuple(...parts).map((given) => strings.reduce((whole, piece, at) => whole + given[at - 1] + piece))
const oneOf = (...texts: readonly (Text | string)[]): Text =>
  fc.oneof(...texts.map((each) => (typeof each === 'string' ? fc.constant(each) : each)))
const maybe = (inner: Text): Text => oneOf('', inner)

const gap = oneOf(' ', ' ', ' ', '\n', '  ', ' /* why */ ')
const number = oneOf('1', '$n', 'u.age', 'u.id + 1', 'size(u.tags)', 'coalesce(u.age, 0)', 'v.id * $m')
const word = oneOf("'x'", '$word', 'u.name', 'toUpper(v.name)', "u.name + '!'", "'a: (b) {c} // d'")
const test = oneOf(
  text`${number} ${oneOf('=', '<>', '<', '>=')} ${number}`,
  text`${word} ${oneOf('=', 'STARTS WITH', 'CONTAINS')} ${word}`,
  text`${oneOf('u.age', 'v.name')} IS ${maybe(oneOf('NOT '))}NULL`,
  'u.id IN [1, 2, $n]',
  "any(t IN u.tags WHERE t = 'x')",
  'EXISTS { (u)-[:WROTE]->() }',
  '(u)-[:FOLLOWS]->(v)',
  'u:Admin',
)
const condition = oneOf(test, text`${test} ${oneOf('AND', 'OR', 'XOR')} ${test}`, text`NOT (${test})`)
const label = oneOf('User', 'Admin', 'User|Bot', '!Bot', '`Admin`')
const hop = oneOf('-[:FOLLOWS]->', '<-[:WROTE]-', '-->', '-[:FOLLOWS|WROTE]-', '-[:FOLLOWS*1..3]->', '-[:FOLLOWS]->+')
const match = text`MATCH${gap}(u:${label}${maybe(oneOf(' {id: $id}', " {name: 'x'}"))})${hop}(v:${label})${maybe(
  text`${gap}WHERE ${condition}`,
)}`
const column = oneOf(
  text`${number} AS a`,
  text`${word} AS b`,
  text`${condition} AS c`,
  text`CASE WHEN ${test} THEN ${number} ELSE 0 END AS d`,
  text`[t IN u.tags WHERE t <> ${word} | t] AS e`,
  text`u {.id, extra: ${number}} AS f`,
  'u.tags[0] AS g',
  'COUNT { (u)-->() } AS h',
  'u.`name` AS i',
)
const between = oneOf(
  'WITH u, v',
  'WITH DISTINCT u, v WHERE u.id > 1',
  'UNWIND u.tags AS tag',
  'OPTIONAL MATCH (u)-[:WROTE]->(w)',
  'CALL (u) { MATCH (u)-->(x) RETURN count(x) AS many }',
  'LET more = u.id + 1',
  'FILTER u.id > 1',
  'WITH * ORDER BY u.name DESC LIMIT 3',
)
const writing = oneOf(
  'SET u.name = $word, v.age = 3',
  'REMOVE u.age',
  'DETACH DELETE v',
  'MERGE (u)-[:FOLLOWS {since: 1}]->(v)',
  'FOREACH (i IN [1, 2] | SET u.age = i)',
)
const ending = oneOf(text`RETURN ${column}${maybe(oneOf(' ORDER BY u.id', ' SKIP $skip LIMIT 3'))}`, writing, 'FINISH')
const statement = text`${match}${maybe(text`${gap}${between}`)}${gap}${ending}`.map((whole) => whole.trim())

/** A statement with one of its words or signs left out, which the run-time grammar refuses. */
const spoiled = fc
  .tuple(statement, fc.nat())
  .map(([whole, at]) => {
    const pieces = whole.split(/(?<=[()[\]{},:])|(?=[()[\]{},:])| /)
    pieces.splice(at % pieces.length, 1)
    return pieces.join(' ')
  })
  .filter((whole) => {
    try {
      parseStatement(whole)
      return false
    } catch {
      return true
    }
  })

beforeAll(() => mkdirSync(made, { recursive: true }))
afterAll(() => rmSync(made, { recursive: true, force: true }))

it('takes what is put together at random by types as at run time, and refuses nearly all of it with a word left out', async () => {
  const { seed = Date.now() } = fc.readConfigureGlobal()
  const right = [...new Set(fc.sample(statement, { numRuns: 150, seed }))]
  const wrong = [...new Set(fc.sample(spoiled, { numRuns: 200, seed }))]
  for (const each of right) parseStatement(each)
  const head = [
    "import type { CheckedStatement } from '../../src/grammar/statement.ts'",
    "import { type Equal, same } from '../equal.ts'",
    ...people,
  ]
  const line = (each: string, taken: boolean): string => {
    const literal = JSON.stringify(each)
    return `same<Equal<CheckedStatement<People, ${literal}>[${literal}], ${literal}> extends ${taken} ? true : false>()`
  }
  const all = [...right.map((each) => line(each, true)), ...wrong.map((each) => line(each, false))]
  writeFileSync(join(made, 'all.ts'), [...head, ...all].join('\n'))
  writeFileSync(
    join(made, 'tsconfig.json'),
    JSON.stringify({ extends: '../../../../tsconfig.types.json', files: ['all.ts'] }),
  )
  const found = await diagnose(newestCompiler, join(made, 'tsconfig.json'))
  const differing = found.map(({ line: at }) => [...right, ...wrong][at - head.length - 1] ?? String(at))
  expect(differing.filter((each) => !wrong.includes(each))).toEqual([])
  // The types follow a text only as far as they need to: what they take too much is refused before anything is sent.
  expect(differing.length).toBeLessThanOrEqual(wrong.length / 50)
})
