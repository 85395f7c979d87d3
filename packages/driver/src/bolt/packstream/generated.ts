/**
 * A function from its source, with the values it is given by name; `undefined` where the program forbids code from
 * text (`--disallow-code-generation-from-strings`). What comes from outside stands in the source as a literal alone.
 */
export const generated = (given: Readonly<Record<string, unknown>>, source: string): unknown => {
  try {
    // oxlint-disable-next-line typescript/no-implied-eval -- it is this file's whole purpose
    return new Function(...Object.keys(given), `return ${source}`)(...Object.values(given))
  } catch (error) {
    if (error instanceof EvalError) return undefined
    throw error
  }
}

/** An object literal of these names, the members `v0`, `v1` … */
export const literalOf = (names: readonly string[]): string => {
  const members = names.map(
    (name, index) => `${name === '__proto__' ? `['__proto__']` : JSON.stringify(name)}: v${index}`,
  )
  return `{ ${members.join(', ')} }`
}
