import type { Executor } from '../../execute/executor.ts'
import type { Created, CreateManyOptions } from '../model.ts'
import type { ModelContext } from '../model-context.ts'
import { policyOf } from '../policy-of.ts'
import { refusal } from '../refuse.ts'
import { about } from './about.ts'
import { failedBatch } from './failed-batch.ts'
import { mustBeOneOf } from './found.ts'
import { type Clauses, doors } from './clauses.ts'
import { addCounters, noCounters } from './counters.ts'
import type { NodeInput, Reading } from './inputs.ts'
import { joinAll } from './joins.ts'
import { lookUp } from './lookups.ts'
import { readAll, reading } from './node-input.ts'
import { whyNothing } from './not-found.ts'
import { Plan } from './plan.ts'
import { type Answer, writing, send } from './send.ts'
import { fromRow, rowsType, siteType } from './typed.ts'
import { call, variable } from '../read/tree.ts'
import { at, mapOf, node, property, put, value } from './trees.ts'
import { listOf, mapOf as mapType } from '../../value/value-types.ts'

type Rows = Iterable<unknown> | AsyncIterable<unknown>

/** The properties that any of some nodes has, in the order of the model. */
const propertiesOf = ({ definition }: ModelContext, nodes: readonly NodeInput[]): readonly string[] => {
  const found = new Set<string>()
  for (const { properties } of nodes) for (const name in properties) found.add(name)
  return Array.from(definition.fields.values(), (field) => field.property).filter((name) => found.has(name))
}

/** `UNWIND $p1 AS row CREATE (n:User {id: row.id})` */
const plain = (context: ModelContext, nodes: readonly NodeInput[]): Clauses => {
  const { fields, labels } = context.definition
  const names = propertiesOf(context, nodes)
  const rows = value(
    nodes.map((each) => each.properties),
    rowsType(names, fields),
  )
  const properties = mapOf(fromRow(variable('row'), names, about(context)))
  return doors(context)
    .unwind()(put(rows), 'row')
    .create(at(node('n', labels, properties)))
}

/** As `plain`, with what each node is related to. */
const related = (context: ModelContext, nodes: readonly NodeInput[], plan: Plan): Clauses => {
  const { fields, labels } = context.definition
  for (const { relations } of nodes) plan.add(relations)
  const names = propertiesOf(context, nodes)
  const sites = [...plan.sites.values()]
  const entries = Object.fromEntries(sites.map((site) => [site.name, siteType(site)]))
  const { of: own } = rowsType(names, fields) as Extract<ReturnType<typeof rowsType>, { kind: 'list' }> // of which it is
  const rows = value(
    nodes.map(({ properties, relations }) => ({ node: properties, ...plan.rows(relations) })),
    listOf(mapType({ node: own, ...entries })),
  )
  const row = variable('row')
  const properties = mapOf(fromRow(property(row, 'node'), names, about(context)))
  const begun = lookUp(doors(context), plan.lookups, policyOf(context))
  const created = begun
    .unwind()(put(rows), 'row')
    .create(at(node('n', labels, properties)))
  return joinAll(created, sites, {
    name: 'n',
    policy: policyOf(context),
    rows: (site) => property(row, site.name),
  })
    .with(() => ({ n: put(variable('n')) }))
    .return(() => ({ created: put(call('count', variable('n'))) }))
}

const writeBatch = async (context: ModelContext, nodes: readonly NodeInput[]): Promise<Answer> => {
  if (nodes.every(({ relations }) => relations.length === 0)) return send(context, plain(context, nodes))
  const plan = new Plan()
  const answer = await send(context, related(context, nodes, plan))
  if (Number(answer.rows[0]?.['created'] ?? 0) < nodes.length) throw await whyNothing(context, plan)
  return answer
}

const isRows = (rows: unknown): boolean =>
  typeof rows === 'object' && rows !== null && (Symbol.iterator in rows || Symbol.asyncIterator in rows)

