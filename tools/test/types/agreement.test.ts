import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript-5.9'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compile } from '../../../packages/core/src/compile/compile.ts'
import { neo4j } from '../../../packages/core/src/dialect/neo4j.ts'
import { parseStatement } from '../../../packages/core/src/grammar/parse-statement.ts'
import { typeScriptOf } from '../../../packages/core/src/schema/type-script-of.ts'
import type { ValueType } from '../../../packages/core/src/value/value-type.ts'
import { statements } from '../../../packages/core/test-types/agreement.ts'
import { social } from '../../../test/engines/golden/social.ts'
import { newestCompiler } from '../../types/compilers.ts'
import { diagnose } from '../../types/diagnose.ts'

const folder = fileURLToPath(new URL('../../../packages/core/test-types/', import.meta.url))
const made = join(folder, 'agreement.tmp')

/** Every literal given to `.cypher(…)` in the type tests. */
const statementsIn = (file: string): string[] => {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const [first] = ts.isCallExpression(node) ? node.arguments : []
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === 'cypher' &&
      first &&
      ts.isStringLiteralLike(first)
    ) {
      found.push(first.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true))
  return found
}
const goldens = fileURLToPath(new URL('../../../test/engines/golden/', import.meta.url))
const files = [
  ...readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test-d.ts'))
    .map((name) => join(folder, name)),
  ...readdirSync(goldens)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(goldens, name)),
]
const all = [...new Set([...statements, ...files.flatMap(statementsIn)])]

const object = (fields: readonly { readonly name: string; readonly type: ValueType }[]): string =>
  `{ ${fields.map(({ name, type }) => `${JSON.stringify(name)}: ${typeScriptOf(type, social)}`).join('; ')} }`

/** A list given by the caller may be read-only. */
const parameters = (fields: Parameters<typeof object>[0]): string =>
  `{ ${fields.map(({ name, type }) => `${JSON.stringify(name)}: ${type.kind === 'list' ? 'readonly ' : ''}${typeScriptOf(type, social)}`).join('; ')} }`

const line = (text: string): string => {
  const { columns, parameters: named } = compile(parseStatement(text), { dialect: neo4j, schema: social })
  const row = columns === undefined ? 'unknown' : columns.length === 0 ? 'never' : object(columns)
  return `same<Equal<Of<${JSON.stringify(text)}>, [${parameters(named)}, ${row}]>>()`
}

beforeAll(() => {
  mkdirSync(made, { recursive: true })
})
afterAll(() => {
  rmSync(made, { recursive: true, force: true })
})

it('reads the columns and parameters of every statement alike by types and at run time', async () => {
  const head = [
    "import type { GraphPath } from '@motif/core'",
    "import type { Runnable } from '../../src/builder/runnable.ts'",
    "import type { Statement } from '../../src/builder/statement.ts'",
    "import type { Flat, ParametersOf } from '../../src/grammar/statement.ts'",
    "import { type Equal, same } from '../equal.ts'",
    "import type { Social } from '../social.ts'",
    'export type Used = [GraphPath]',
    'type Of<T extends string> = Statement<Social, T> extends Runnable<infer P, infer Row> ? [Flat<ParametersOf<P>>, [Row] extends [never] ? never : Merged<Row>] : never',
    // the rows of a UNION: a column is of either type
    'type Merged<Row> = { [K in Row extends unknown ? keyof Row : never]: Row[K] }',
  ]
  writeFileSync(join(made, 'all.ts'), [...head, ...all.map(line)].join('\n'))
  writeFileSync(
    join(made, 'tsconfig.json'),
    JSON.stringify({ extends: '../../../../tsconfig.types.json', files: ['all.ts'] }),
  )
  const wrong = await diagnose(newestCompiler, join(made, 'tsconfig.json'))
  expect(all.length).toBeGreaterThan(60)
  expect(
    wrong.map(
      ({ file, line: at, text }) =>
        `${all[at - head.length - 1] ?? file}\n  run time: ${line(all[at - head.length - 1] ?? 'RETURN 1 AS x')}\n  ${text}`,
    ),
  ).toEqual([])
})
