import { describe, expect, it } from 'vitest'
import type { Catalog, ElementEntry, Scan } from '../../src/catalog/catalog.ts'
import { snapshotText } from '../../src/catalog/snapshot.ts'
import { introspect, type Progress } from '../../src/introspect/introspect.ts'
import { executorOf, freshGraph, type Graph } from '../grafeo-executor.ts'

const read = (graph: Graph, scan?: Scan): Promise<Catalog> => introspect(executorOf(graph), { scan })

const types = (entry: ElementEntry | undefined): Record<string, unknown> =>
  Object.fromEntries(
    (entry?.properties ?? []).map(({ name, types: counts, elements }) => [
      name,
      elements === undefined ? counts : [counts, elements],
    ]),
  )

const values = `
  i: 1, negative: -7, least: -9007199254740991, whole: 1.0, half: 1.5, text: 'x', yes: true, no: false, empty: '',
  past: 9007199254740992, day: date('2020-01-02'), dayText: '2020-01-02', at: time('10:00:00+01:00'), clock: localtime('10:00'),
  seen: datetime('2020-01-02T10:00:00Z'), local: localdatetime('2020-01-02T10:00'), span: duration('P1D'), noSpan: duration('PT0S'),
  numbers: [1, 2], words: ['a', 'b'], mixed: [1, 'a', 2.5], none: [], gaps: [1, null], nested: [[1]], days: [date('2020-01-02')],
  map: {year: 1, hour: 2}`

const expected = {
  i: { integer: 1 },
  negative: { integer: 1 },
  least: { integer: 1 },
  whole: { float: 1 },
  half: { float: 1 },
  text: { string: 1 },
  yes: { boolean: 1 },
  no: { boolean: 1 },
  empty: { string: 1 },
  past: { bigint: 1 },
  day: { date: 1 },
  dayText: { string: 1 },
  at: { time: 1 },
  clock: { localTime: 1 },
  seen: { dateTime: 1 },
  local: { localDateTime: 1 },
  span: { duration: 1 },
  noSpan: { duration: 1 },
  numbers: [{ list: 1 }, { integer: 2 }],
  words: [{ list: 1 }, { string: 2 }],
  mixed: [{ list: 1 }, { string: 1, integer: 1, float: 1 }],
  none: [{ list: 1 }, {}],
  gaps: [{ list: 1 }, { integer: 1, null: 1 }],
  nested: [{ list: 1 }, { list: 1 }],
  days: [{ list: 1 }, { date: 1 }],
  map: { map: 1 },
}

describe('values of a Grafeo graph', () => {
  it('are told apart by type on nodes and on relationships', async () => {
    // Two nodes before: a small integer is also the id of a node, which some of the tests would answer for.
    const graph = await freshGraph(
      'CREATE (:First {year: 1, hour: 2}), (:Second {days: 3})',
      `CREATE (:All {${values}})-[:LINK {${values}}]->(:End)`,
    )
    const catalog = await read(graph)
    expect(types(catalog.labels.find((each) => each.name === 'All'))).toEqual(expected)
    expect(types(catalog.relationships[0])).toEqual(expected)
  })

  it('that come from JavaScript are too', async () => {
    const graph = await freshGraph()
    await graph.executeCypher(
      'CREATE (:T {buffer: $buffer, vector: $vector, date: $date, decimal: $decimal, whole: $whole, infinite: $infinite, nan: $nan, least: $least})',
      {
        buffer: Buffer.from('x'),
        vector: new Float32Array([1, 2]),
        date: new Date(),
        decimal: { $decimal: '1.50' },
        whole: { $decimal: '15' },
        infinite: -Infinity,
        nan: NaN,
        least: -(2n ** 63n),
      },
    )
    expect(types((await read(graph)).labels[0])).toEqual({
      buffer: { bytes: 1 },
      vector: { bytes: 1 },
      date: { localDateTime: 1 },
      decimal: { decimal: 1 },
      whole: { decimal: 1 },
      infinite: { float: 1 },
      nan: { float: 1 },
      least: { bigint: 1 },
    })
  })
})

