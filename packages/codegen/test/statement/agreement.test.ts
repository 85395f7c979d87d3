import { readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, it } from 'vitest'
import { checkStatements } from '../../src/statement/check-statements.ts'
import { writeFiles } from '../../src/write-files.ts'
import { statements } from '../../../core/test-types/agreement.ts'
import { complaintsOf } from './compile.ts'
import { programFolder } from './project.ts'

const social = join(import.meta.dirname, '../../../../test/engines/golden/social.ts')

const quoted = (text: string): string => JSON.stringify(text)

/** A schema of another's, so that one can be added to and the other stays as it is. */
const schemaText = (from: string): string =>
  `import type { Social } from ${quoted(from)}\nexport interface Schema extends Social {}\n`

const queries = `import type { Graph } from '@motif/core'
import type { Schema } from './graph.schema.ts'
declare const db: Graph<Schema>
${statements.map((text, at) => `export const q${at} = db.cypher(${quoted(text)})`).join('\n')}
`

/** Each statement over both schemas: what it takes and gives must be the same, and taken from the file. */
const comparisonText = (from: string): string => `import type { Graph } from '@motif/core'
import type { Social } from ${quoted(from)}
import type { Schema } from './graph.schema.ts'
import type * as written from './queries.ts'
declare const db: Graph<Social>
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
type Of<Q> = Q extends { run(...args: infer A): Promise<infer R> } ? [A[0], R] : never
const same = <_ extends true>(): void => undefined
${statements
  .map(
    (text, at) => `const i${at} = db.cypher(${quoted(text)})
same<Equal<Of<typeof i${at}>, Of<typeof written.q${at}>>>()
same<Equal<typeof written.q${at}, Schema['statements'][${quoted(text)}]>>()`,
  )
  .join('\n')}
`

it('writes of every statement what inference gives', { timeout: 120_000 }, async () => {
  const folder = programFolder({})
  const from = relative(join(folder, 'src'), social)
  writeFileSync(join(folder, 'src/graph.schema.ts'), schemaText(from))
  writeFileSync(join(folder, 'src/queries.ts'), queries)
  const report = await checkStatements(undefined, { directory: folder, output: 'src/graph.schema.ts' })
  expect(report).toMatchObject({ statements: statements.length, written: statements.length, warnings: [] })
  writeFiles(report.files)
  writeFileSync(join(folder, 'src/comparison.ts'), comparisonText(from))
  expect(await complaintsOf(folder)).toEqual([])

  // and would be seen if it were not so
  const types = join(folder, 'src/graph.statements.ts')
  const other = readFileSync(types, 'utf8').replace(
    /: (Runnable<\{\}|WrittenQuery<\{[^>]*?\}), \{/u,
    ': $1, { more: 1,',
  )
  writeFileSync(types, other)
  expect(await complaintsOf(folder)).toHaveLength(1)
})
