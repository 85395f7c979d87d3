import { defineSchema, type SchemaDescriptor } from '@motif/core'
import { models } from '@motif/core/model'
import type { Database } from '@motif/driver'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { engines } from '../engines.ts'
import { type LooseModel, looseModel } from './loose.ts'

interface Schema {
  nodes: {
    A: {
      properties: { id: number; a: number | null; n: number | null }
      out: { AA: 'A'; AX: 'A' | 'B' }
      in: { AA: 'A'; AX: 'A'; BX: 'B' }
    }
    B: {
      properties: { id: number; b: number | null; n: number | null }
      out: { BX: 'A' | 'B' }
      in: { AX: 'A'; BX: 'B' }
    }
  }
  relationships: {
    AA: { from: 'A'; to: 'A'; properties: { w: number } }
    AX: { from: 'A'; to: 'A' | 'B'; properties: { w: number } }
    BX: { from: 'B'; to: 'A' | 'B'; properties: { w: number } }
  }
}

const schema: SchemaDescriptor<Schema> = defineSchema<Schema>({
  nodes: {
    A: { key: ['id'], properties: { id: 'integer', a: 'integer?', n: 'integer?' } },
    B: { key: ['id'], properties: { id: 'integer', b: 'integer?', n: 'integer?' } },
  },
  relationships: {
    AA: { from: ['A'], to: ['A'], properties: { w: 'integer' } },
    AX: { from: ['A'], to: ['A', 'B'], properties: { w: 'integer' } },
    BX: { from: ['B'], to: ['A', 'B'], properties: { w: 'integer' } },
  },
})
const declarations = {
  A: { fields: { own: 'a' }, relations: { best: { type: 'AA', one: true }, all: 'AX' } },
  B: { fields: { other: 'b' }, relations: { whose: { type: '<AX', one: true } } },
} as const

type Label = 'A' | 'B'
type Row = Record<string, unknown>
interface Node {
  readonly label: Label
  /** By the names that rows have. */
  readonly row: Readonly<Record<string, number | null>>
}
interface Relationship {
  readonly type: string
  readonly from: Node
  readonly to: Node
  readonly w: number
}
interface Reached {
  readonly node: Node
  readonly w: number
}

const fields: Readonly<Record<Label, readonly string[]>> = { A: ['id', 'own', 'n'], B: ['id', 'other', 'n'] }
interface Way {
  readonly type: string
  readonly from: boolean
  readonly far: readonly Label[]
  readonly one?: true
}
/** What leads on from nodes of a label, told apart from how the mapper knows it. */
const ways: Readonly<Record<Label, Readonly<Record<string, Way>>>> = {
  A: {
    AA: { type: 'AA', from: true, far: ['A'] },
    '<AA': { type: 'AA', from: false, far: ['A'] },
    AX: { type: 'AX', from: true, far: ['A', 'B'] },
    '<AX': { type: 'AX', from: false, far: ['A'] },
    '<BX': { type: 'BX', from: false, far: ['B'] },
    best: { type: 'AA', from: true, far: ['A'], one: true },
    all: { type: 'AX', from: true, far: ['A', 'B'] },
  },
  B: {
    BX: { type: 'BX', from: true, far: ['A', 'B'] },
    '<AX': { type: 'AX', from: false, far: ['A'] },
    '<BX': { type: 'BX', from: false, far: ['B'] },
    whose: { type: 'AX', from: false, far: ['A'], one: true },
  },
}

interface Options {
  readonly select?: Readonly<Record<string, true | Options>>
  readonly include?: Readonly<Record<string, true | Options>>
  readonly where?: Readonly<Record<string, unknown>>
  readonly orderBy?: readonly Readonly<Record<string, unknown>>[]
  readonly skip?: number
  readonly limit?: number
  readonly relationship?: boolean
  readonly label?: Label
  readonly count?: true
}

const small = fc.integer({ min: 0, max: 3 })
const where = fc.oneof(
  small.map((value) => ({ n: { gt: value } })),
  fc.constant({ n: null }),
  small.map((value) => ({ id: { ne: value } })),
)
const meets = (row: Node['row'], given: Row = {}): boolean =>
  Object.entries(given).every(([name, said]) => {
    const value = row[name] ?? null
    if (said === null) return value === null
    if (value === null) return false
    if (typeof said === 'number') return value === said
    const { gt, ne } = said as { readonly gt?: number; readonly ne?: number }
    return (gt === undefined || value > gt) && (ne === undefined || value !== ne)
  })

