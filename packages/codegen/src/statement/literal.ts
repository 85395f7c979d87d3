/** A piece of Cypher as it stands in a source: a string literal, or a template without holes. */
export interface Literal {
  /** What the program sees. */
  readonly text: string
  /** What stands between its quotes, and where that begins in the file. */
  readonly raw: string
  readonly start: number
}

const unit =
  /\\(?:u\{(?<point>[0-9a-fA-F]+)\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|(?<joined>\r\n|[\n\r\u2028\u2029])|[^])|\r\n|[^]/gu

/** How many characters of the text a unit of the source makes. */
const lengthOf = (match: RegExpMatchArray): number => {
  const { point, joined } = match.groups ?? {}
  if (joined !== undefined) return 0
  if (point !== undefined) return Number.parseInt(point, 16) > 0xffff ? 2 : 1
  return match[0].startsWith('\\') || match[0] === '\r\n' ? 1 : match[0].length
}

/** Where a character of a literal's text stands in its file. */
export const placeInFile = ({ raw, start }: Literal, offset: number): number => {
  let seen = 0
  for (const match of raw.matchAll(unit)) {
    seen += lengthOf(match)
    if (seen > offset) return start + match.index
  }
  return start + raw.length
}
