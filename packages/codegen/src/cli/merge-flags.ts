import { GraphError } from '@motif/core'

/** Reads `--merge-by User.id --merge-by Seat.row,number`. Throws USAGE for what is not so written. */
export const mergeByOf = (
  words: readonly string[] | undefined,
): Readonly<Record<string, readonly string[]>> | undefined => {
  if (words === undefined) return undefined
  const entries = words.map((word): [string, string[]] => {
    const [, label, keys] = /^(.+)\.([^.]+)$/.exec(word) ?? []
    if (label === undefined || keys === undefined)
      throw new GraphError('USAGE', `--merge-by takes a label and its key, as in User.id, not '${word}'`)
    return [label, keys.split(',')]
  })
  return Object.fromEntries(entries)
}
