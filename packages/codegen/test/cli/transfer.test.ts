import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { freshFolder, graphFile } from '../folder.ts'
import { motif, terminalOf } from './motif.ts'
import { spawned } from './spawned.ts'

const folderWithGraph = async (): Promise<string> => {
  const folder = freshFolder()
  await graphFile(
    folder,
    `CREATE (a:Airport {code: 'SFO', opened: date('1927-05-07')})-[:TO {miles: 337.0}]->(:Airport {code: 'LAX'})`,
  )
  return folder
}

const schema = { constraints: 0, indexes: 0, lacking: [] }

/** What a program is told, without how long it took. */
const told = (out: string): unknown => {
  const { milliseconds, fingerprint: _, bytes: __, ...rest } = JSON.parse(out) as Record<string, unknown>
  expect(typeof milliseconds).toBe('number')
  return rest
}

describe('motif dump, load and copy', () => {
  it('move a graph by a file', async () => {
    const folder = await folderWithGraph()
    const dumped = await motif(folder, 'dump --url grafeo:./air.db --output air.dump.gz'.replace('./', `${folder}/`))
    expect(dumped.code).toBe(0)
    expect(dumped.out).toMatch(/^2 nodes and 1 relationship in \d+\.\d s, [\d,]+\/s\nwrote air\.dump\.gz\n$/)
    const url = `grafeo:${folder}/new.db?create=true`
    const loaded = await motif(folder, `load air.dump.gz --url ${url} --verify`)
    expect(loaded).toMatchObject({ code: 0 })
    expect(loaded.out).toMatch(/\nboth graphs are equal\n$/)
    const again = await motif(folder, `load air.dump.gz --url ${url}`)
    expect(again).toMatchObject({
      code: 2,
      errors: 'motif: the graph has 2 nodes already: say append, or by which properties nodes are merged\n',
    })
    const merged = await motif(folder, `load air.dump.gz --url ${url} --merge-by Airport.code --json`)
    expect(told(merged.out)).toEqual({ nodes: 2, relationships: 1, ...schema })
  })

  it('tell programs what was moved', async () => {
    const folder = await folderWithGraph()
    const graph = `grafeo:${folder}/air.db`
    const dumped = await motif(folder, `dump --url ${graph} --json`)
    expect(told(dumped.out)).toEqual({ nodes: 2, relationships: 1, output: 'graph.dump.gz' })
    const copied = await motif(folder, `copy --from ${graph} --to grafeo::memory: --verify --json`)
    expect(told(copied.out)).toEqual({ nodes: 2, relationships: 1, ...schema, differences: [] })
    expect(copied.errors).toBe('')
  })

  it('go through pipes', async () => {
    const folder = await folderWithGraph()
    const [dumping, loading] = [terminalOf(folder), terminalOf(folder)]
    const pipe = new PassThrough()
    const piping = run(['dump', '--url', `grafeo:${folder}/air.db`, '--output', '-'], '1', {
      ...dumping,
      pipes: { input: pipe, output: pipe },
    })
    void piping.then(() => pipe.end())
    const code = await run(['load', '-', '--url', 'grafeo::memory:', '--verify'], '1', {
      ...loading,
      pipes: { input: pipe, output: pipe },
    })
    expect([await piping, code]).toEqual([0, 0])
    expect(dumping.out.text).toBe('')
    expect(dumping.errors.text).toMatch(/2 nodes and 1 relationship in .*\nwrote [\d,]+ bytes\n$/)
    expect(loading.out.text).toMatch(/both graphs are equal\n$/)
  })

  it.each([
    ['dump --output - --url grafeo::memory:', 'there is neither standard input nor output here: name a file'],
    ['load --url grafeo::memory:', 'which dump is to be loaded? name its file, or - for standard input'],
    [
      'load x.dump --url grafeo::memory: --merge-by User',
      "--merge-by takes a label and its key, as in User.id, not 'User'",
    ],
    ['load --clean-up --url grafeo::memory:', 'no load was broken off in this graph: there is nothing to clean up'],
    ['copy --from grafeo::memory: --to grafeo::memory:', '--from and --to name the same graph'],
    ['copy --from neo4j://localhost', "required option '--to <url>' not specified"],
  ])('refuse %j', async (line, why) => {
    const { code, errors } = await motif(freshFolder(), line)
    expect(code).toBe(2)
    expect(errors).toContain(why)
  })

  it('show no bytes to a person', async () => {
    const folder = await folderWithGraph()
    const terminal = terminalOf(folder)
    const pipe = Object.assign(new PassThrough(), { isTTY: true })
    const pipes = { input: pipe, output: pipe }
    expect(await run(['dump', '--url', `grafeo:${folder}/air.db`, '--output', '-'], '1', { ...terminal, pipes })).toBe(
      2,
    )
    expect(await run(['load', '-', '--url', 'grafeo::memory:'], '1', { ...terminal, pipes })).toBe(2)
    expect(terminal.errors.text).toContain(
      'a dump is no text: name a file by --output, or lead standard output elsewhere',
    )
    expect(terminal.errors.text).toContain('nothing is led into standard input: name a file')
  })

  it('leave no file when they are interrupted', async () => {
    const folder = await folderWithGraph()
    const dumped = await motif(folder, `dump --url grafeo:${folder}/air.db --output air.dump`, {
      signal: AbortSignal.abort(new Error('interrupted')),
    })
    expect(dumped).toMatchObject({ code: 130, errors: 'motif: interrupted, nothing was written\n' })
    expect(existsSync(join(folder, 'air.dump'))).toBe(false)
    expect(readdirSync(folder).filter((name) => name.includes('dump'))).toEqual([])
  })

  it('tell programs of a failure beside the bytes that are piped', async () => {
    const terminal = terminalOf(freshFolder())
    const pipe = new PassThrough()
    const words = ['dump', '--url', 'grafeo:./none.db', '--output', '-', '--json']
    expect(await run(words, '1', { ...terminal, pipes: { input: pipe, output: pipe } })).toBe(2)
    expect(terminal.out.text).toBe('')
    expect(JSON.parse(terminal.errors.text)).toMatchObject({ error: { code: 'CONNECTION' } })
  })

  it('name a folder that stands where a file should', async () => {
    const folder = await folderWithGraph()
    mkdirSync(join(folder, 'air.dump'))
    const dumped = await motif(folder, `dump --url grafeo:${folder}/air.db --output air.dump`)
    expect([dumped.code, dumped.errors]).toEqual([
      2,
      expect.stringContaining(`\nmotif: ${join(folder, 'air.dump')} cannot be written: EISDIR`),
    ])
    expect(readdirSync(folder).toSorted()).toEqual(['air.db', 'air.dump'])
    const loaded = await motif(folder, 'load air.dump --url grafeo::memory: --json')
    expect(JSON.parse(loaded.out)).toEqual({
      error: { code: 'USAGE', message: expect.stringMatching(/^air\.dump cannot be read: EISDIR/) as string },
    })
  })

  it('say that a pipe was closed before all was in it', { timeout: 60_000 }, async () => {
    const folder = freshFolder()
    await graphFile(folder, "UNWIND range(1, 50000) AS i CREATE (:User {id: i, name: 'User number ' + toString(i)})")
    const { code, errors } = await spawned(folder, 'dump --url grafeo:./air.db --output -', { leave: 'stdout' })
    expect(code).toBe(2)
    expect(errors).toMatch(/motif: standard output was closed, what was written is not whole\n$/)
  })

  it('go on when nobody reads how far they are', { timeout: 60_000 }, async () => {
    const folder = freshFolder()
    await graphFile(folder, 'UNWIND range(1, 20000) AS i CREATE (:User {id: i})')
    const copied = await spawned(folder, 'copy --from grafeo:./air.db --to grafeo:./new.db?create=true --verify', {
      leave: 'stderr',
    })
    expect(copied.code).toBe(0)
    expect(copied.out).toMatch(/^20,000 nodes and 0 relationships in .*\nboth graphs are equal\n$/)
  })

  describe('that are broken off', { timeout: 120_000 }, () => {
    /** A dump of 20,000 nodes, and a graph in which its load ended by a signal after some of them. */
    const brokenOff = async (by: NodeJS.Signals) => {
      const folder = freshFolder()
      await graphFile(folder, 'UNWIND range(1, 20000) AS i CREATE (:User {id: i, share: i / 4.0})')
      expect(await motif(folder, `dump --url grafeo:${folder}/air.db --output users.dump`)).toMatchObject({ code: 0 })
      const url = `grafeo:${folder}/new.db?create=true`
      const ended = await spawned(folder, `load users.dump --url ${url}`, { interruptAt: 'loading nodes (2,', by })
      return { folder, url, ended }
    }

    it('by a kill go on where they were, without a node missing or twice there', async () => {
      const { folder, url, ended } = await brokenOff('SIGKILL')
      expect([ended.code, ended.out]).toEqual([null, ''])
      expect((await motif(folder, `load users.dump --url ${url}`)).errors).toMatch(
        /motif: a load was broken off in this graph after [\d,]+ nodes and 0 relationships: resume it, or clean up first\n$/,
      )
      const resumed = await motif(folder, `load users.dump --url ${url} --resume --verify`)
      expect(resumed.errors).not.toContain('motif:')
      expect(resumed.out).toMatch(/^20,000 nodes and 0 relationships in .*\nboth graphs are equal\n$/)
    })

    it('by Ctrl-C say what stands, and are taken away', async () => {
      const { folder, url, ended } = await brokenOff('SIGINT')
      expect(ended.code).toBe(130)
      const [, count = ''] =
        /motif: interrupted, ([\d,]+) nodes of 20,000 and 0 relationships of 0 stand in the graph; load it again/.exec(
          ended.errors,
        ) ?? []
      expect((await motif(folder, `load --clean-up --url ${url}`)).out).toBe(`took ${count} nodes away\n`)
      expect((await motif(folder, `load users.dump --url ${url} --verify`)).out).toMatch(/both graphs are equal\n$/)
    })
  })
})