/** Ends in what no two of them share, so that there is one order. */
const order = (across: boolean): fc.Arbitrary<NonNullable<Options['orderBy']>> =>
  fc
    .array(
      fc.tuple(fc.constantFrom('id', 'n'), fc.constantFrom('asc', 'desc')).map(([name, to]) => ({ [name]: to })),
      { maxLength: 2 },
    )
    .map((keys) => [...keys, across ? { $relationship: { w: 'desc' } } : { id: 'asc' }])

const compared = (one: number | null, other: number | null): number =>
  one === other ? 0 : one === null ? 1 : other === null ? -1 : one - other

const ordered = (all: readonly Reached[], keys: NonNullable<Options['orderBy']>): readonly Reached[] =>
  all.toSorted((one, other) => {
    for (const [name, said] of keys.flatMap((key) => Object.entries(key))) {
      const found =
        name === '$relationship' ? other.w - one.w : compared(one.node.row[name] ?? null, other.node.row[name] ?? null)
      if (found !== 0) return said === 'desc' ? -found : found
    }
    return 0
  })

const relation = (far: readonly Label[], one: boolean, depth: number): fc.Arbitrary<Options> => {
  const narrowed = fc
    .constantFrom<readonly (Label | undefined)[]>([undefined], far)
    .chain((some) => fc.constantFrom(...some))
  return narrowed.chain((label) => {
    const narrow = label === undefined ? {} : { label }
    const filter = fc.record({ where }, { requiredKeys: [] }).map((found) => ({ ...found, ...narrow }))
    const rows = fc
      .tuple(filter, choice(label === undefined ? far : [label], depth - 1), order(true), cut, fc.boolean())
      .map(([found, chosen, orderBy, cutting, relationship]) => ({
        ...found,
        ...chosen,
        orderBy,
        relationship,
        ...(one ? {} : cutting),
      }))
    return fc.oneof(
      { weight: 4, arbitrary: rows },
      { weight: 1, arbitrary: filter.map((found) => ({ ...found, count: true as const })) },
    )
  })
}
const cut = fc.record(
  { skip: fc.integer({ min: 0, max: 2 }), limit: fc.integer({ min: 0, max: 3 }) },
  { requiredKeys: [] },
)

const choice = (labels: readonly Label[], depth: number): fc.Arbitrary<Options> => {
  const known = Object.entries(Object.assign({}, ...labels.map((label) => ways[label])) as Record<string, Way>)
  // Of two labels that lead on by one name, what is there is of either.
  const far = (name: string): readonly Label[] => [...new Set(labels.flatMap((label) => ways[label][name]?.far ?? []))]
  const relations =
    depth === 0
      ? fc.constant([])
      : fc
          .subarray(known, { maxLength: 2 })
          .chain((some) =>
            fc.tuple(
              ...some.map(([name, { one = false }]) =>
                relation(far(name), one, depth).map((options) => [name, options] as const),
              ),
            ),
          )
  const included = relations.map((some) => ({ include: Object.fromEntries(some) }))
  const selected = fc
    .tuple(fc.subarray([...new Set(labels.flatMap((label) => fields[label]))], { minLength: 1 }), relations)
    .map(([names, some]) => ({ select: Object.fromEntries([...names.map((name) => [name, true] as const), ...some]) }))
  return fc.oneof(included, selected)
}

const across = (node: Node, name: string, all: readonly Relationship[]): readonly Reached[] => {
  const { type, from } = ways[node.label][name] as Way // it is there
  return all
    .filter((each) => each.type === type && (from ? each.from : each.to) === node)
    .map((each) => ({ node: from ? each.to : each.from, w: each.w }))
}

const rowOf = (node: Node, { select, include }: Options, all: readonly Relationship[]): Row => {
  const wanted = select ?? {
    ...Object.fromEntries(fields[node.label].map((name) => [name, true as const])),
    ...include,
  }
  const own = Object.entries(wanted).filter(([name]) => name in node.row || name in ways[node.label])
  return Object.fromEntries(
    own.map(([name, said]) => [name, said === true ? node.row[name] : related(node, name, said, all)]),
  )
}

