import type { Clause, SetItem } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import { parametersIn } from '../ast/parameters-in.ts'
import type { Pattern } from '../ast/pattern.ts'
import { GraphError } from '../error/graph-error.ts'
import { names } from '../expression/names.ts'
import { isTreed, treeIn, treeOf } from '../expression/operation.ts'
import { type Projection, projectionItems } from '../expression/projection.ts'
import { type ClauseText, parseClause } from '../grammar/parse-clause.ts'
import { patternIn } from '../pattern/path-pattern.ts'
import { Identifier } from '../raw/identifier.ts'
import { words } from '../value/words.ts'
import { branched } from './conditional.ts'
import type { Context, Source } from './context.ts'
import { type CsvOptions, loadCsvOf } from './csv.ts'
import { hintOf } from './hint.ts'
import { procedureCall } from './procedure-call.ts'
import { refuseInterpolated } from './refuse-interpolated.ts'
import { RunnableQuery } from './runnable-query.ts'
import { subqueriesOf } from './subqueries-of.ts'
import { propertyOf, setItems } from './set-items.ts'
import { sortKeys } from './sort-items.ts'
import { transactionsOf } from './transactions.ts'

type Callback = (names: object, graph: object) => unknown
interface Step {
  readonly allowUnfiltered?: boolean | undefined
  readonly ignored?: ReadonlySet<string> | undefined
}
const integer = { kind: 'integer', nullable: false } as const

/** Queries of one root that were built from texts and are kept, so that building one again is looking it up. */
const mostKept = 2_000

/**
 * The run-time side of `Query`: a list of clauses, newest last, each query pointing at the one it was made from. A text
 * seen before gives the very same query, with all that was compiled for it: queries are immutable, so they can be shared.
 */
