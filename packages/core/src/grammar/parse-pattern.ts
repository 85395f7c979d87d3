import type { Pattern } from '../ast/pattern.ts'
import { parsed } from './parse-cache.ts'
import { readPatterns } from './pattern.ts'
import { readText } from './read-text.ts'

/**
 * The paths of a pattern text, frozen; the same text gives the identical object. Throws SYNTAX.
 *
 * @example
 * parsePattern('(u:User)-[:WROTE]->(p)') // [{ elements: [node u, relationship WROTE, node p], … }]
 */
export const parsePattern = (text: string): readonly Pattern[] =>
  parsed.get('pattern', text, () => readText(text, readPatterns, "expected -[:TYPE]->, ',' or the end"))