const related = (node: Node, name: string, given: Options, all: readonly Relationship[]): unknown => {
  const { label, orderBy = [], skip = 0, limit = Infinity, relationship } = given
  const met = across(node, name, all).filter(
    (each) => (label ?? each.node.label) === each.node.label && meets(each.node.row, given.where),
  )
  if (given.count === true) return met.length
  const rows = ordered(met, orderBy)
    .slice(skip, skip + limit)
    .map((each) => ({
      ...rowOf(each.node, given, all),
      ...(relationship === true ? { $relationship: { w: each.w } } : {}),
    }))
  return ways[node.label][name]?.one === true ? (rows[0] ?? null) : rows
}

const value = fc.option(small)
const graph = fc.record({
  nodes: fc.array(fc.record({ label: fc.constantFrom<Label>('A', 'A', 'B'), own: value, n: value }), {
    minLength: 1,
    maxLength: 6,
  }),
  ends: fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.boolean()), { maxLength: 14 }),
})
const asked = fc.tuple(choice(['A'], 3), fc.record({ where }, { requiredKeys: [] }), order(false), cut)

describe.each(engines)('reads of any depth on %s', (engine) => {
  let db: Database<Schema>
  let model: LooseModel
  beforeAll(async () => {
    db = await emptyGraph<Schema>(engine, { schema, extend: models<Schema>()(declarations) })
    model = looseModel(db, 'A')
  })
  afterAll(() => db.close())

  const fill = async (nodes: readonly Node[], all: readonly Relationship[]): Promise<void> => {
    await db.cypher.as<never>('MATCH (n) DETACH DELETE n').execute()
    for (const { label, row } of nodes) {
      const text: string = `CREATE (x:${label} {id: $id}) SET x.a = $own, x.b = $other, x.n = $n`
      await db.cypher.as<never, Row>(text).execute({ own: null, other: null, ...row })
    }
    for (const { type, from, to, w } of all) {
      const text: string = `MATCH (x {id: $from}), (y {id: $to}) CREATE (x)-[:${type} {w: $w}]->(y)`
      await db.cypher.as<never, Row>(text).execute({ from: from.row.id, to: to.row.id, w })
    }
  }

  test('give what plain objects would, each level with what it asks', async () => {
    await fc.assert(
      fc.asyncProperty(graph, fc.array(asked, { minLength: 3, maxLength: 3 }), async (given, calls) => {
        const nodes = given.nodes.map(({ label, own, n }, id): Node => {
          return { label, row: { id, [fields[label][1] ?? '']: own, n } }
        })
        const all = given.ends.flatMap(([one, other, plain], w): Relationship[] => {
          const [from, to] = [nodes[one % nodes.length] as Node, nodes[other % nodes.length] as Node] // they are there
          const type = from.label === 'B' ? 'BX' : to.label === 'A' && plain ? 'AA' : 'AX'
          return [{ type, from, to, w }]
        })
        await fill(nodes, all)
        for (const [chosen, filter, orderBy, { skip, limit }] of calls) {
          const cutting = { ...(skip === undefined ? {} : { skip }), ...(limit === undefined ? {} : { limit }) }
          const met = nodes.filter(({ label, row }) => label === 'A' && meets(row, filter.where))
          const rows = ordered(
            met.map((node) => ({ node, w: 0 })),
            orderBy,
          ).map(({ node }) => rowOf(node, chosen, all))
          const wanted = rows.slice(skip ?? 0, (skip ?? 0) + (limit ?? Infinity))
          expect(await model.find({ ...chosen, ...filter, orderBy, ...cutting })).toEqual(wanted)
          const page = await model.page({ ...chosen, ...filter, orderBy, size: 2 })
          expect(page.rows).toEqual(rows.slice(0, 2))
          const byKey = await model.getMany(
            nodes.map(({ row }) => row.id),
            chosen,
          )
          expect(byKey).toEqual(nodes.map((node) => (node.label === 'A' ? rowOf(node, chosen, all) : undefined)))
        }
      }),
      { numRuns: 10 },
    )
  })
})
