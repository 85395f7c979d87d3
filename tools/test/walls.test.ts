import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../manifest.ts'
import { wallsConfig } from '../walls/config.ts'

const refused = [
  ['packages/core/src/value/node.ts', "import { a } from '../ast/clause.ts'"],
  ['packages/core/src/value/node.ts', "import { a } from 'node:util'"],
  ['packages/core/src/error/deep/a.ts', "import { a } from '../../value/node.ts'"],
  ['packages/core/src/schema/a.ts', "import type { a } from '../grammar/lex.ts'"],
  ['packages/core/src/ast/a.ts', "import { a } from '../schema/property-bag.ts'"],
  ['packages/core/src/dialect/neo4j.ts', "import { a } from '../compile/writer.ts'"],
  ['packages/core/src/compile/a.ts', "import { a } from '../execute/executor.ts'"],
  ['packages/core/src/compile/a.ts', "import { a } from '../builder/match.ts'"],
  ['packages/core/src/compile/a.ts', "import { a } from '../grammar/lex.ts'"],
  ['packages/core/src/rows/a.ts', "import type { a } from '../dialect/dialect.ts'"],
  ['packages/core/src/execute/a.ts', "import { a } from '../compile/compile.ts'"],
  ['packages/core/src/grammar/a.ts', "import { a } from '../pattern/node.ts'"],
  ['packages/core/src/grammar/a.ts', "import { a } from '../dialect/neo4j.ts'"],
  ['packages/core/src/pattern/a.ts', "import { a } from '../expression/case.ts'"],
  ['packages/core/src/expression/a.ts', "import { a } from '../builder/match.ts'"],
  ['packages/core/src/raw/a.ts', "import { a } from '../builder/match.ts'"],
  ['packages/core/src/builder/a.ts', "import { a } from '../compile/compile.ts'"],
  ['packages/core/src/builder/a.ts', "import { a } from '../model/find.ts'"],
  ['packages/core/src/builder/a.ts', "import { a } from '../graph.ts'"],
  ['packages/core/src/builder/a.ts', "export { a } from '../dialect/grafeo.ts'"],
  ['packages/core/src/model/a.ts', "import { a } from '../execute/executor.ts'"],
  ['packages/core/src/testing/a.ts', "import { a } from '../ast/clause.ts'"],
  ['packages/core/src/testing/a.ts', "import { a } from 'vitest'"],
  ['packages/core/src/create.ts', "import { a } from 'zod'"],
  ['packages/core/src/compile/a.ts', "import { a } from '@motif/driver'"],
  ['packages/driver/src/pool/a.ts', "import { a } from '@motif/core/src/graph.ts'"],
  ['packages/driver/src/pool/a.ts', "import { a } from '../../../core/src/graph.ts'"],
  ['packages/driver/src/pool/a.ts', "import { a } from '@motif/codegen'"],
  ['packages/driver/src/session.ts', "import { a } from './grafeo/engine.ts'"],
  ['packages/driver/src/executor.ts', "import { z } from 'zod'"],
  ['packages/driver/src/executor.ts', "import { a } from 'ts-morph'"],
  ['packages/driver/src/grafeo/a.ts', "import { a } from '../bolt/engine.ts'"],
  ['packages/driver/src/bolt/packstream/a.ts', "import { a } from 'node:net'"],
  ['packages/driver/src/bolt/chunk.ts', "import { a } from 'node:buffer'"],
  ['packages/codegen/src/emit/types.ts', "import { a } from '@motif/driver'"],
  ['packages/codegen/src/introspect/grafeo.ts', "import { a } from 'node:fs/promises'"],
  ['packages/codegen/src/catalog/merge.ts', "import { a } from '../emit/types.ts'"],
  ['packages/codegen/src/index.ts', "import { a } from '../../driver/src/index.ts'"],
  ['examples/airports/src/main.ts', "import { a } from '../../../packages/core/src/graph.ts'"],
  ['test/engines/match.test.ts', "import { a } from '@motif/driver/src/grafeo/engine.ts'"],
] as const

