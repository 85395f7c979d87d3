import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from '@motif/driver'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { freshFolder } from '../folder.ts'
import { terminalOf } from './motif.ts'

const patience = { timeout: 20_000 }

/** `motif generate --watch` on a graph in memory, which the test changes meanwhile. */
const watching = async (folder: string, words = '') => {
  const db = connect('grafeo::memory:')
  const interrupt = new AbortController()
  onTestFinished(async () => {
    interrupt.abort()
    await ended
    await db.close()
  })
  let away = false
  const terminal = {
    ...terminalOf(folder, { signal: interrupt.signal }),
    open: () => {
      if (away) throw new Error('the graph is away')
      return { db, executor: db.executor, close: async () => {} }
    },
  }
  const change = async (text: string): Promise<void> => void (await db.cypher.as<never>(text).execute())
  await change("CREATE (:User {name: 'Ada'})")
  const line = `generate --url grafeo::memory: --watch --interval 0.02 ${words}`
  const ended = run(line.trim().split(' '), '1.2.3', terminal)
  const told = (text: string): Promise<void> =>
    vi.waitFor(() => expect(terminal.out.text + terminal.errors.text).toContain(text), patience)
  await told('watching, every 0.02 s; Ctrl-C ends it\n')
  return {
    terminal,
    change,
    told,
    schema: (): string => readFileSync(join(folder, 'graph.schema.ts'), 'utf8'),
    end: (): Promise<number> => {
      interrupt.abort()
      return ended
    },
    away: (now: boolean): void => {
      away = now
    },
  }
}

describe('motif generate --watch', () => {
  it('writes anew when the schema of the graph changes, says why, and ends as it should', async () => {
    const { change, told, schema, end, terminal } = await watching(freshFolder())
    expect(schema()).toContain('  name: string\n')
    await change('MATCH (u:User) SET u.age = 36')
    await told('+ User.age: integer (the only node has it)\nwrote     graph.schema.ts\n')
    expect(schema()).toContain('  age: number\n')
    await change('CREATE (:Team)')
    await told('+ label Team: no properties (1 node)\n')
    expect(await end()).toBe(0)
    expect(terminal.errors.text).not.toContain('interrupted')
  })

  it('leaves everything alone when there is more of the same', async () => {
    const { change, told, schema, terminal } = await watching(freshFolder())
    const before = schema()
    await change("CREATE (:User {name: 'Alan'})")
    await change('CREATE (:Team)')
    await told('+ label Team')
    expect(terminal.out.text.match(/graph\.schema\.ts/g)).toHaveLength(2)
    expect(before).toContain('Properties of 1 User node.')
  })

  it('writes anew when the config changes, and bears one that is wrong for a while', async () => {
    const folder = freshFolder({ 'motif.config.ts': 'export default {}' })
    const { told, schema, terminal } = await watching(folder)
    const config = join(folder, 'motif.config.ts')
    writeFileSync(config, 'export default { nodes: {} }')
    await told('nodes: there is no such key')
    writeFileSync(config, "export default { naming: { node: 'I{Name}' } }")
    await vi.waitFor(() => expect(schema()).toContain('interface IUser {'), patience)
    expect(terminal.errors.text.match(/there is no such key/g)).toHaveLength(1)
  })

  it('bears a graph that is away for a while', async () => {
    const { away, change, told, end, terminal } = await watching(freshFolder(), '--json')
    away(true)
    await told('motif: the graph is away\n')
    await change('CREATE (:Team)')
    away(false)
    await told('"name":"Team"')
    expect(await end()).toBe(0)
    const lines = terminal.out.text.trimEnd().split('\n')
    expect(lines.map((each) => JSON.parse(each) as unknown)).toMatchObject([
      { labels: 1 },
      { labels: 2, differences: [{ change: 'added', subject: 'label', name: 'Team' }] },
    ])
  })
})
