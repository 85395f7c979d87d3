import type { Clause } from '../ast/clause.ts'
import type { Dialect } from '../dialect/dialect.ts'
import { checkValue } from './check-value.ts'
import type { CompileOptions } from './compile.ts'
import { compile } from './compile.ts'
import type { CompiledQuery } from './compiled-query.ts'
import { printClauses } from './print-clauses.ts'
import { Shape } from './shape.ts'

/** Statements kept per graph, which has one set of plugins: far above what a program writes. */
const most = 1_000

/** The names of inline values are in the order they are printed, unless a rewrite changes that. */
const isInOrder = (params: object, given: readonly unknown[], isRewritten: boolean): boolean => {
  const values = Object.values(params)
  // Another order shows only when no two are the same.
  if (values.length !== given.length || (isRewritten && new Set(given).size < given.length)) return false
  return given.every((value, at) => Object.is(value, values[at]))
}

/**
 * Compiles what callbacks make. A query built again differs from the one before in its values alone, so what was compiled
 * for one of its shape is taken, with the values at hand. A rewrite may ask of a value what the shape tells: its type, and
 * whether it is null.
 */
export class ShapeCache {
  readonly #kept = new Map<string, { readonly dialect: Dialect; readonly compiled: CompiledQuery }>()

  compile(clauses: readonly Clause[], options: CompileOptions): CompiledQuery {
    const { dialect, source, allowUnfiltered } = options
    if (source !== undefined) return compile(clauses, options)
    const shape = new Shape()
    const key = (allowUnfiltered === true ? 'all ' : '') + printClauses(clauses, shape)
    const known = this.#kept.get(key)
    if (known?.dialect === dialect) return withValues(known.compiled, shape.given)
    const compiled = compile(clauses, options)
    if (isInOrder(compiled.params, shape.given, dialect.rewrite !== undefined || options.plugins !== undefined)) {
      if (this.#kept.size >= most) this.#kept.clear()
      this.#kept.set(key, { dialect, compiled })
    }
    return compiled
  }
}

const withValues = (compiled: CompiledQuery, values: readonly unknown[]): CompiledQuery => {
  const params: Record<string, unknown> = { ...compiled.params }
  let at = 0
  for (const name in params) {
    checkValue(values[at], name)
    params[name] = values[at++]
  }
  return { ...compiled, params }
}
