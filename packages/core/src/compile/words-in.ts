/** All words of all texts in a tree, its names among them; it may be deeper than can be gone down by calls. */
export const wordsIn = (tree: unknown): Set<string> => {
  const found = new Set<string>()
  const left: unknown[] = [tree]
  while (left.length > 0) {
    const part = left.pop()
    if (typeof part === 'string') for (const word of part.split(/\W+/)) found.add(word)
    else if (typeof part === 'object' && part !== null && (part as { readonly kind?: unknown }).kind !== 'value')
      // Neither the kind of a part is a text of it, nor are the values that opaque text brings.
      for (const [key, inner] of Object.entries(part)) if (key !== 'kind' && key !== 'values') left.push(inner)
  }
  return found
}
