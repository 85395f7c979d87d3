/** The offset of a line and column, both counted from 1; past its end for what lies outside of the text. */
export const offsetAt = (text: string, line: number, column: number): number => {
  const before = text.split('\n').slice(0, line - 1)
  return Math.min(before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1, text.length)
}

/** The offset that a message names by line and column, as our grammar and Neo4j do. */
export const textPlace = (message: string, text: string): number | undefined => {
  const [, line, column] = /line (\d+), column (\d+)/u.exec(message) ?? []
  return line === undefined || column === undefined ? undefined : offsetAt(text, Number(line), Number(column))
}
