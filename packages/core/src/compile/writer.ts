import type { Expression } from '../ast/expression.ts'
import type { Pattern } from '../ast/pattern.ts'
import { GraphError } from '../error/graph-error.ts'
import { checkValue } from './check-value.ts'
import { allPrinters } from './all-printers.ts'
import { printConjunct, printExpression } from './print-expression.ts'
import type { Printers } from './printers.ts'
import { type Quote, quoteName } from '../ast/quote.ts'

type InlineValue = Extract<Expression, { kind: 'value' }>

const none: ReadonlySet<string> = new Set()

/**
 * What printing needs besides the tree: how names are quoted, and where inline values go. A value becomes a generated
 * parameter, `$p1`, `$p2` …, never text.
 */
export class Writer {
  declare readonly name: Quote
  readonly params: Record<string, unknown> = {}
  /** The generated name of each value. */
  readonly values: Map<InlineValue, string> = new Map()
  /** How many times an inline value was written. */
  met = 0
  /** The names of the values that opaque text brought. */
  readonly held: string[] = []
  readonly #taken: ReadonlySet<string>
  /** How nodes without a text of their own are written. */
  declare readonly printers: Printers
  #last = 0

  /** `taken` are the names of the statement's own parameters, if it has any. */
  constructor(name: Quote, taken: ReadonlySet<string> = none, printers: Printers = allPrinters) {
    this.name = name
    this.#taken = taken
    this.printers = printers
  }

  expression(node: Expression): string {
    return printExpression(node, this)
  }

  /** A condition as one side of AND. */
  conjunct(node: Expression): string {
    return printConjunct(node, this)
  }

  pattern(node: Pattern): string {
    return node.source ?? this.printers.pattern(node, this)
  }

  /** The text of an expression by itself, whatever parameters stand before it: what names a column. */
  alone(node: Expression): string {
    return scratch(this.printers).expression(node)
  }

  parameter(name: string): string {
    return `$${this.name(name)}`
  }

  /** `$p1` for a value; a node that stands in two places is one parameter. */
  value(node: InlineValue): string {
    this.met++
    const before = this.values.get(node)
    if (before !== undefined) return `$${before}`
    if (node.value === undefined) {
      throw new GraphError(
        'USAGE',
        'a value in the query is undefined: leave its condition out, or ask for null with isNull()',
      )
    }
    const name = this.next()
    checkValue(node.value, name)
    this.values.set(node, name)
    this.params[name] = node.value
    return `$${name}`
  }

  /** A value that a text brings with its name; `isFree` says whether it can. */
  hold(name: string, value: unknown): void {
    if (value === undefined) throw new GraphError('USAGE', `the value for $${name} is undefined`)
    checkValue(value, name)
    this.held.push(name)
    this.params[name] = value
  }
  isFree(name: string): boolean {
    return name !== '__proto__' && !Object.hasOwn(this.params, name) && !this.#taken.has(name)
  }

  /** The next name that nobody has taken. */
  next(): string {
    const name = `p${++this.#last}`
    return this.isFree(name) ? name : this.next()
  }
}

/** A writer for a text that is a name, and is not sent. */
export const scratch = (printers?: Printers): Writer => new Writer(quoteName, undefined, printers)
