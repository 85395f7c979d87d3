import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { type Schema, schema } from '../../../examples/orders/src/graph.schema.ts'
import { ordersOn } from '../../../examples/orders/test/cases.ts'
import { emptyGraph } from '../empty-graph.ts'
import { servers } from '../engines.ts'
import { has } from '../lacks.ts'
import { urlOf } from '../url-of.ts'

const here = fileURLToPath(new URL('../../../examples/orders/', import.meta.url))

for (const engine of servers.filter((each) => has(each, 'introspection'))) {
  ordersOn(engine, () => emptyGraph<Schema>(engine, { schema }))

  it(`are printed by the program on ${engine} as they are on Grafeo`, async () => {
    await (await emptyGraph(engine)).close()
    const line = ['--import', 'tsx', '--conditions=motif-source', 'src/main.ts', '--url', urlOf(engine)]
    const out = await new Promise<string>((resolve) => {
      execFile(process.execPath, line, { cwd: here }, (error, text, errors) =>
        resolve(error === null ? text : `${text}${errors}`),
      )
    })
    expect(out).toBe(readFileSync(join(here, 'expected.txt'), 'utf8'))
  })
}
