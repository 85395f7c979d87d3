import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freshFolder, graphFile } from '../folder.ts'
import { motif } from './motif.ts'

const withGraph = async (config = 'export default {}'): Promise<{ folder: string; url: string }> => {
  const folder = freshFolder({ 'motif.config.ts': config })
  await graphFile(folder, "CREATE (:User {id: 1})-[:WROTE {at: 1}]->(:Post {title: 'x'}), (:Tag)")
  return { folder, url: `grafeo:${join(folder, 'air.db')}` }
}

describe('motif diagram', () => {
  it('prints Mermaid of the live graph', async () => {
    const { folder, url } = await withGraph()
    const { code, out } = await motif(folder, `diagram --url ${url}`)
    expect([code, out]).toEqual([
      0,
      [
        '%% 3 labels, 1 relationship type',
        'classDiagram',
        '  direction LR',
        '  class n0["Post · 1"] {',
        '    string title',
        '  }',
        '  class n1["Tag · 1"]',
        '  class n2["User · 1"] {',
        '    integer id',
        '  }',
        '  n2 --> n0 : WROTE 1',
        '',
      ].join('\n'),
    ])
  })

  it('draws the snapshot where no graph is named, in the format that the file asks for', async () => {
    const { folder, url } = await withGraph()
    await motif(folder, `generate --url ${url}`)
    expect(await motif(folder, 'diagram --output docs/graph.svg --title shop')).toEqual({
      code: 0,
      out: 'wrote docs/graph.svg\n',
      errors: '',
    })
    expect(readFileSync(join(folder, 'docs/graph.svg'), 'utf8')).toMatch(/^<svg [^>]*aria-label="shop: 3 labels/)
    expect((await motif(folder, 'diagram --output docs/graph.svg --title shop')).out).toBe('unchanged docs/graph.svg\n')
    await motif(folder, 'diagram --offline --output graph.HTML')
    expect(readFileSync(join(folder, 'graph.HTML'), 'utf8')).toMatch(/^<!doctype html>/)
    await motif(folder, 'diagram --offline --output graph.html --format mermaid')
    expect(readFileSync(join(folder, 'graph.html'), 'utf8')).toMatch(/^%% 3 labels/)
  })

  it('draws some labels, and tells programs what it did', async () => {
    const { folder, url } = await withGraph()
    const { out } = await motif(folder, `diagram --url ${url} --label User --label Post --json`)
    expect(JSON.parse(out)).toMatchObject({
      format: 'mermaid',
      text: expect.stringContaining('2 of 3 labels') as string,
    })
    const written = await motif(folder, `diagram --url ${url} --output a.svg --json`)
    expect(JSON.parse(written.out)).toEqual({ format: 'svg', path: join(folder, 'a.svg'), changed: true })
    expect(written.errors).toBe('')
  })

  it.each([
    [
      '--format png',
      "error: option '--format <format>' argument 'png' is invalid. Allowed choices are mermaid, svg, html.\n",
    ],
    ['--offline', /^motif: there is no snapshot at .*graph\.snapshot\.json; write it with `motif generate`\n$/],
    ['', 'motif: no graph is named: pass --url, set GRAPH_URL, or put `url` in motif.config.ts\n'],
  ])('fails in words: %s', async (words, message) => {
    const { code, out, errors } = await motif((await withGraph()).folder, `diagram ${words}`)
    expect([code, out]).toEqual([2, ''])
    expect(errors).toMatch(message)
  })
})
