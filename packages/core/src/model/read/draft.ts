import type { Expression } from '../../ast/expression.ts'
import type { TemporalPolicy } from '../../schema/type-script-of.ts'
import type { Definition } from '../definition.ts'
import type { ModelContext } from '../model-context.ts'
import { definitionOf } from '../definition.ts'
import { policyOf } from '../policy-of.ts'

/** Where a value stands in the arguments. */
export type Path = readonly (string | number)[]

/** A parameter of a plan: where its value stands in the arguments, and what is made of it. */
export interface Binding {
  readonly name: string
  readonly path: Path
  readonly as: ((value: unknown, at: Path) => unknown) | undefined
}

/** What is done to rows that a column's type alone does not say. */
export type Finish = (row: Record<string, unknown>) => void

/** A plan in the making: what it binds, the names it uses, what is done to its rows. */
export class Draft {
  readonly bindings: Binding[] = []
  readonly finishing: Finish[] = []
  readonly #context: ModelContext
  readonly #taken: ReadonlySet<string>
  readonly #met = new Map<string, number>()

  /** `taken` are the names of columns, which variables must not have. */
  constructor(context: ModelContext, taken: Iterable<string>) {
    this.#context = context
    this.#taken = new Set(taken)
  }

  parameter(path: Path, as?: Binding['as']): Expression {
    const name = `p${this.bindings.length + 1}`
    this.bindings.push({ name, path, as })
    return { kind: 'parameter', name }
  }

  /** A name that nothing else has: `n`, `n2`, `n3`. */
  name(base: string): string {
    const at = (this.#met.get(base) ?? 0) + 1
    this.#met.set(base, at)
    const name = at === 1 ? base : `${base}${at}`
    return this.#taken.has(name) ? this.name(base) : name
  }

  /** Whether the engine has COLLECT { … }, which costs it less than a subquery of its own. */
  get collects(): boolean {
    return this.#context.given.executor.dialect.lacks?.has('collect-subquery') !== true
  }

  get policy(): TemporalPolicy {
    return policyOf(this.#context)
  }

  /** The model of a label at the far end of a relation. */
  define(label: string): Definition {
    return definitionOf(this.#context.given.schema, this.#context.declarations, [label])
  }
}
