import { GraphError } from '../error/graph-error.ts'
import { lex, type Token, type TokenKind } from '../grammar/lex.ts'
import { callSiteOf } from './call-site.ts'

/** Call sites remembered, each with the text it gave last. */
const mostSites = 2_000
const sites = new Map<string, string>()

const valued: ReadonlySet<TokenKind> = new Set(['text', 'number', 'name'])

const firstDifference = (a: string, b: string): number => {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}
/** The token a place is in, or that ends there: `1` and `12` differ after the `1`. */
const tokenAt = (tokens: readonly Token[], at: number): Token | undefined =>
  tokens.find((token) => token.start < at && at <= token.end && valued.has(token.kind)) ??
  tokens.find((token) => token.start === at)

/** No tokens for a text that cannot be read: the parser refuses it, and the one after it is not to blame. */
const tokensOf = (text: string): readonly Token[] => {
  try {
    return lex(text)
  } catch {
    return []
  }
}

/** True when two texts part inside a value or quoted name, as texts do that a value was put into. */
const partInValue = (a: string, b: string): boolean => {
  const at = firstDifference(a, b)
  return [a, b].every((text) => {
    const token = tokenAt(tokensOf(text), at)
    return token !== undefined && valued.has(token.kind)
  })
}

/**
 * The types refuse a template with a hole; where they were dodged, this does: one place in a program whose texts differ
 * within a literal or quoted name has put a value into text. Called only for texts not seen before, so that a literal
 * pays for it once.
 *
 * @throws GraphError USAGE naming both ways out.
 */
export const refuseInterpolated = (text: string): void => {
  const site = callSiteOf(new Error())
  if (site === undefined) return
  const before = sites.get(site)
  if (sites.size >= mostSites) sites.clear()
  sites.set(site, text)
  if (before !== undefined && before !== text && partInValue(before, text)) {
    throw new GraphError(
      'USAGE',
      'a value was put into Cypher text: this place in the program gave two texts that differ only in a value; write $name and give the value when the query runs, or use the cypher tag for dynamic text',
      { callSite: site },
    )
  }
}
