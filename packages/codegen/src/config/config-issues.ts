import type * as z from 'zod'

/** Literals and comments, in which brackets and commas are only text. */
const inert = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\/[^\n]*|\/\*[^]*?\*\//g

/** Where the element of a list begins, the list being the first after `from`; undefined when it is written otherwise. */
const elementAt = (text: string, from: number, index: number): number | undefined => {
  // A literal is an element like another, a comment is none.
  const bare = text.replaceAll(inert, (part) => (part.startsWith('/') ? ' ' : '_').repeat(part.length))
  const open = bare.indexOf('[', from)
  let depth = 0
  let commas = 0
  for (let at = open; at >= 0 && at < bare.length; at++) {
    const sign = bare[at] ?? ''
    if (depth === 1 && commas === index && at > open && /[^\s,]/.test(sign)) return at
    if ('[{('.includes(sign)) depth++
    else if (']})'.includes(sign)) depth--
    else if (sign === ',' && depth === 1) commas++
    if (depth === 0) return undefined
  }
  return undefined
}

/** The text with blanks for its comments, in which keys are only proposed. */
const withoutComments = (text: string): string =>
  text.replaceAll(inert, (part) => (part.startsWith('/') ? part.replaceAll(/[^\n]/g, ' ') : part))

/** Where a key stands in a text, after `from`. */
const keyAt = (text: string, from: number, key: string): number | undefined => {
  const escaped = key.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const found = new RegExp(`(?<![\\p{L}\\p{Nd}_$])${escaped}['"]?\\s*:`, 'u').exec(text.slice(from))
  return found === null ? undefined : from + found.index
}

/**
 * The line of a key in a config's text, found by looking for its parents first; that of its parent when it is the key
 * that is missing, undefined when it is written otherwise.
 */
const lineOf = (text: string, path: readonly PropertyKey[]): number | undefined => {
  let at = 0
  for (const [depth, key] of path.entries()) {
    const found = typeof key === 'number' ? elementAt(text, at, key) : keyAt(text, at, String(key))
    if (found === undefined && (depth === 0 || depth < path.length - 1)) return undefined
    at = found ?? at
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
export const configIssues = (error: z.ZodError, written: string): readonly string[] => {
  const text = withoutComments(written)
  return error.issues.map(closest).map((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : []
    const path = unknown.length > 0 ? [...issue.path, ...unknown.slice(0, 1)] : issue.path
    const line = path.length === 0 ? undefined : lineOf(text, path)
    const place = path.length === 0 ? '' : `${path.map(String).join('.')}: `
    return `${line === undefined ? '' : `line ${line}: `}${place}${unknown.length > 0 ? 'there is no such key' : issue.message}`
  })
}