const root: readonly string[] = []

const readRows = async (
  context: ModelContext,
  rows: readonly unknown[],
  from: number,
): Promise<readonly NodeInput[]> => {
  const { definition } = context
  const begun: Reading = reading(context)
  const nodes = Array.from(rows, (row, index) => begun.nodeInput(definition, row, { index: from + index, path: root }))
  await readAll(begun, `createMany of ${definition.name}`)
  return nodes
}

/** Rows in pieces of some size. */
async function* piecesOf(rows: Rows, size: number): AsyncGenerator<readonly unknown[], void, undefined> {
  let piece: unknown[] = []
  for await (const row of rows) {
    if (piece.push(row) < size) continue
    yield piece
    piece = []
  }
  if (piece.length > 0) yield piece
}

/** Nodes in pieces: all of an array are read before the first is given out, those of a stream as they come. */
async function* nodesOf(
  context: ModelContext,
  rows: Rows,
  size: number,
): AsyncGenerator<() => Promise<readonly NodeInput[]>, void, undefined> {
  if (Array.isArray(rows)) {
    const nodes = await readRows(context, rows, 0)
    for (let from = 0; from < nodes.length; from += size) yield async () => nodes.slice(from, from + size)
    return
  }
  let from = 0
  for await (const piece of piecesOf(rows, size)) {
    const begin = from
    yield () => readRows(context, piece, begin)
    from += piece.length
  }
}

const writeAll = async (
  context: ModelContext,
  rows: Rows,
  { batchSize = 1000, onProgress, transactions }: CreateManyOptions,
): Promise<Created> => {
  const total = Array.isArray(rows) ? { total: rows.length } : {}
  let [created, index, counters] = [0, 0, noCounters]
  const stands = transactions !== 'one' && context.given.executor.atomically !== undefined
  for await (const read of nodesOf(context, rows, batchSize)) {
    let nodes: readonly NodeInput[] = []
    try {
      nodes = await read()
      counters = addCounters(counters, (await writeBatch(context, nodes)).counters)
    } catch (error) {
      const batch = { index, from: created, to: created + nodes.length, written: stands ? created : 0 }
      throw await failedBatch(context, error, { nodes, batch, stands })
    }
    index++
    created += nodes.length
    onProgress?.({ created, ...total })
  }
  return { created, counters }
}

const inOne = (context: ModelContext, executor: Executor, rows: Rows, options: CreateManyOptions): Promise<Created> => {
  if (executor.atomically === undefined) return writeAll(context, rows, options)
  if (!Array.isArray(rows))
    throw refusal("transactions: 'one' may have to write all rows again, so it takes an array; or call it in db.write")
  return executor.atomically((inner) =>
    writeAll({ ...context, given: { ...context.given, executor: inner } }, rows, options),
  )
}

/**
 * Creates many nodes, a statement for so many of them. Outside a transaction each batch is one of its own.
 *
 * @throws GraphError VALIDATION with all faults of all rows: of an array before anything is sent, of a stream before its
 * batch is. Other errors carry `batch`: which rows failed, and how many are written.
 */
export const createMany = (context: ModelContext, rows: Rows, options: CreateManyOptions = {}): Promise<Created> =>
  writing(context, async () => {
    const { batchSize = 1000, transactions } = options
    if (!isRows(rows)) throw refusal('createMany() takes rows: a list of them, or what can be iterated')
    mustBeOneOf(options, ['batchSize', 'onProgress', 'transactions'], 'createMany()')
    if (transactions !== undefined && transactions !== 'one' && transactions !== 'batch')
      throw refusal("transactions is 'one' or 'batch'")
    if (!Number.isSafeInteger(batchSize) || batchSize < 1) throw refusal('batchSize is a whole number from 1')
    return transactions === 'one'
      ? inOne(context, context.given.executor, rows, options)
      : writeAll(context, rows, options)
  })
