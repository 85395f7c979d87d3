import { GraphError } from '../error/graph-error.ts'
import { bind } from './bind.ts'
import { checkValue } from './check-value.ts'
import type { Rewriter } from './rewriter.ts'

/**
 * Binds the parameters of plugins beside those of the caller.
 *
 * @throws GraphError PARAMETER as `bind` does, and when a plugin has no value for one of its own.
 */
export const bindSupplied =
  (plugins: readonly Rewriter[]): typeof bind =>
  (compiled, params, ignored) => {
    const values: Record<string, unknown> = { ...bind(compiled, params, ignored) }
    for (const { name: plugin, parameters = {} } of plugins) {
      for (const { name } of compiled.bindings) {
        if (!Object.hasOwn(parameters, name)) continue
        const value = parameters[name]?.()
        if (value === undefined) throw new GraphError('PARAMETER', `the plugin '${plugin}' gave no value for $${name}`)
        checkValue(value, name)
        values[name] = value
      }
    }
    return values
  }
