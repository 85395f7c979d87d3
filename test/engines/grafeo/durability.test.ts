import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { connect } from '@motif/driver'
import { afterAll, expect, test } from 'vitest'

interface Schema {
  nodes: { Done: { properties: { id: number }; in: {}; out: {} } }
  relationships: {}
}

const folder = mkdtempSync(join(tmpdir(), 'motif-durability-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Writes pairs, and says of each pair that it is committed. */
const writer = `
  const { connect } = await import('@motif/driver')
  const db = connect('grafeo:' + process.argv[1] + '?create=true')
  for (let id = 1; ; id += 2) {
    await db.write(async tx => {
      await tx.cypher.as('CREATE (:Done {id: $id})').execute({ id })
      await tx.cypher.as('CREATE (:Done {id: $id})').execute({ id: id + 1 })
    })
    console.log(id + 1)
  }
`

test('what was said to be committed is there after the process was killed, and nothing by halves', async () => {
  const path = join(folder, 'killed.db')
  const child = spawn(
    process.execPath,
    ['--conditions=motif-source', '--import=tsx', '--input-type=module', '-e', writer, path],
    { cwd: new URL('.', import.meta.url), stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let last = 0
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line)
    if (last === 200) child.kill('SIGKILL')
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  await using db = connect<Schema>(`grafeo:${path}`)
  const ids = (await db.match('(n:Done)').return('n.id AS id').orderBy('id').run()).map(({ id }) => id)
  expect(ids.length).toBeGreaterThanOrEqual(last)
  expect(ids.length % 2).toBe(0)
  expect(ids).toEqual(Array.from({ length: ids.length }, (_, at) => at + 1))
})
