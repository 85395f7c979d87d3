import type { Pattern } from '../ast/pattern.ts'

/** The names of what a path goes through, those in its groups among them. */
export const elementNames = (elements: Pattern['elements']): readonly string[] =>
  elements.flatMap((each) => (each.kind === 'group' ? elementNames(each.pattern.elements) : (each.variable ?? [])))
