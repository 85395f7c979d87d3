import type { Clause } from '../../ast/clause.ts'
import { Claim } from '../../builder/claim.ts'
import { Pending } from '../../builder/pending.ts'
import { PreparedQuery } from '../../builder/prepared-query.ts'
import { collectRows, streamRows } from '../../builder/run.ts'
import type { RunnableQuery } from '../../builder/runnable-query.ts'
import { StatementQuery } from '../../builder/statement-query.ts'
import { withCallSite } from '../../builder/with-call-site.ts'
import type { Definition } from '../definition.ts'
import type { ModelContext } from '../model-context.ts'
import { type Binding, Draft, type Finish, type Path } from './draft.ts'
import type { Plain } from './plain.ts'
import { options } from './shape.ts'

type Compiled = PreparedQuery['compiled']
type Row = Record<string, unknown>

/** What is to be read: how the statement is made, and the arguments that it is made of. */
export interface Read {
  /** Tells the statements of one shape apart. */
  readonly name: string
  readonly build: (draft: Draft, definition: Definition, given: Plain) => readonly Clause[]
  readonly given: Plain
}

/** A statement that was made for arguments of a shape: others of that shape differ in what is bound. */
interface Plan {
  readonly compiled: Compiled
  readonly bindings: readonly Binding[]
  readonly finishing: readonly Finish[]
}

/** Plans kept for each model: far above the shapes that a program writes. */
const most = 1_000

/** By what decides on the text: the model, plugins and dialect. */
const kept = new WeakMap<Definition, WeakMap<object, WeakMap<object, Map<string, Plan>>>>()

const noPlugins = {}

const entryOf = <V extends object>(map: WeakMap<object, V>, key: object, make: () => V): V => {
  let found = map.get(key)
  if (found === undefined) map.set(key, (found = make()))
  return found
}

const plansOf = ({ definition, given }: ModelContext): Map<string, Plan> => {
  const { plugins, executor } = given
  const byPlugins = entryOf(kept, definition, () => new WeakMap<object, WeakMap<object, Map<string, Plan>>>())
  const byDialect = entryOf(byPlugins, plugins.length === 0 ? noPlugins : plugins, () => new WeakMap())
  return entryOf(byDialect, executor.dialect, () => new Map<string, Plan>())
}

type Builder = RunnableQuery['context']

const builders = new WeakMap<object, Builder>()

/** What queries of a graph are compiled and run with: any query of it has that. */
export const builderOf = ({ graph }: ModelContext): Builder => {
  const known = builders.get(graph)
  if (known !== undefined) return known
  const query: unknown = graph.cypher.as('RETURN 1')
  const { context } = query as RunnableQuery // run time makes all queries of this class
  builders.set(graph, context)
  return context
}

const make = (context: ModelContext, { build, given }: Read): Plan => {
  const { definition } = context
  const draft = new Draft(context, [...definition.fields.keys(), ...definition.relations.keys()])
  const clauses = build(draft, definition, given)
  const compiled = new StatementQuery(builderOf(context), clauses).compile()
  return { compiled, bindings: draft.bindings, finishing: draft.finishing }
}

const planFor = (context: ModelContext, read: Read): Plan => {
  const plans = plansOf(context)
  const key = `${read.name} ${options(read.given)}`
  const known = plans.get(key)
  if (known !== undefined) return known
  const made = make(context, read)
  if (plans.size >= most) plans.clear()
  plans.set(key, made)
  return made
}

const valueAt = (given: unknown, path: Path): unknown => {
  let found = given
  for (const key of path) found = (found as Readonly<Record<string | number, unknown>>)[key] // the shape says that it is there
  return found
}

const paramsOf = ({ bindings }: Plan, given: Plain): Row => {
  const params: Row = {}
  for (const { name, path, as } of bindings) {
    const value = valueAt(given, path)
    params[name] = as === undefined ? value : as(value, path)
  }
  return params
}

const finished = (rows: readonly unknown[], { finishing }: Plan): readonly Row[] => {
  const found = rows as readonly Row[] // rows are objects by column name
  for (const finish of finishing) for (const row of found) finish(row)
  return found
}

/** Reads rows at once, and makes of them what was asked for. A failure waits until the outcome is asked for. */
export const reading = <T>(context: ModelContext, read: () => Read, then: (rows: readonly Row[]) => T): Promise<T> => {
  const claim = new Claim()
  const begun = async (): Promise<T> => {
    try {
      const asked = read()
      const plan = planFor(context, asked)
      const query = new PreparedQuery(builderOf(context), plan.compiled, undefined)
      const rows = await collectRows(query.ready(paramsOf(plan, asked.given), undefined, claim))
      return then(finished(rows, plan))
    } catch (error) {
      throw withCallSite(error)
    }
  }
  return Pending.of(begun(), claim.ask)
}

/** Rows as they come. */
export async function* streaming(context: ModelContext, read: () => Read): AsyncGenerator<Row, void, undefined> {
  try {
    const asked = read()
    const plan = planFor(context, asked)
    const query = new PreparedQuery(builderOf(context), plan.compiled, undefined)
    for await (const row of streamRows(query.ready(paramsOf(plan, asked.given), undefined)))
      yield* finished([row], plan)
  } catch (error) {
    throw withCallSite(error)
  }
}
