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

interface Named {
  readonly name: string
  readonly type: ValueType
}

/** For each name what the run time states, and what it takes it for inside of what the types leave open. */
const object = (stated: readonly Named[]): string =>
  `{ ${stated
    .map(({ name, type }) => {
      const text = (of: ValueType): string => typeScriptOf(of, social)
      const likely = type.kind === 'any' && type.likely !== undefined ? type.likely : type
      return `${JSON.stringify(name)}: [${text(type)}, ${text(likely)}]`
    })
    .join('; ')} }`

const line = (text: string): string => {
  const clauses = parseStatement(text)
  const { columns, parameters } = compile(clauses, { dialect: neo4j, schema: social, allowUnfiltered: true })
  const row = columns === undefined ? 'unknown' : columns.length === 0 ? 'never' : object(columns)
  return `agree<Of<${JSON.stringify(text)}>, ${object(parameters)}, ${row}, ${/is not null|\b(?:all|any|none|single)\(/i.test(text)}>(true)`
}

beforeAll(() => {
  mkdirSync(made, { recursive: true })
})
afterAll(() => {
  rmSync(made, { recursive: true, force: true })
})

it('reads the columns and parameters of every statement alike by types and at run time', async () => {
  const head = [
    "import type { Duration, GraphPath, Point } from '@motif/core'",
    "import type { Runnable } from '../../src/builder/runnable.ts'",
    "import type { Statement } from '../../src/builder/statement.ts'",
    "import type { Flat, ParametersOf } from '../../src/grammar/statement.ts'",
    "import type { Equal } from '../equal.ts'",
    "import type { Social } from '../social.ts'",
    'export type Used = [Duration, GraphPath, Point]',
    'type Of<T extends string> = Statement<Social, T> extends Runnable<infer P, infer Row> ? [Flat<ParametersOf<P>>, [Row] extends [never] ? never : Merged<Row>] : never',
    // the rows of a UNION: a column is of either type
    'type Merged<Row> = { [K in Row extends unknown ? keyof Row : never]: Row[K] }',
    // What the run time knows, the types know as well, but for a null: IS NOT NULL takes one away, all() may give one; where it has to
    // guess, they may know more, but nothing that contradicts it.
    'type Mutable<T> = T extends readonly (infer E)[] ? E[] : T',
    'type Fits<T, Stated, Believed, Narrowed> = Equal<Mutable<T>, Stated> extends true ? true : (Narrowed extends true ? Equal<NonNullable<T>, NonNullable<Stated>> : false) extends true ? true : Open<Stated> extends true ? ([Mutable<T>] extends [Believed] ? true : false) : false',
    'type Open<T> = unknown extends T ? true : T extends readonly (infer E)[] ? Open<E> : T extends Date ? false : T extends object ? { [K in keyof T]: Open<T[K]> }[keyof T] extends false ? false : true : false',
    'type AllFit<T, R, N> = Equal<keyof T, keyof R> extends true ? false extends { [K in keyof R]: K extends keyof T ? R[K] extends [infer A, infer B] ? Fits<T[K], A, B, N> : false : false }[keyof R] ? false : true : false',
    'type Verdict<Of, P, Row, N> = Of extends [infer Q, infer R] ? [keyof P] extends [never] ? [keyof Q] extends [never] ? Rows<R, Row, N> : false : AllFit<Q, P, N> extends true ? Rows<R, Row, N> : false : false',
    'type Rows<R, Row, N> = [Row] extends [never] ? ([R] extends [never] ? true : false) : unknown extends Row ? true : [R] extends [never] ? false : AllFit<R, Row, N>',
    'declare const agree: <Of, P, Row, Narrowed>(verdict: Verdict<Of, P, Row, Narrowed>) => void',
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
