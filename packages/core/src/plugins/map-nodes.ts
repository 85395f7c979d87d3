import type { NodePattern, Pattern } from '../ast/pattern.ts'

/** The pattern with its nodes changed, without its text if one was. */
export const mapNodes = (pattern: Pattern, change: (node: NodePattern) => NodePattern): Pattern => {
  const elements = pattern.elements.map((each) => (each.kind === 'node' ? change(each) : each))
  if (elements.every((each, at) => each === pattern.elements[at])) return pattern
  const { source: _, ...rest } = pattern
  return { ...rest, elements }
}
