/** The named parameters anywhere in a tree, in the order they are written; one met twice is named twice. */
export const parametersIn = (tree: unknown): readonly string[] => {
  if (typeof tree !== 'object' || tree === null) return []
  const { kind, name, parameters } = tree as { kind?: string; name?: string; parameters?: readonly string[] }
  if (kind === 'parameter') return [name as string] // what a parameter is
  if (kind === 'value') return []
  // Text that is not understood says itself what it asks for.
  return parameters ?? Object.values(tree).flatMap(parametersIn)
}
