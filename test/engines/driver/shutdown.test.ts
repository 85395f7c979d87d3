import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { connect } from '@motif/driver'
import { afterAll, describe, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'motif-shutdown-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ended {
  readonly said: readonly string[]
  readonly errors: string
  readonly how: number | string | null
  /** What stands in its file, by who wrote it. */
  readonly kept: readonly string[]
}

/** Runs the program, and asks it to end when it is ready. */
const ended = async (how: string, signal: NodeJS.Signals, times = 1): Promise<Ended> => {
  const path = join(folder, `${how}-${signal}-${times}.db`)
  const args = ['--conditions=motif-source', '--import=tsx', 'shutdown-child.ts', path, how]
  const child = spawn(process.execPath, args, { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'pipe'] })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const gone = once(child, 'exit')
  const said: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line)
    if (line === 'ready' || (line === 'before' && times > 1)) child.kill(signal)
  }
  const [code, by] = (await gone) as [number | null, string | null]
  await using db = connect<{ nodes: { Done: { properties: { by: string }; in: {}; out: {} } }; relationships: {} }>(
    `grafeo:${path}`,
  )
  const kept = await db.match('(n:Done)').return('n.by AS by').orderBy('by').run()
  return { said, errors, how: code ?? by, kept: kept.map(({ by: who }) => who) }
}

describe('a process that is asked to end', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s finishes what runs, takes nothing more, and ends by it',
    async (signal) => {
      expect(await ended('', signal)).toMatchObject({
        said: ['ready', 'before', 'USAGE', 'committed'],
        errors: '',
        how: signal,
        kept: ['autocommit', 'before', 'managed'],
      })
    },
  )

  test('rolls back what does not finish in time, and says so', async () => {
    const { said, errors, how, kept } = await ended('late', 'SIGTERM')
    expect(said).toEqual(['ready', 'before'])
    expect(errors).toContain('GraphError: work still ran')
    expect(how).toBe('SIGTERM')
    expect(kept).toEqual(['autocommit', 'before'])
  })

  test('ends at once when it is asked a second time', async () => {
    const { said, how } = await ended('late', 'SIGINT', 2)
    expect(said).toEqual(['ready', 'before'])
    expect(how).toBe('SIGINT')
  })

  test('goes on only when all its databases are closed', async () => {
    const { said, how } = await ended('two', 'SIGTERM')
    expect(said).toEqual(['ready', 'before', 'USAGE', 'committed', 'the other is closed'])
    expect(how).toBe('SIGTERM')
  })

  test('leaves what follows to others who listen', async () => {
    const { said, how } = await ended('others listen', 'SIGTERM')
    expect(said).toEqual(['ready', 'before', 'mine', 'USAGE', 'committed'])
    expect(how).toBe(7)
  })
})