describe('a Grafeo graph in full', () => {
  it('has counts, label sets, ends, constraints and indexes', async () => {
    const graph = await freshGraph(
      `CREATE (a:User:Admin {id: 1})-[:KNOWS]->(b:User {id: 2, nick: 'b'}), (a)-[:KNOWS]->(b), (b)-[:WROTE {at: 1}]->(:Post), (a)-[:WROTE]->(:Comment)-[:ON]->({loose: true})`,
      'CREATE CONSTRAINT user_id FOR (u:User) REQUIRE u.id IS NOT NULL',
      'CREATE CONSTRAINT user_nick FOR (u:User) REQUIRE u.nick IS UNIQUE',
      'CREATE CONSTRAINT team_key FOR (t:Team) REQUIRE (t.country, t.slug) IS NODE KEY',
      'CREATE INDEX user_both FOR (u:User) ON (u.id, u.nick)',
    )
    expect(snapshotText(await read(graph))).toMatchInlineSnapshot(`
      "{
        "format": 1,
        "engine": "grafeo",
        "scan": { "mode": "full" },
        "labels": [
          {
            "name": "Admin",
            "count": 1,
            "scanned": 1,
            "properties": [{ "name": "id", "count": 1, "types": { "integer": 1 } }]
          },
          { "name": "Comment", "count": 1, "scanned": 1, "properties": [] },
          { "name": "Post", "count": 1, "scanned": 1, "properties": [] },
          {
            "name": "Team",
            "count": 0,
            "scanned": 0,
            "properties": [{ "name": "country", "count": 0, "types": {} }, { "name": "slug", "count": 0, "types": {} }]
          },
          {
            "name": "User",
            "count": 2,
            "scanned": 2,
            "properties": [
              { "name": "id", "count": 2, "types": { "integer": 2 } },
              { "name": "nick", "count": 1, "types": { "string": 1 } }
            ]
          }
        ],
        "labelSets": [
          { "labels": ["Admin", "User"], "count": 1 },
          { "labels": ["Comment"], "count": 1 },
          { "labels": ["Post"], "count": 1 },
          { "labels": ["User"], "count": 1 },
          { "labels": [], "count": 1 }
        ],
        "relationships": [
          {
            "name": "KNOWS",
            "count": 2,
            "scanned": 2,
            "properties": [],
            "ends": [{ "from": ["Admin", "User"], "to": ["User"], "count": 2 }]
          },
          {
            "name": "ON",
            "count": 1,
            "scanned": 1,
            "properties": [],
            "ends": [{ "from": ["Comment"], "to": [], "count": 1 }]
          },
          {
            "name": "WROTE",
            "count": 2,
            "scanned": 2,
            "properties": [{ "name": "at", "count": 1, "types": { "integer": 1 } }],
            "ends": [
              { "from": ["Admin", "User"], "to": ["Comment"], "count": 1 },
              { "from": ["User"], "to": ["Post"], "count": 1 }
            ]
          }
        ],
        "constraints": [
          { "name": "team_key", "kind": "key", "on": "node", "target": "Team", "properties": ["country", "slug"] },
          { "name": "user_id", "kind": "exists", "on": "node", "target": "User", "properties": ["id"] },
          { "name": "user_nick", "kind": "unique", "on": "node", "target": "User", "properties": ["nick"] }
        ],
        "indexes": [{ "name": "user_both", "kind": "Hash", "target": "User", "properties": ["id", "nick"] }]
      }
      "
    `)
  })

  it('finds labels, types and properties whatever they are called', async () => {
    const names = [
      'select',
      'my label',
      "it's",
      '"quoted"',
      'ünïcode 🎉',
      'back\\slash',
      'tick`ed',
      '',
      '__proto__',
      'constructor',
      'n:m',
      '$x',
      '`',
    ]
    const graph = await freshGraph()
    for (const name of names) {
      const [a, b] = [graph.createNode([name], { [name]: 1 }), graph.createNode([name, 'Both'], { Both: 'x' })]
      graph.createEdge(a.id, b.id, name, { [name]: true })
    }
    const catalog = await read(graph)
    const sorted = [...names].sort()
    expect(catalog.labels.map((each) => each.name)).toEqual([...names, 'Both'].sort())
    expect(catalog.relationships.map((each) => each.name)).toEqual(sorted)
    // A sample that takes them all asks for each by name.
    expect(await read(graph, { mode: 'sample', size: 100 })).toEqual({
      ...catalog,
      scan: { mode: 'sample', size: 100 },
    })
    for (const name of names) {
      const entry = catalog.labels.find((each) => each.name === name)
      expect(entry?.count).toBe(2)
      expect(entry?.properties.find((each) => each.name === name)).toEqual({ name, count: 1, types: { integer: 1 } })
      expect(catalog.relationships.find((each) => each.name === name)).toMatchObject({
        count: 1,
        ends: [{ from: [name], to: [name, 'Both'].sort(), count: 1 }],
        properties: [{ name, count: 1, types: { boolean: 1 } }],
      })
    }
  })

  it('is empty when the graph is', async () => {
    expect(await read(await freshGraph())).toEqual({
      format: 1,
      engine: 'grafeo',
      scan: { mode: 'full' },
      labels: [],
      labelSets: [],
      relationships: [],
      constraints: [],
      indexes: [],
    })
  })
})

