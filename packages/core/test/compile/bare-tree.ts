/** A tree without the text it was parsed from and without parentheses as written: what it means, for comparison. */
export const bareTree = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(bareTree)
  if (typeof node !== 'object' || node === null) return node
  const fields = node as Record<string, unknown>
  if (fields['kind'] === 'parenthesised') return bareTree(fields['inner'])
  const opaque = fields['kind'] === 'opaque' || fields['kind'] === 'prefix' || fields['kind'] === 'schema-command'
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([key, value]) => value !== undefined && (key !== 'source' || opaque))
      .map(([key, value]) => [key, bareTree(value)]),
  )
}

/** A tree without its texts, so that all of it has to be printed. */
export const withoutSource = <T>(node: T): T => {
  if (Array.isArray(node)) return node.map(withoutSource) as T // the same kind of list
  if (typeof node !== 'object' || node === null) return node
  const kind = (node as { kind?: unknown }).kind
  const opaque = kind === 'opaque' || kind === 'prefix' || kind === 'schema-command'
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => key !== 'source' || opaque)
      .map(([key, value]) => [key, withoutSource(value)]),
  ) as T // all of its fields but the optional text
}