const allowed = [
  ['packages/core/src/value/node.ts', "import { a } from '../error/graph-error.ts'"],
  ['packages/core/src/ast/a.ts', "import { a } from '../value/node.ts'"],
  ['packages/core/src/dialect/neo4j.ts', "import { type a } from '../compile/writer.ts'"],
  ['packages/core/src/compile/a.ts', "import { a } from './deep/b.ts'"],
  ['packages/core/src/compile/a.ts', "import { a } from '../dialect/dialect.ts'"],
  ['packages/core/src/model/a.ts', "import { a } from '../builder/match.ts'"],
  ['packages/core/src/builder/run.ts', "import type { a } from '../execute/executor.ts'"],
  ['packages/core/src/graph.ts', "import { a } from './compile/compile.ts'"],
  ['packages/core/src/testing/a.ts', "import { a } from '@motif/core'"],
  ['packages/driver/src/connect.ts', "export const a = import('./grafeo/engine.ts')"],
  ['packages/driver/src/environment/a.ts', "import { z } from 'zod'"],
  ['packages/driver/src/environment/a.ts', "import { a } from '../bolt/url.ts'"],
  ['packages/driver/src/bolt/socket.ts', "import { a } from 'node:net'"],
  ['packages/driver/src/grafeo/a.ts', "import { a } from '@grafeo-db/js'"],
  ['packages/codegen/src/emit/types.ts', "import { a } from 'ts-morph'"],
  ['packages/codegen/src/introspect/grafeo.ts', "import { a } from '@motif/driver'"],
  ['examples/airports/src/main.ts', "import { a } from '@motif/core'"],
] as const

const project = mkdtempSync(join(tmpdir(), 'motif-walls-'))
const files = new Map<string, string>()
let faulty = new Set<string>()

/** Each import gets a file of its own beside the one it is about. */
const place = (file: string, line: string): string => {
  const own =
    file.startsWith('packages/driver/src/bolt/chunk') || /(?:environment|index|graph|run|connect)\.ts$/.test(file)
  const path = own ? file : file.replace(/\.ts$/, `-${files.size}.ts`)
  files.set(path, line)
  return path
}
const wrong = refused.map(([file, line]) => ({ file: place(file, line), line }))
const right = allowed.map(([file, line]) => ({ file: place(file, line), line }))

const lint = (): Promise<string> =>
  new Promise((done, fail) => {
    execFile(join(root, 'node_modules/.bin/oxlint'), ['--format', 'json'], { cwd: project }, (error, stdout) => {
      if (error !== null && error.code !== 1) fail(error)
      else done(stdout)
    })
  })

beforeAll(async () => {
  for (const [path, line] of files) {
    mkdirSync(dirname(join(project, path)), { recursive: true })
    writeFileSync(join(project, path), `${line}\n`)
  }
  for (const path of ['.oxlintrc.json', 'tools/walls/oxlint.json'])
    cpSync(join(root, path), join(project, path), { recursive: true })
  const { diagnostics } = JSON.parse(await lint()) as { diagnostics: { code: string; filename: string }[] }
  faulty = new Set(
    diagnostics.filter(({ code }) => code.includes('no-restricted-imports')).map(({ filename }) => filename),
  )
})
afterAll(() => rmSync(project, { recursive: true }))

describe('the walls', () => {
  it('are written as the table says', () => {
    expect(readFileSync(join(root, 'tools/walls/oxlint.json'), 'utf8')).toBe(wallsConfig)
  })

  it.each(wrong)('refuse $line in $file', ({ file }) => {
    expect(faulty).toContain(file)
  })

  it.each(right)('let $line into $file', ({ file }) => {
    expect(files.has(file)).toBe(true)
    expect(faulty).not.toContain(file)
  })
})
