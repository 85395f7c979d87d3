import type { Clause } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import type { Pattern } from '../ast/pattern.ts'
import { GraphError } from '../error/graph-error.ts'
import { checkValue } from './check-value.ts'
import { printClausesInline } from './print-clauses.ts'
import { printConjunct, printExpression } from './print-expression.ts'
import { printPattern } from './print-pattern.ts'
import type { Quote } from './quote.ts'
import { renameParameters } from './rename-parameters.ts'

type InlineValue = Extract<Expression, { kind: 'value' }>

const plain = /^[A-Za-z_][A-Za-z0-9_]*$/

/**
 * What printing needs besides the tree: how names are quoted, and where inline values go. A value becomes a generated
 * parameter, `$p1`, `$p2` …, never text.
 */
export class Writer {
  readonly name: Quote
  readonly params: Record<string, unknown> = {}
  /** The generated names, in order, and the node each stands for. */
  readonly values: Map<InlineValue, string> = new Map()
  readonly #taken: ReadonlySet<string>
  #last = 0

  constructor(name: Quote, taken: ReadonlySet<string>) {
    this.name = name
    this.#taken = taken
  }

  expression(node: Expression): string {
    return printExpression(node, this)
  }

  /** A condition as one side of AND. */
  conjunct(node: Expression): string {
    return printConjunct(node, this)
  }

  pattern(node: Pattern): string {
    return printPattern(node, this)
  }

  /** Clauses inside an expression. */
  inline(nodes: readonly Clause[]): string {
    return printClausesInline(nodes, this)
  }

  parameter(name: string): string {
    return plain.test(name) ? `$${name}` : `$${this.name(name)}`
  }

  /** `$p1` for a value; a node that stands in two places is one parameter. */
  value(node: InlineValue): string {
    let name = this.values.get(node)
    if (name === undefined) {
      name = this.#next()
      if (node.value === undefined) {
        throw new GraphError('USAGE', 'a value in the query is undefined: leave its condition out, or ask for null with isNull()')
      }
      checkValue(node.value, name)
      this.values.set(node, name)
      this.params[name] = node.value
    }
    return `$${name}`
  }

  /** Text that brings its own values: kept as it stands unless one of its names is taken. */
  opaque(source: string, values: Readonly<Record<string, unknown>>): string {
    const renamed = new Map<string, string>()
    for (const [name, value] of Object.entries(values)) {
      const free = !Object.hasOwn(this.params, name) && !this.#taken.has(name)
      const final = free || this.params[name] === value ? name : this.#next()
      if (value === undefined) throw new GraphError('USAGE', `the value for $${name} is undefined`)
      checkValue(value, name)
      if (final !== name) renamed.set(name, final)
      this.params[final] = value
    }
    return renamed.size === 0 ? source : renameParameters(source, renamed)
  }

  #next(): string {
    let name: string
    do name = `p${++this.#last}`
    while (this.#taken.has(name) || Object.hasOwn(this.params, name))
    return name
  }
}