export class Chain extends RunnableQuery {
  readonly #before: Chain | undefined
  readonly #added: readonly Clause[]
  readonly #unfiltered: boolean | undefined
  readonly #ignored: ReadonlySet<string> | undefined
  readonly #root: {
    kept: number
    readonly chain: Chain
    readonly checked: Set<string>
    /** What callbacks get beside their names. */
    readonly graph: object
  }
  /** Whether it will be met again: the root is, and what is made from such a one by text or number. */
  #lasting: boolean
  /** What was made from it by text or number, by clause. */
  #after: Map<string, Map<string | number, Chain>> | undefined

  constructor(context: Context, before?: Chain, added: readonly Clause[] = [], step?: Step) {
    super(context)
    this.#before = before
    this.#added = added
    this.#unfiltered = step?.allowUnfiltered ?? (before && before.#unfiltered)
    this.#ignored = step?.ignored ?? (before && before.#ignored)
    this.#root =
      before === undefined ? { kept: 0, chain: this, checked: new Set(), graph: subqueriesOf(this) } : before.#root
    this.#lasting = before === undefined
  }

  override clauses(): readonly Clause[] {
    const found: Clause[] = []
    for (let at: Chain | undefined = this; at !== undefined; at = at.#before) {
      for (let last = at.#added.length - 1; last >= 0; last--) found.push(at.#added[last] as Clause) // in bounds
    }
    return found.reverse()
  }
  override source(): Source {
    return { allowUnfiltered: this.#unfiltered }
  }
  override ignored(): ReadonlySet<string> | undefined {
    return this.#ignored
  }

  #with(clauses: readonly Clause[], step?: Step): Chain {
    return new Chain(this.context, this, clauses, step)
  }

  get #last(): Clause | undefined {
    return this.#added.at(-1) ?? (this.#before && this.#before.#last)
  }
  #known(kind: string, given: string | number): Chain | undefined {
    return this.#after?.get(kind)?.get(given)
  }

  /**
   * The query after a text or number, kept for the next time. What a callback made is new each time it is built, so
   * nothing made from it is kept, unless it is held and used a second time.
   */
  #keep(kind: string, given: string | number, clauses: readonly Clause[]): Chain {
    const made = this.#with(clauses)
    if (!this.#lasting) {
      this.#lasting = true
      return made
    }
    made.#lasting = true
    if (this.#root.kept++ >= mostKept) {
      this.#root.kept = 0
      this.#root.chain.#after?.clear()
    }
    this.#after ??= new Map<string, Map<string | number, Chain>>()
    const known = this.#after.get(kind) ?? new Map<string | number, Chain>()
    this.#after.set(kind, known)
    known.set(given, made)
    return made
  }

  #text(kind: ClauseText, body: unknown): Chain {
    if (typeof body !== 'string')
      throw new GraphError(
        'USAGE',
        `${kind} takes Cypher text as one literal, or a callback; it was given ${kindOf(body)}`,
      )
    const before = this.#known(kind, body)
    if (before !== undefined) return before
    this.#check(body)
    return this.#keep(kind, body, parseClause(kind, body))
  }
  /** A text after a callback is new each time it is built, and a look at the call stack costs ten times the building. */
  #check(body: string): void {
    const { checked } = this.#root
    if (checked.has(body)) return
    refuseInterpolated(body)
    if (checked.size >= mostKept) checked.clear()
    checked.add(body)
  }
  #pattern(kind: ClauseText, given: unknown, clause: (pattern: Pattern) => Clause): Chain {
    const pattern = patternIn(given)
    return pattern === undefined ? this.#text(kind, given) : this.#with([clause(pattern)])
  }

  /** A clause by a callback, or by its text. */
  #made(kind: ClauseText, given: unknown, make: (given: unknown) => Clause): Chain {
    return typeof given === 'function' ? this.#with([make(this.#asked(given as Callback))]) : this.#text(kind, given)
  }
  #asked(callback: Callback): unknown {
    return callback(names, this.#root.graph)
  }
  /** A value, or what a callback makes of the names. */
  #resolved(given: unknown): unknown {
    return typeof given === 'function' && !isTreed(given) ? this.#asked(given as Callback) : given
  }

  match(given: unknown): Chain {
    return this.#pattern('match', given, (pattern) => ({ kind: 'match', optional: false, patterns: [pattern] }))
  }
  optionalMatch(given: unknown): Chain {
    return this.#pattern('optional match', given, (pattern) => ({ kind: 'match', optional: true, patterns: [pattern] }))
  }
  create(given: unknown): Chain {
    return this.#pattern('create', given, (pattern) => ({ kind: 'create', patterns: [pattern] }))
  }
  insert(given: unknown): Chain {
    return this.#pattern('insert', given, (pattern) => ({ kind: 'create', patterns: [pattern], insert: true }))
  }
  merge(given: unknown): Chain {
    return this.#pattern('merge', given, (pattern) => ({ kind: 'merge', pattern }))
  }

  where(given: unknown): Chain {
    const { kind } = this.#last ?? {}
    if (kind !== undefined && unfiltered.has(kind))
      throw new GraphError('USAGE', `WHERE does not follow ${kind}: write .with('*') before it`)
    return this.#made('where', given, (condition) => ({ kind: 'where', condition: treeOf(condition, 'where()') }))
  }
  filter(given: unknown): Chain {
    return this.#made('filter', given, (condition) => ({ kind: 'filter', condition: treeOf(condition, 'filter()') }))
  }
  let(given: unknown): Chain {
    return this.#made('let', given, (values) => ({
      kind: 'let',
      items: Object.entries(values as object).map(([variable, value]) => ({
        variable,
        value: treeOf(value, `let({ ${variable} })`),
      })),
    }))
  }
  next(): Chain {
    return this.#with([{ kind: 'next' }])
  }
  finish(): Chain {
    return this.#with([{ kind: 'finish' }])
  }
  with(given: unknown): Chain {
    return this.#project('with', given)
  }
  return(given: unknown): Chain {
    return this.#project('return', given)
  }
  #project(kind: 'with' | 'return', given: unknown): Chain {
    return this.#made(kind, given, (projection) => ({
      kind,
      distinct: false,
      star: false,
      items: projectionItems(projection as Projection),
    }))
  }

  distinct(): Chain {
    const last = this.#added.at(-1)
    if (last === undefined || (last.kind !== 'with' && last.kind !== 'return')) {
      throw new GraphError('USAGE', 'distinct() follows with() or return()')
    }
    const { source: _, ...rest } = last
    return new Chain(this.context, this.#before, [...this.#added.slice(0, -1), { ...rest, distinct: true }])
  }

  orderBy(given: unknown): Chain {
    return this.#made('order by', given, (keys) => ({ kind: 'order-by', items: sortKeys(keys) }))
  }
  skip(given: unknown): Chain {
    return this.#count('skip', given)
  }
  offset(given: unknown): Chain {
    return this.skip(given)
  }
  limit(given: unknown): Chain {
    return this.#count('limit', given)
  }
  #count(kind: 'skip' | 'limit', given: unknown): Chain {
    const count = treeIn(given)
    if (count !== undefined) return this.#with([{ kind, count }])
    if (typeof given !== 'number') return this.#text(kind, given)
    if (!Number.isSafeInteger(given) || given < 0)
      throw new GraphError('USAGE', `${kind}() takes a whole number of rows, 0 or more`)
    return (
      this.#known(kind, given) ??
      this.#keep(kind, given, [{ kind, count: { kind: 'value', value: given, type: integer } }])
    )
  }

  unwind(...given: readonly unknown[]): unknown {
    if (given.length > 0) return this.#text('unwind', given[0])
    return (list: unknown, as: string) => this.#with([{ kind: 'unwind', list: treeOf(list, 'unwind()'), variable: as }])
  }

  onCreateSet(...given: readonly unknown[]): Chain {
    return this.#set('on create set', 'create', given)
  }
  onMatchSet(...given: readonly unknown[]): Chain {
    return this.#set('on match set', 'match', given)
  }
  set(...given: readonly unknown[]): Chain {
    return this.#set('set', undefined, given)
  }
  #set(kind: ClauseText, on: 'create' | 'match' | undefined, [first, properties]: readonly unknown[]): Chain {
    if (properties === undefined) return this.#text(kind, first)
    return this.#with([{ kind: 'set', on, items: setItems(String(first), this.#resolved(properties) as object) }])
  }
  setLabels(name: string, ...labels: readonly unknown[]): Chain {
    return this.#with([{ kind: 'set', on: undefined, items: [labelled(name, labels)] }])
  }
  remove(...[first, keys]: readonly unknown[]): Chain {
    if (keys === undefined) return this.#text('remove', first)
    const targets = (keys as readonly string[]).map((key) => propertyOf(String(first), key))
    return this.#with([{ kind: 'remove', items: targets.map((target) => ({ kind: 'property', target })) }])
  }
  removeLabels(name: string, ...labels: readonly unknown[]): Chain {
    return this.#with([{ kind: 'remove', items: [labelled(name, labels)] }])
  }
  delete(given: unknown): Chain {
    return this.#delete('delete', given)
  }
  detachDelete(given: unknown): Chain {
    return this.#delete('detach delete', given)
  }
  #delete(kind: 'delete' | 'detach delete', given: unknown): Chain {
    return this.#made(kind, given, (found) => ({
      kind: 'delete',
      detach: kind !== 'delete',
      items: (isTreed(found) ? [found] : (found as readonly unknown[])).map((each) => treeOf(each, `${kind}()`)),
    }))
  }

  call(...parts: readonly unknown[]): Chain {
    return this.#call(false, parts)
  }
  optionalCall(...parts: readonly unknown[]): Chain {
    return this.#call(true, parts)
  }
  #call(optional: boolean, [scope, build, options]: readonly unknown[]): Chain {
    if (build === undefined) return this.#text(optional ? 'optional call' : 'call', scope)
    const inner = this.#built(build)
    const imported = scope as readonly string[] | '*'
    const transactions = transactionsOf(options)
    return this.#joined(inner, [
      { kind: 'call-subquery', scope: imported, optional, clauses: inner.clauses(), transactions },
    ])
  }
  callProcedure(name: string, values: unknown = [], yields?: readonly string[]): Chain {
    return this.#with([procedureCall(name, this.#resolved(values) as readonly unknown[], yields)])
  }
  foreach(...[variable, list, build]: readonly unknown[]): Chain {
    if (build === undefined) return this.#text('foreach', variable)
    const inner = this.#built(build)
    const clauses = inner.clauses()
    const strange = clauses.find(({ kind }) => !updating.has(kind))
    if (strange !== undefined)
      throw new GraphError('USAGE', `foreach() only writes: ${strange.kind} belongs outside it`)
    const each = { variable: String(variable), list: treeOf(this.#resolved(list), 'foreach()') }
    return this.#joined(inner, [{ kind: 'foreach', ...each, clauses }])
  }
  /** What a callback makes of a query that begins in it. */
  #built(build: unknown): RunnableQuery {
    const made = (build as (query: Chain) => unknown)(this.#root.chain)
    if (made instanceof RunnableQuery) return made
    throw new GraphError('USAGE', 'a callback that is given a query returns what it made of it')
  }
  /** Goes on with clauses that hold another query. */
  #joined(inner: RunnableQuery, clauses: readonly Clause[]): Chain {
    return this.#with(clauses, this.#joining(inner))
  }
  #joining(inner: RunnableQuery): Step {
    const [mine = [], theirs = []] = [this.#ignored, inner.ignored()]
    return { allowUnfiltered: inner.source().allowUnfiltered, ignored: new Set([...mine, ...theirs]) }
  }

  whenThen(given: unknown, build: unknown): Chain {
    const [condition] = this.filter(given).#added as readonly [Extract<Clause, { kind: 'filter' }>] // what filter() adds
    return this.#branch(build, condition.condition)
  }
  otherwise(build: unknown): Chain {
    return this.#branch(build, undefined)
  }
  #branch(build: unknown, when: Expression | undefined): Chain {
    const inner = this.#built(build)
    const { clause, more } = branched(this.#added.at(-1), inner.clauses(), when)
    const before = more ? new Chain(this.context, this.#before, this.#added.slice(0, -1), this.#joining(this)) : this
    return before.#joined(inner, [clause])
  }

  loadCsv(from: unknown, as?: unknown, options?: CsvOptions<boolean>): Chain {
    return as === undefined ? this.#text('load csv', from) : this.#with([loadCsvOf(from, String(as), options)])
  }
  loadCsvWithHeaders(text: unknown): Chain {
    return this.#text('load csv with headers', text)
  }
  useGraph(text: unknown): Chain {
    return this.#text('use', text)
  }
  using(given: unknown): Chain {
    return typeof given === 'object' && given !== null ? this.#with([hintOf(given)]) : this.#text('using', given)
  }

  all(): Chain {
    return this.#with([], { allowUnfiltered: true })
  }

  when(condition: unknown, then: (query: Chain, condition: unknown) => Chain): Chain {
    if (condition !== undefined && condition !== null && condition !== false) return then(this, condition)
    return this.#with([], { ignored: new Set([...(this.#ignored ?? []), ...this.#askedBy(then)]) })
  }
  /** The parameters of a branch not taken. One that needs its condition's value as a value cannot be built without it. */
  #askedBy(then: (query: Chain, condition: unknown) => Chain): readonly string[] {
    try {
      return parametersIn(then(this, undefined).clauses().slice(this.clauses().length))
    } catch {
      return []
    }
  }
  use(fragment: (query: Chain) => Chain): Chain {
    return fragment(this)
  }
}

const kindOf = (value: unknown): string =>
  Array.isArray(value) ? 'a template or list' : value === null ? 'null' : typeof value

/** Clauses that take no WHERE. */
const unfiltered = words('call-subquery unwind create merge set remove delete foreach return')
const updating = words('create merge set remove delete foreach')

/** What a callback makes of the names in scope, or what was given in its place. */
type Labels = Extract<SetItem, { kind: 'labels' }>

/** Labels of the schema, dynamic ones, and those a parameter gives. */
const labelled = (variable: string, labels: readonly unknown[]): Labels => ({
  kind: 'labels',
  variable,
  labels: labels.map((label) => {
    const of = treeIn(label)
    if (of !== undefined) return { kind: 'dynamic', all: true, of }
    return label instanceof Identifier ? label.name : String(label)
  }),
})
