import type { Clause } from '../ast/clause.ts'
import type { Dialect } from '../dialect/dialect.ts'
import { checkValue } from './check-value.ts'
import type { CompileOptions } from './compile.ts'
import { compile } from './compile.ts'
import type { CompiledQuery } from './compiled-query.ts'
import { printClauses } from './print-clauses.ts'
import { Shape } from './shape.ts'

/** Statements kept per graph and dialect: far above what a program writes. */
const most = 1_000

const same = (left: readonly unknown[], right: readonly unknown[]): boolean =>
  left.length === right.length && left.every((value, at) => Object.is(value, right[at]))

/** A rewrite may put values in another order, which shows only when no two are the same. */
const differ = (values: readonly unknown[]): boolean => new Set(values).size === values.length

/**
 * Compiles what callbacks make. A query built again differs from the one before in its values alone, so what was compiled
 * for one of its shape is taken, with the values at hand. A rewrite may ask of a value what the shape tells: its type, and
 * whether it is null.
 */
export class ShapeCache {
  readonly #kept = new Map<Dialect, Map<string, CompiledQuery>>()

  compile(clauses: readonly Clause[], options: CompileOptions): CompiledQuery {
    const { dialect, source, allowUnfiltered } = options
    if (source !== undefined) return compile(clauses, options)
    const shape = new Shape()
    const key = (allowUnfiltered === true ? 'all ' : '') + printClauses(clauses, shape)
    const before = this.#kept.get(dialect)?.get(key)
    if (before !== undefined) return withValues(before, shape.given)
    const made = compile(clauses, options)
    // The names of inline values are in the order they are printed; where a rewrite changes that, nothing is kept.
    const ordered =
      same(Object.values(made.params), shape.given) && (dialect.rewrite === undefined || differ(shape.given))
    if (ordered) this.#keep(dialect, key, made)
    return made
  }

  #keep(dialect: Dialect, key: string, made: CompiledQuery): void {
    const kept = this.#kept.get(dialect) ?? new Map<string, CompiledQuery>()
    this.#kept.set(dialect, kept)
    if (kept.size >= most) kept.clear()
    kept.set(key, made)
  }
}

const withValues = (compiled: CompiledQuery, values: readonly unknown[]): CompiledQuery => {
  const params: Record<string, unknown> = {}
  let at = 0
  for (const name in compiled.params) {
    const value = values[at++]
    checkValue(value, name)
    params[name] = value
  }
  const { text, parameters, bindings, columns, access, dialect } = compiled
  return { text, params, parameters, bindings, columns, access, dialect }
}
