import type { Clause, SetItem, SortItem } from '../ast/clause.ts'
import { parametersIn } from '../ast/parameters-in.ts'
import type { Pattern } from '../ast/pattern.ts'
import { GraphError } from '../error/graph-error.ts'
import { names } from '../expression/names.ts'
import { isTreed, treeOf } from '../expression/operation.ts'
import { type Projection, projectionItems } from '../expression/projection.ts'
import { type ClauseText, parseClause } from '../grammar/parse-clause.ts'
import { patternIn } from '../pattern/path-pattern.ts'
import type { Context, Source } from './context.ts'
import { refuseInterpolated } from './refuse-interpolated.ts'
import { RunnableQuery } from './runnable-query.ts'

type Callback = (names: object) => unknown
interface Step {
  readonly allowUnfiltered?: true
  readonly ignored?: ReadonlySet<string>
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
  readonly #root: { kept: number; readonly chain: Chain; readonly checked: Set<string> }
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
    this.#root = before === undefined ? { kept: 0, chain: this, checked: new Set() } : before.#root
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
  #pattern(kind: 'match' | 'create' | 'merge', given: unknown, clause: (pattern: Pattern) => Clause): Chain {
    const pattern = patternIn(given)
    return pattern === undefined ? this.#text(kind, given) : this.#with([clause(pattern)])
  }

  /** A clause by a callback, or by its text. */
  #made(kind: ClauseText, given: unknown, make: (given: unknown) => Clause): Chain {
    return typeof given === 'function' ? this.#with([make((given as Callback)(names))]) : this.#text(kind, given)
  }

  match(given: unknown): Chain {
    return this.#pattern('match', given, (pattern) => ({ kind: 'match', optional: false, patterns: [pattern] }))
  }
  optionalMatch(given: unknown): Chain {
    return this.#text('optional match', given)
  }
  create(given: unknown): Chain {
    return this.#pattern('create', given, (pattern) => ({ kind: 'create', patterns: [pattern] }))
  }
  merge(given: unknown): Chain {
    return this.#pattern('merge', given, (pattern) => ({ kind: 'merge', pattern }))
  }

  where(given: unknown): Chain {
    return this.#made('where', given, (condition) => ({ kind: 'where', condition: treeOf(condition, 'where()') }))
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
    return this.#made('order by', given, (keys) => {
      const list = isTreed(keys) || isSortKey(keys) ? [keys] : (keys as readonly unknown[])
      return { kind: 'order-by', items: list.map(sortItem) }
    })
  }
  skip(given: unknown): Chain {
    return this.#count('skip', given)
  }
  limit(given: unknown): Chain {
    return this.#count('limit', given)
  }
  #count(kind: 'skip' | 'limit', given: unknown): Chain {
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
  #set(
    kind: 'set' | 'on create set' | 'on match set',
    on: 'create' | 'match' | undefined,
    [first, properties]: readonly unknown[],
  ): Chain {
    if (properties === undefined) return this.#text(kind, first)
    const of = { kind: 'variable', name: String(first) } as const
    const items: SetItem[] = Object.entries(properties as object).map(([key, value]) => ({
      kind: 'property',
      target: { kind: 'property', of, key },
      value: treeOf(value, `set('${of.name}', { ${key} })`),
    }))
    if (items.length === 0) throw new GraphError('USAGE', `set('${of.name}', {}) names no property`)
    return this.#with([{ kind: 'set', on, items }])
  }
  remove(given: unknown): Chain {
    return this.#text('remove', given)
  }
  delete(given: unknown): Chain {
    return this.#text('delete', given)
  }
  detachDelete(given: unknown): Chain {
    return this.#text('detach delete', given)
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

const isSortKey = (key: unknown): key is readonly [unknown, string] => Array.isArray(key) && typeof key[1] === 'string'

const sortItem = (key: unknown): SortItem => {
  const [value, direction] = isSortKey(key) ? key : [key, '']
  return { expression: treeOf(value, 'orderBy()'), descending: direction.toLowerCase() === 'desc' }
}
