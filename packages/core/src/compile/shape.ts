import type { Expression } from '../ast/expression.ts'
import { quoteName } from '../ast/quote.ts'
import { allPrinters } from './all-printers.ts'
import { printExpression } from './print-expression.ts'
import { Writer } from './writer.ts'

const printers = {
  ...allPrinters,
  expressions: {
    ...allPrinters.expressions,
    // `node(u)` is written as `u`, and read otherwise.
    entity: (node: { readonly of: Expression }, to: Writer) => `\0${printExpression(node.of, to)}`,
  },
}

/**
 * Writes what a statement is but for its inline values, each of which is told by its kind alone: a text that only
 * statements have that differ in nothing else, and the values in the order they are printed.
 */
export class Shape extends Writer {
  readonly #nodes: Expression[] = []
  readonly given: unknown[] = []

  constructor() {
    super(quoteName, undefined, printers)
  }

  override value(node: Extract<Expression, { kind: 'value' }>): string {
    this.met++
    const { value, type } = node
    const before = this.#nodes.indexOf(node)
    if (before >= 0) return `\0${before}`
    this.#nodes.push(node)
    this.given.push(value)
    return `\0${value === null ? 'null' : typeof value}${type?.kind ?? ''}`
  }
}
