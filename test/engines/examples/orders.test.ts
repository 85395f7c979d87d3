import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Schema, schema } from '../../../examples/orders/src/graph.schema.ts'
import { ordersOn } from '../../../examples/orders/test/cases.ts'
import { emptyGraph } from '../empty-graph.ts'
import { servers } from '../engines.ts'
import { has } from '../lacks.ts'
import { urlOf } from '../url-of.ts'
import { folderOf, runExample } from './run-example.ts'

for (const engine of servers.filter((each) => has(each, 'introspection'))) {
  ordersOn(engine, () => emptyGraph<Schema>(engine, { schema }))

  it(`are printed by the program on ${engine} as they are on Grafeo`, async () => {
    await (await emptyGraph(engine)).close()
    const out = readFileSync(join(folderOf('orders'), 'expected.txt'), 'utf8')
    expect(await runExample('orders', ['src/main.ts', '--url', urlOf(engine)])).toEqual({ code: 0, out, errors: '' })
  })
}
