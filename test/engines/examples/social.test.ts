import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { servers } from '../engines.ts'
import { has } from '../lacks.ts'
import { urlOf } from '../url-of.ts'

const here = fileURLToPath(new URL('../../../examples/social/', import.meta.url))

it.each(servers.filter((each) => has(each, 'introspection')))(
  'the social network is printed on %s as it is on Grafeo',
  async (engine) => {
    await (await emptyGraph(engine)).close()
    const line = ['--import', 'tsx', '--conditions=motif-source', 'src/main.ts', '--url', urlOf(engine)]
    const out = await new Promise<string>((resolve) => {
      execFile(process.execPath, line, { cwd: here }, (error, text, errors) =>
        resolve(error === null ? text : `${text}${errors}`),
      )
    })
    expect(out).toBe(readFileSync(join(here, 'expected.txt'), 'utf8'))
  },
)
