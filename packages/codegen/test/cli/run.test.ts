import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freshFolder, graphFile } from '../folder.ts'
import { motif } from './motif.ts'

describe('motif', () => {
  it('keeps what a sample and the flags say', async () => {
    const folder = freshFolder({
      'motif.config.ts': "export default { url: 'grafeo:./other.db', zod: false, output: 'types.ts' }",
    })
    await graphFile(folder, 'UNWIND range(1, 500) AS i CREATE (:A {i: i})')
    const { code, out } = await motif(folder, `generate --url grafeo:${join(folder, 'air.db')} --sample 50`)
    expect([code, out]).toEqual([
      0,
      'wrote     types.ts\nwrote     graph.snapshot.json\n1 label, 0 relationship types (sample of about 50 of each; 500 nodes and 0 relationships in all)\n',
    ])
    expect(readFileSync(join(folder, 'types.ts'), 'utf8')).toContain(
      '/** Nullable: only 50 of 500 nodes were read. */\n  i: number | null',
    )
  })

  it.each([
    ['', 1, 'Usage: motif'],
    ['--version', 0, '1.2.3'],
    ['--help', 0, 'Example:\n  $ motif generate'],
    ['init --help', 0, 'Examples:\n  $ motif init'],
    ['generate --help', 0, 'Examples:\n  $ motif generate'],
    ['check --help', 0, 'Examples:\n  $ motif check'],
    ['diagram --help', 0, 'Examples:\n  $ motif diagram'],
  ])('helps: motif %s', async (line, isError, text) => {
    const { code, out, errors } = await motif(freshFolder(), line)
    expect(code).toBe(isError === 0 ? 0 : 2)
    expect(isError === 0 ? out : errors).toContain(text)
  })

  it.each([
    ['generate', 'motif: no graph is named: pass --url, set GRAPH_URL, or put `url` in motif.config.ts\n'],
    [
      'generate --url grafeo:./none.db',
      /^reading .*\nmotif: the graph \.\/none\.db does not exist; to make a new graph say create: true, or \?create=true in the URL\n$/,
    ],
    ['generate --url redis://x', /^motif: connect\(\) takes a URL that begins with .* not redis:\n$/],
    ['check --offline', /^motif: there is no snapshot at .*graph\.snapshot\.json; write it with `motif generate`\n$/],
    ['generate --sample none', "motif: --sample takes a whole number above 0, not 'none'\n"],
    ['generate --full --sample 5', 'motif: --full and --sample exclude each other\n'],
    ['generate --config none.ts', /^motif: there is no config at .*none\.ts; `motif init` writes one\n$/],
    ['generate --watch --interval soon', "motif: --interval takes seconds above 0, up to a day, not 'soon'\n"],
    ['generate --colour', "error: unknown option '--colour'\n"],
    ['generat', "error: unknown command 'generat'\n(Did you mean generate?)\n"],
  ])('fails in words: motif %s', async (line, words) => {
    const folder = freshFolder()
    const { code, out, errors } = await motif(folder, line)
    expect([code, out]).toEqual([2, ''])
    if (typeof words === 'string') expect(errors).toBe(words)
    else expect(errors).toMatch(words)
    expect(readdirSync(folder)).toEqual([])
  })

  it('does not overwrite a config unless it is told to', async () => {
    const folder = freshFolder({ 'motif.config.ts': 'mine' })
    expect(await motif(folder, 'init')).toEqual({
      code: 2,
      out: '',
      errors: 'motif: motif.config.ts is there already; `motif init --force` overwrites it\n',
    })
    expect(readFileSync(join(folder, 'motif.config.ts'), 'utf8')).toBe('mine')
    expect(await motif(folder, 'init --force')).toMatchObject({ code: 0 })
    expect(readFileSync(join(folder, 'motif.config.ts'), 'utf8')).toContain('defineConfig({')
    // What it writes is a config that loads.
    expect(await motif(folder, 'check --offline')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('there is no snapshot') as string,
    })
  })

  it('writes no secret into a config, and says what to do with it', async () => {
    const folder = freshFolder()
    expect(await motif(folder, 'init --url bolt://ada:hush@db.example.com:7687/air')).toMatchObject({
      code: 0,
      errors: 'warning: user and password are left out: set GRAPH_USER and GRAPH_PASSWORD\n',
    })
    const text = readFileSync(join(folder, 'motif.config.ts'), 'utf8')
    expect(text).toContain("  url: 'bolt://db.example.com:7687/air',\n")
    expect(text).not.toContain('hush')
    // One that has to be escaped, and is not.
    await motif(folder, 'init --force --url bolt://ada:hu/sh@db.example.com')
    expect(readFileSync(join(folder, 'motif.config.ts'), 'utf8')).toContain("  url: 'bolt://db.example.com',\n")
    const again = await motif(folder, 'init --force --json')
    expect(JSON.parse(again.out)).toEqual({ path: join(folder, 'motif.config.ts'), warnings: [] })
    expect((await motif(folder, 'init --force')).out).toContain('name the graph             `url` in the config, or')
  })

  it('tells a program what failed as JSON too', async () => {
    const { code, out, errors } = await motif(freshFolder(), 'check --json')
    const message = 'no graph is named: pass --url, set GRAPH_URL, or put `url` in motif.config.ts'
    expect({ code, errors, out: JSON.parse(out) as unknown }).toEqual({
      code: 2,
      errors: `motif: ${message}\n`,
      out: { error: { code: 'USAGE', message } },
    })
  })

  it('tells a program of a wrong option too', async () => {
    const { code, out, errors } = await motif(freshFolder(), 'check --json --colour')
    expect({ code, errors, out: JSON.parse(out) as unknown }).toEqual({
      code: 2,
      errors: "error: unknown option '--colour'\n",
      out: { error: { code: 'USAGE', message: "unknown option '--colour'" } },
    })
  })

  it('asks a server as whom the environment says, and a file as nobody', async () => {
    const environment = { GRAPH_USER: 'reader', GRAPH_TLS: 'perhaps' }
    const { errors } = await motif(freshFolder(), 'generate --url bolt://127.0.0.1:1', { environment })
    expect(errors).toContain('GRAPH_USER is set, and GRAPH_PASSWORD is missing')
    expect(errors).toContain('GRAPH_TLS must be true or false')
    const file = await motif(freshFolder(), 'generate --url grafeo:./none.db', { environment })
    expect(file.errors).toContain('the graph ./none.db does not exist')
  })

  it('takes the graph from the flag before GRAPH_URL before the config', async () => {
    const folder = freshFolder({ 'motif.config.ts': "export default { url: 'grafeo:./config.db' }" })
    const asked = async (line: string, environment: Record<string, string>): Promise<string | undefined> =>
      /the graph (\S+) does not exist/.exec((await motif(folder, line, { environment })).errors)?.[1]
    expect(await asked('generate --url grafeo:./flag.db', { GRAPH_URL: 'grafeo:./environment.db' })).toBe('./flag.db')
    expect(await asked('generate', { GRAPH_URL: 'grafeo:./environment.db' })).toBe('./environment.db')
    // A file in the config is beside the config.
    expect(await asked('generate', { GRAPH_URL: '' })).toBe(join(folder, 'config.db'))
  })

  it('warns of an override that names nothing', async () => {
    const folder = freshFolder({ 'motif.config.ts': 'export default { overrides: { nodes: { B: {} } } }' })
    await graphFile(folder, 'CREATE (:A)')
    const { code, errors } = await motif(folder, `generate --url grafeo:${join(folder, 'air.db')}`)
    expect(code).toBe(0)
    expect(errors).toContain("warning: an override names the label 'B', which the graph does not have\n")
  })

  it('makes no enum of values that a sample has not met and that are no literals', async () => {
    const folder = freshFolder({
      'motif.config.ts': 'export default { overrides: { nodes: { A: { properties: { i: { enum: true } } } } } }',
    })
    await graphFile(
      folder,
      'UNWIND range(1, 500) AS i CREATE (:A {i: CASE i WHEN 499 THEN 9007199254740993 ELSE i % 3 END})',
    )
    const { code, errors } = await motif(folder, `generate --url grafeo:${join(folder, 'air.db')} --sample 5`)
    expect([code, errors]).toEqual([0, expect.stringContaining('warning: A.i is not made an enum: ')])
    expect(readFileSync(join(folder, 'graph.schema.ts'), 'utf8')).toContain('  i: number | null\n')
  })

  it('stops when it is interrupted, and writes nothing', async () => {
    const folder = freshFolder()
    await graphFile(folder, 'CREATE (:A)')
    const signal = AbortSignal.abort(new Error('interrupted'))
    expect(await motif(folder, `generate --url grafeo:${join(folder, 'air.db')}`, { signal })).toMatchObject({
      code: 130,
      out: '',
      errors: expect.stringContaining('motif: interrupted, nothing was written\n') as string,
    })
    expect(readdirSync(folder)).toEqual(['air.db'])
    const told = await motif(folder, `generate --url grafeo:${join(folder, 'air.db')} --json`, { signal })
    expect([told.code, JSON.parse(told.out)]).toEqual([
      130,
      { error: { code: 'ABORTED', message: 'interrupted, nothing was written' } },
    ])
  })
})
