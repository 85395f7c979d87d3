/** Helpers of the tests in this folder, for trees and errors. */

/** Every object in a tree, the tree itself first. */
const objectsIn = (tree: unknown): object[] => {
  const found: object[] = []
  const left: unknown[] = [tree]
  while (left.length > 0) {
    const next = left.pop()
    if (typeof next !== 'object' || next === null) continue
    found.push(next)
    left.push(...Object.values(next))
  }
  return found
}

/** The kinds of all nodes of a tree. */
export const kindsIn = (tree: unknown): string[] =>
  objectsIn(tree).flatMap((node) => ('kind' in node && typeof node.kind === 'string' ? [node.kind] : []))

export const isDeeplyFrozen = (tree: unknown): boolean => objectsIn(tree).every((node) => Object.isFrozen(node))

/** A tree without its source texts, so that its form can be compared. */
export const bare = (tree: unknown): unknown => {
  if (Array.isArray(tree)) return tree.map(bare)
  if (typeof tree !== 'object' || tree === null) return tree
  const opaque = 'kind' in tree && tree.kind === 'opaque'
  const kept = Object.entries(tree).filter(([key, value]) => value !== undefined && (opaque || key !== 'source'))
  return Object.fromEntries(kept.map(([key, value]) => [key, bare(value)]))
}

/** What a call throws; undefined if it does not. */
export const problemOf = (call: () => unknown): unknown => {
  try {
    call()
  } catch (error) {
    return error
  }
  return undefined
}

/** The first line of a refusal. */
export const refusal = (call: () => unknown): string => {
  const problem = problemOf(call)
  return problem instanceof Error ? (problem.message.split('\n')[0] ?? '') : `not refused: ${JSON.stringify(problem)}`
}
