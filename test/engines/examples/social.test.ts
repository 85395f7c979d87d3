import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { servers } from '../engines.ts'
import { has } from '../lacks.ts'
import { urlOf } from '../url-of.ts'
import { folderOf, runExample } from './run-example.ts'

describe.each(servers.filter((each) => has(each, 'introspection')))('the social network on %s', (engine) => {
  beforeAll(async () => {
    await (await emptyGraph(engine)).close()
  })

  it('is printed as it is on Grafeo', async () => {
    const out = readFileSync(join(folderOf('social'), 'expected.txt'), 'utf8')
    expect(await runExample('social', ['src/main.ts', '--url', urlOf(engine)])).toEqual({ code: 0, out, errors: '' })
  })

  it('answers the program of the README', async () => {
    const { code, out } = await runExample('social', ['src/hello.ts'], { GRAPH_URL: urlOf(engine) })
    expect(code).toBe(0)
    expect(out).toContain("text: 'On models'")
    expect(out).toContain("[ { name: 'Dan Abel' }, { name: 'Eva Berg' } ]")
  })
})
