import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'

const here = fileURLToPath(new URL('..', import.meta.url))
const run = (
  program: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ readonly code: number | null; readonly out: string; readonly errors: string }> =>
  new Promise((resolve) => {
    const line = ['--import', 'tsx', '--conditions=motif-source', program, ...words]
    const options = { cwd: here, env: { ...process.env, ...env } }
    const child = execFile(process.execPath, line, options, (_error, out, errors) =>
      resolve({ code: child.exitCode, out, errors }),
    )
  })

let work = ''
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'motif-social-'))
})
afterAll(() => rm(work, { recursive: true, force: true }))

it('prints what is committed, in a graph that the committed types still fit', async () => {
  expect(await run('src/main.ts', ['--work', work])).toEqual({
    code: 0,
    out: await readFile(join(here, 'expected.txt'), 'utf8'),
    errors: '',
  })
  const command = fileURLToPath(new URL('cli/main.ts', import.meta.resolve('@motif/codegen')))
  expect(await run(command, ['check', '--url', `grafeo:${join(work, 'social.db')}`])).toMatchObject({
    code: 0,
    out: 'the graph and the generated files agree\n',
  })
})

it('is what the README shows of models', async () => {
  const program = fileURLToPath(new URL('../src/hello.ts', import.meta.url))
  expect(await readFile(join(here, '../../README.md'), 'utf8')).toContain(await readFile(program, 'utf8'))
  expect(await run(program, [], { GRAPH_URL: `grafeo:${join(work, 'social.db')}` })).toMatchInlineSnapshot(`
    {
      "code": 0,
      "errors": "",
      "out": "Dan Abel [ { likes: 20, text: 'On models' }, { likes: 0, text: 'On maps' } ]
    [ { name: 'Dan Abel' }, { name: 'Eva Berg' } ]
    ",
    }
  `)
})
