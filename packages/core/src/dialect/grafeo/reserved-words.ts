import type { RewriteContext } from '../../compile/rewrite-context.ts'

const words: ReadonlySet<string> = new Set(
  (
    'AND AS CASE CREATE DELETE DETACH DISTINCT ELSE FALSE IN IS MATCH MERGE NOT NULL OPTIONAL OR REMOVE RETURN SET THEN TRUE ' +
    'UNION UNWIND WHEN WHERE WITH XOR INF NAN'
  ).split(' '),
)

/** Words the engine takes for numbers; the others no dialect can take bare. */
export const reservedWords: ReadonlySet<string> = new Set(['INF', 'NAN'])

/** Whether one of these names has to be written anew, in back-ticks. */
export const needsQuotes = (names: readonly string[], context: RewriteContext): boolean => {
  let found = false
  for (const name of names) {
    if (name.includes('`'))
      context.refuse('backtick-names', 'names with a back-tick in them', 'rename the label, type or key')
    found ||= words.has(name.toUpperCase()) || /^\d/.test(name)
  }
  return found
}
