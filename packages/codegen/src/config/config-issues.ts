import type * as z from 'zod'

/** The line of a key in a config's text, found by looking for its parents first; undefined when it is written otherwise. */
const lineOf = (text: string, path: readonly PropertyKey[]): number | undefined => {
  let at = 0
  for (const key of path) {
    const escaped = String(key).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    const found = new RegExp(`(?<![\\p{L}\\p{Nd}_$])${escaped}['"]?\\s*:`, 'u').exec(text.slice(at))
    if (found === null) return undefined
    at += found.index
  }
  return text.slice(0, at).split('\n').length
}

/** The issue that says most: of a union, that of the member that came furthest. */
const closest = (issue: z.core.$ZodIssue): z.core.$ZodIssue => {
  if (issue.code !== 'invalid_union') return issue
  const deeper = issue.errors
    .flat()
    .filter((each) => each.path.length > 0 || each.code === 'custom' || each.code === 'unrecognized_keys')
  const [best] = deeper
  return best === undefined ? issue : { ...closest(best), path: [...issue.path, ...best.path] }
}

/** What is wrong with a config, a line an issue: `line 4: overrides.nodes.User: unknown key "propertie"`. */
export const configIssues = (error: z.ZodError, text: string): readonly string[] =>
  error.issues.map(closest).map((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : []
    const path = unknown.length > 0 ? [...issue.path, ...unknown.slice(0, 1)] : issue.path
    const line = path.length === 0 ? undefined : lineOf(text, path)
    const place = path.length === 0 ? '' : `${path.map(String).join('.')}: `
    return `${line === undefined ? '' : `line ${line}: `}${place}${unknown.length > 0 ? 'there is no such key' : issue.message}`
  })
