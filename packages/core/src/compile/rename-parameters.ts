/** Texts, quoted names, comments, and `$name` outside of them. */
const tokens =
  /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:``|[^`])*`|\/\/[^\n]*|\/\*[^]*?\*\/|\$(?:`((?:``|[^`])+)`|([\p{ID_Start}_][\p{ID_Continue}]*|\d+))/gu

/** Opaque text with some of its parameters under other names; texts, quoted names and comments are left alone. */
export const renameParameters = (source: string, renamed: ReadonlyMap<string, string>): string =>
  source.replace(tokens, (whole: string, quoted?: string, plain?: string) => {
    const name = renamed.get(plain ?? quoted?.replaceAll('``', '`') ?? '')
    return name === undefined ? whole : `$${name}`
  })
