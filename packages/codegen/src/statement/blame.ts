import type { Blamed, Problem } from './fault.ts'
import { offsetOf } from './fault.ts'
import type { Found } from './found.ts'
import type { Literal } from './literal.ts'

const literalsOf = (found: Found): readonly Literal[] =>
  found.kind === 'chain' ? found.steps.flatMap(({ texts }) => texts) : [found.literal]

/** Where a place in what was sent stands in what the user wrote. */
const placeIn = (literal: Literal, sent: string, offset: number): number | undefined => {
  const body = literal.text.trim()
  const from = sent.indexOf(body)
  if (body === '' || from === -1 || offset < from || offset > from + body.length) return undefined
  return offset - from + literal.text.indexOf(body)
}

/** The text that a problem of what was sent is about, of those that it was made of. */
export const blame = (
  found: Found,
  sent: string,
  { problem, offset, severity }: Problem,
  from: Blamed['from'],
): readonly Blamed[] => {
  const literals = literalsOf(found)
  const { file } = found
  if (offset !== undefined) {
    for (const literal of literals) {
      const place = placeIn(literal, sent, offset)
      if (place !== undefined) return [{ file, literal, from, problem: { problem, offset: place, severity } }]
    }
  }
  // What the engine speaks of may be written otherwise than it was sent: the first text that has its words.
  const literal = literals.find(({ text }) => offsetOf(text, { problem, severity }) > 0) ?? literals[0]
  return literal === undefined ? [] : [{ file, literal, from, problem: { problem, severity } }]
}
