import { execFile } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { introspect } from '../../src/introspect/introspect.ts'
import { resolve } from '../../src/catalog/resolve.ts'
import type { TemporalPolicy } from '../../src/config/config.ts'
import { emitTypes } from '../../src/emit/types.ts'
import { emitZod } from '../../src/emit/zod.ts'
import { executorOf, freshGraph } from '../grafeo-executor.ts'

// Inside the package, so that `@motif/core` and `zod` are found as a user's program finds them.
const folder = join(import.meta.dirname, `../../.tmp/compiles-${process.pid}`)
const { resolve: find } = createRequire(import.meta.url)
const scripts = {
  '5.9': join(dirname(find('typescript-5.9/package.json')), 'lib/tsc.js'),
  '6.0': join(dirname(find('typescript-6/package.json')), 'lib/tsc.js'),
  '7.0': join(dirname(find('typescript/package.json')), 'bin/tsc'),
}
type CompilerName = keyof typeof scripts
/** The newest, or with `MOTIF_COMPILERS=all` every one that we promise to users. */
const chosen = (Object.keys(scripts) as CompilerName[]).filter(
  (name) => name === '7.0' || process.env['MOTIF_COMPILERS'] === 'all',
)

const policies: readonly TemporalPolicy[] = ['temporal', 'date', 'string']

const properties = `
  id: 1, tenant: 1, ratio: 0.5, name: 'x', yes: true, born: date('2020-01-02'), at: time('10:00:00+01:00'), clock: localtime('10:00'),
  seen: datetime('2020-01-02T10:00:00Z'), local: localdatetime('2020-01-02T10:00'), span: duration('P1D'), big: 9007199254740993,
  tags: ['a'], gaps: [1, null], none: [], map: {a: 1}, mixed: [1, 'x'], \`it's "odd"\`: 1, \`__proto__\`: 'x', constructor: 1`

const names = [
  'User',
  'user',
  'class',
  'my label',
  "it's",
  'a*/b',
  '3D',
  '🎉',
  '__proto__',
  'constructor',
  'Schema',
  'back\\slash',
  '名前',
  'नमस्ते',
  '${x}',
]

/** What a program does with the generated modules: each line compiles only if the types are what was found. */
const use = `
import * as z from 'zod'
import type { LabelSets, Schema, UserProperties } from './graph.schema.ts'
import { schema } from './graph.schema.ts'
import { nodes, userSchema } from './graph.zod.ts'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const same = <_ extends true>(): void => undefined

same<Equal<Schema['nodes']['User']['properties'], UserProperties>>()
same<Equal<UserProperties['id'], number>>()
same<Equal<UserProperties['big'], bigint | null>>()
same<Equal<UserProperties['gaps'], (number | null)[] | null>>()
same<Equal<UserProperties['mixed'], (string | number)[] | null>>()
same<Equal<UserProperties['map'], unknown>>()
same<Equal<Schema['nodes']['User']['out']['KNOWS WELL'], 'class'>>()
same<Equal<Schema['nodes']['class']['in']['KNOWS WELL'], 'Admin' | 'User'>>()
same<Equal<Schema['relationships']['KNOWS WELL']['from'], 'Admin' | 'User'>>()
same<Equal<Schema['nodes']['User']['key'], 'tenant' | 'id'>>()
export const key: readonly string[] | undefined = schema.nodes['User']?.key
export const both: LabelSets = ['Admin', 'User']
export const properties: Record<string, string> | undefined = schema.nodes['User']?.properties

const parsed: z.infer<typeof userSchema> = userSchema.parse({})
export const assigned: Pick<UserProperties, 'id'> = parsed
export const odd: z.ZodObject = nodes['a*/b']
`

/** What a function in a callback is read as, by the policy that the generated module declares. */
const today: Readonly<Record<TemporalPolicy, string>> = {
  temporal: "import type { PlainDate } from '@motif/core'\nsame<Equal<TypeOf<typeof today>, PlainDate>>()\n",
  date: 'same<Equal<TypeOf<typeof today>, Date>>()\n',
  string: 'same<Equal<TypeOf<typeof today>, string>>()\n',
}
const callbacks = `
import type { Operand } from '@motif/core'
import { date } from '@motif/core/functions'
const today = date('2020-01-02')
type TypeOf<X> = X extends Operand<infer T, infer _> ? T : never
`

/** What a compiler says of the generated modules and their use. */
const compile = async (compiler: CompilerName, policy: TemporalPolicy): Promise<string[]> => {
  const args = [scripts[compiler], '-p', join(folder, policy), '--pretty', 'false']
  const run = promisify(execFile)(process.execPath, args, { cwd: folder })
  const output = await run.then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  )
  return output.split('\n').filter((line) => line.startsWith(policy) || line.startsWith('error'))
}

describe('generated modules', () => {
  beforeAll(async () => {
    const graph = await freshGraph(
      `CREATE (:User:Admin {${properties}})-[:\`KNOWS WELL\` {${properties}}]->(:class), (:User {id: 2})`,
    )
    for (const name of names) graph.createNode([name], { [name]: 1, id: 3 })
    const key = ['tenant', 'id']
    const model = resolve(await introspect(executorOf(graph)), { overrides: { nodes: { User: { key } } } })
    for (const temporal of policies) {
      const at = join(folder, temporal)
      mkdirSync(at, { recursive: true })
      const options = { temporal, source: 'a test' }
      writeFileSync(join(at, 'graph.schema.ts'), emitTypes(model, options))
      writeFileSync(join(at, 'graph.zod.ts'), emitZod(model, options))
      writeFileSync(join(at, 'use.ts'), use + callbacks + today[temporal])
      writeFileSync(join(at, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }))
    }
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: 'ES2023',
    lib: ['ES2023'],
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    customConditions: ['motif-source'],
    allowImportingTsExtensions: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    skipLibCheck: true,
    types: [],
  }

  it.each(chosen)('are accepted by TypeScript %s under strict', { timeout: 60_000 }, async (compiler) => {
    expect(await compile(compiler, 'temporal')).toEqual([])
  })

  it.each(['date', 'string'] as const)('are accepted with the policy %s', { timeout: 60_000 }, async (policy) => {
    expect(await compile('7.0', policy)).toEqual([])
  })

  it('are refused where a program takes them for something else', { timeout: 60_000 }, async () => {
    writeFileSync(
      join(folder, 'temporal/use.ts'),
      use.replace("['Admin', 'User']", "['User', 'class']").replace("['id'], number>", "['id'], string>"),
    )
    const complaints = await compile('7.0', 'temporal')
    expect(complaints.map((line) => /error TS\d+/.exec(line)?.[0])).toEqual(['error TS2344', 'error TS2322'])
  })
})
