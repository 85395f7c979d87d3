import { readdirSync, readFileSync } from 'node:fs'
import { GraphError } from '@motif/core'
import { describe, expect, it } from 'vitest'
import { emptyGraph } from './empty-graph.ts'
import { engines } from './engines.ts'
import { seed } from './golden/seed.ts'
import { type Social, social } from './golden/social.ts'
import type { AnyExample } from './guide/example.ts'
import { blockOf, filled, namesOn } from './guide/page.ts'
import { extend, type People, recorded } from './guide/people.ts'
import { pages } from './guide/pages.ts'
import { type Region, regionsOf } from './guide/regions.ts'

type Query = Extract<AnyExample, { kind: 'query' }>

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')
const guide = '../../docs/guide'
const refusals = regionsOf(read('../../packages/core/test-types/messages/guide.ts'))
const titles = Object.keys(pages)

/** The regions of a page's source, each with the examples that follow it. */
const examplesOf = (title: string, db: People): readonly (readonly [Region, readonly AnyExample[]])[] => {
  const examples = [...(pages[title]?.(db) ?? [])]
  const regions = regionsOf(read(`guide/${title}.ts`)).map((region) => {
    return [region, examples.splice(0, region.examples)] as const
  })
  expect(examples).toEqual([])
  return regions
}

/** The rows, or undefined where an engine said that it lacks what is known to be lacking in some. */
const rowsOf = async (name: string, example: Query): Promise<readonly object[] | undefined> => {
  try {
    return await example.run()
  } catch (cause) {
    if (!(cause instanceof GraphError) || cause.code !== 'UNSUPPORTED_FEATURE') {
      throw new Error(`'${name}' failed`, { cause })
    }
    expect(example.lacks.filter((lack) => cause.message.includes(`(${lack})`))).not.toEqual([])
    return undefined
  }
}

/** What the compiler refuses, shown on the page of the first word of its name. */
const refusedOn = (title: string): readonly Region[] => refusals.filter(({ name }) => name.split(' ')[0] === title)

describe('the pages of the guide', () => {
  it.each(titles)('%s shows the code of its source', async (title) => {
    await using db = await emptyGraph<Social>('grafeo', { schema: social })
    const shown = title.startsWith('models') ? recorded : (db as People) // its other pages ask for no model
    const path = `${guide}/${title}.md`
    const page = read(path)
    const blocks = new Map<string, string>()
    for (const [region, examples] of examplesOf(title, shown)) blocks.set(region.name, await blockOf(region, examples))
    for (const region of refusedOn(title)) blocks.set(region.name, await blockOf(region, []))
    expect(namesOn(page).toSorted()).toEqual([...blocks.keys()].toSorted())
    expect(page.match(/^```(?:ts|cypher)$/gm)?.length ?? 0).toBe(page.match(/^```cypher$/gm)?.length ?? 0)
    await expect(filled(page, blocks)).toMatchFileSnapshot(path)
  })

  it('are all in the table of contents', () => {
    const contents = read(`${guide}/README.md`)
    const files = readdirSync(new URL(guide, import.meta.url)).filter((name) => name !== 'README.md')
    expect(files.toSorted()).toEqual(titles.map((title) => `${title}.md`).toSorted())
    expect(files.filter((name) => !contents.includes(`](${name})`))).toEqual([])
  })

  it('show every refusal that is meant for them', () => {
    expect(refusals.filter(({ name }) => !titles.includes(name.split(' ')[0] ?? ''))).toEqual([])
  })
})

describe.each(engines)('the queries of the guide run on %s', (engine) => {
  it.each(titles)('%s', async (title) => {
    await using db = await emptyGraph(engine, { schema: social, extend })
    for (const [{ name }, examples] of examplesOf(title, db)) {
      for (const example of examples) {
        if (example.kind === 'refused') continue
        if (example.kind === 'call') {
          for (const text of ['MATCH (n) DETACH DELETE n', seed]) await db.cypher.as<never>(text).execute()
          await example.use()
          continue
        }
        const [lack] = example.lacks
        if (engine === 'grafeo' && lack !== undefined) {
          expect(() => example.compile()).toThrow(`(${lack})`)
          continue
        }
        if (!example.isRun || (example.is25 && engine === 'neo4j')) continue
        for (const text of ['MATCH (n) DETACH DELETE n', seed]) await db.cypher.as<never>(text).execute()
        const rows = await rowsOf(name, example)
        if (rows === undefined) continue
        const columns = example.compile().columns?.map((column) => column.name)
        if (columns !== undefined)
          for (const row of rows) expect(Object.keys(row).toSorted()).toEqual(columns.toSorted())
      }
    }
  })
})