describe('a sample', () => {
  const large = (): Promise<Graph> =>
    freshGraph(
      "UNWIND range(1, 4000) AS i CREATE (:Even {i: i})-[:NEXT {i: i}]->(:Odd {i: i, text: 'x'})",
      "CREATE (:Few {a: 1}), (:Few {b: 'x'})",
    )

  it('is of about the stated size, spread over the graph, and the same each time', async () => {
    const graph = await large()
    const catalog = await read(graph, { mode: 'sample', size: 100 })
    for (const entry of [...catalog.labels.filter((each) => each.name !== 'Few'), ...catalog.relationships]) {
      expect(entry.count).toBe(4000)
      expect(entry.scanned).toBeGreaterThan(80)
      expect(entry.scanned).toBeLessThan(120)
      expect(entry.properties[0]).toEqual({ name: 'i', count: entry.scanned, types: { integer: entry.scanned } })
    }
    expect(await read(graph, { mode: 'sample', size: 100 })).toEqual(catalog)
  })

  it('is all there is of a label with fewer', async () => {
    const few = (await read(await large(), { mode: 'sample', size: 100 })).labels.find((each) => each.name === 'Few')
    expect(few).toMatchObject({ count: 2, scanned: 2 })
    expect(types(few)).toEqual({ a: { integer: 1 }, b: { string: 1 } })
  })

  it.each([0, -1, 1.5, Number.NaN])('of %d is refused', async (size) => {
    await expect(read(await freshGraph(), { mode: 'sample', size })).rejects.toThrow(
      `a sample is of a whole number of nodes above 0, not ${size}`,
    )
  })
})

describe('introspection', () => {
  it('only reads, and sends no name but quoted', async () => {
    const executor = executorOf(await freshGraph('CREATE (:`a b` {x: [1]})-[:`c d`]->(:E)'))
    await introspect(executor)
    await introspect(executor, { scan: { mode: 'sample', size: 10 } })
    expect(executor.asked.every((request) => request.access === 'read')).toBe(true)
    expect(executor.asked.map((request) => request.text).filter((text) => text.includes('a b'))).not.toHaveLength(0)
    for (const { text } of executor.asked) expect(text.replaceAll(/`[^`]*`/g, '')).not.toMatch(/a b|c d/)
  })

  it('tells how far it is', async () => {
    const steps: Progress[] = []
    await introspect(executorOf(await freshGraph('CREATE (:A)-[:R]->(:B)')), {
      onProgress: (progress) => steps.push(progress),
    })
    expect(steps).toEqual([
      { what: 'label sets and relationship ends', done: 0, total: 1 },
      { what: 'nodes', done: 0, total: 2 },
      { what: 'relationships', done: 1, total: 2 },
    ])
  })

  it('refuses an engine it cannot read', async () => {
    const executor = { ...executorOf(await freshGraph()), dialect: { name: 'gremlin', capabilities: new Set<never>() } }
    await expect(introspect(executor)).rejects.toMatchObject({
      code: 'UNSUPPORTED_FEATURE',
      message: "a graph that speaks 'gremlin' cannot be introspected; engines that can: grafeo, neo4j",
    })
  })
})
