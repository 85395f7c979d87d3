/** Texts, quoted names, comments, and `$name` outside of them. */
const tokens =
  /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:``|[^`])*`|\/\/[^\n]*|\/\*[^]*?\*\/|\$(?:`((?:``|[^`])+)`|([\p{ID_Start}_][\p{ID_Continue}]*|\d+))/gu

const nameOf = (quoted: string | undefined, plain: string | undefined): string | undefined =>
  plain ?? quoted?.replaceAll('``', '`')

/** Opaque text with some of its parameters under other names; texts, quoted names and comments are left alone. */
export const renameParameters = (source: string, renamed: ReadonlyMap<string, string>): string =>
  source.replace(tokens, (whole: string, quoted?: string, plain?: string) => {
    const name = renamed.get(nameOf(quoted, plain) ?? '')
    return name === undefined ? whole : `$${name}`
  })

/** The names of the parameters that opaque text asks for, in the order they first stand in it. */
export const parametersIn = (source: string): readonly string[] => {
  const names = new Set<string>()
  for (const match of source.matchAll(tokens)) {
    const name = nameOf(match[1], match[2])
    if (name !== undefined) names.add(name)
  }
  return [...names]
}
