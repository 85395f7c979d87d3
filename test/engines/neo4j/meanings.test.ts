import { isGraphNode, isGraphPath, isGraphRelationship, type SchemaShape } from '@motif/core'
import type { Database } from '@motif/driver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { servers } from '../engines.ts'
import { faults } from '../grafeo/faults/index.ts'
import { common } from '../grafeo/run-raw.ts'

/** A value as Grafeo's own library shows it, without ids. */
const shown = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shown)
  if (isGraphNode(value)) return { _labels: value.labels, ...(shown(value.properties) as object) }
  if (isGraphRelationship(value)) return { _type: value.type, ...(shown(value.properties) as object) }
  if (isGraphPath(value)) return { nodes: shown(value.nodes), edges: shown(value.relationships) }
  if (Object.prototype.toString.call(value) !== '[object Object]') return value
  return Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, shown(inner)]))
}

/** Rows to be compared: what is read from the graph has an order only where one is asked for. */
const comparable = (text: string, rows: readonly unknown[]): unknown => {
  if (!/\bMATCH\b/i.test(text) || /\bORDER BY\b/i.test(text)) return rows
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      const order = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
      return value.map(sorted).toSorted(order)
    }
    if (Object.prototype.toString.call(value) !== '[object Object]') return value
    return Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, sorted(inner)]))
  }
  return sorted(rows)
}

// What is said of each of Grafeo's faults to be meant by Cypher is what Neo4j answers.
describe.each(servers.filter((engine) => engine.startsWith('neo4j')))('what is meant, on %s', (engine) => {
  let db: Database<SchemaShape>
  beforeAll(async () => {
    db = await emptyGraph(engine)
  })
  afterAll(() => db.close())

  const ask = async (text: string, params: Readonly<Record<string, unknown>> = {}): Promise<unknown[]> => {
    const request = { text, params, parameters: [], columns: undefined, access: 'write' } as const
    const rows: unknown[] = []
    for await (const batch of db.executor.execute(request)) rows.push(...batch.rows.map(shown))
    return rows
  }

  it.each(
    Object.values(faults)
      .flat()
      .filter(({ oursAlone }) => oursAlone === true),
  )('the text is refused: $name', async ({ text }) => {
    await expect(ask(text)).rejects.toMatchObject({ code: 'SYNTAX' })
  })

  describe.each(Object.entries(faults))('%s', (_area, list) => {
    it.each(list.filter(({ right, oursAlone }) => right !== undefined && oursAlone === undefined))(
      '$name',
      async ({ setup, text, params, right, after }) => {
        await ask('MATCH (n) DETACH DELETE n')
        await ask(setup ?? common)
        expect(comparable(text, await ask(text, params))).toEqual(comparable(text, right ?? []))
        if (after === undefined || after.right === null) return
        expect(comparable(after.text, await ask(after.text))).toEqual(comparable(after.text, after.right))
      },
    )
  })
})
