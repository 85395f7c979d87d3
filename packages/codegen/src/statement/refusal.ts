import type { ts } from 'ts-morph'
import type { Problem } from './fault.ts'

/** The texts among the types that a parameter takes: a message, or what could stand in place of the text. */
const textsOf = (type: ts.Type): readonly string[] =>
  type.isUnion() ? type.types.flatMap(textsOf) : type.isStringLiteral() ? [type.value] : []

const firstDifference = (a: string, b: string): number => {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}

const word = /[\p{L}\p{Nd}_]/u

/** Where the word begins that a place is in. */
const wordAt = (text: string, at: number): number => {
  let start = at
  while (start > 0 && word.test(text[start - 1] ?? '')) start--
  return start
}

const mostNamed = 5

/** What could stand at a place, out of whole texts that differ there. */
const namedAt = (options: readonly string[], start: number): string => {
  const names = options.map((option) => /^[\p{L}\p{Nd}_.]+/u.exec(option.slice(start))?.[0] ?? '').filter(Boolean)
  const more = names.length - mostNamed
  return `${names.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** What the types say of a text that they refuse. */
export const refusalOf = (checker: ts.TypeChecker, call: ts.CallExpression, text: string): Problem | undefined => {
  const parameter = checker.getResolvedSignature(call)?.parameters[0]
  if (parameter === undefined) return undefined
  const texts = textsOf(checker.getTypeOfSymbolAtLocation(parameter, call))
  const message = texts.find((each) => each.startsWith('✖ '))
  if (message !== undefined) {
    const [problem = '', clause = ''] = message.slice(2).split(/ {3}in /u)
    const from = text.indexOf(clause.slice(clause.indexOf(' ') + 1))
    return { problem, offset: from >= 0 ? placeIn(text, from, problem) : undefined, severity: 'error' }
  }
  if (texts.length === 0) return { problem: 'the types refuse it', severity: 'error' }
  const start = wordAt(text, Math.min(...texts.map((each) => firstDifference(each, text))))
  const here = /^[\p{L}\p{Nd}_]*/u.exec(text.slice(start))?.[0] ?? ''
  return {
    problem: `'${here}' does not fit here; there are ${namedAt(texts, start)}`,
    offset: start,
    severity: 'error',
  }
}

/** The first word that the message quotes, in the clause that it names. */
const placeIn = (text: string, from: number, problem: string): number => {
  const quoted = /'([^']+)'/u.exec(problem)?.[1]
  const found = quoted === undefined ? -1 : text.indexOf(quoted, from)
  return found === -1 ? from : found
}
