import type { Literal } from './literal.ts'

/** What speaks against a text, and where in it. */
export interface Problem {
  readonly problem: string
  /** Counted from 0; absent where nobody says. */
  readonly offset?: number | undefined
  readonly severity: 'error' | 'warning'
}

/** A problem at its place in the user's sources. */
export interface StatementFault {
  readonly file: string
  /** Both counted from 1, of the character in question. */
  readonly line: number
  readonly column: number
  readonly problem: string
  /** Who says so: Motif's grammar, the types, or the graph when asked for a plan. */
  readonly from: 'grammar' | 'types' | 'graph'
  readonly severity: 'error' | 'warning'
  /** The text, and where in it. */
  readonly text: string
  readonly offset: number
}

/** A problem of one literal of a file. */
export interface Blamed {
  readonly file: string
  readonly literal: Literal
  readonly from: StatementFault['from']
  readonly problem: Problem
}

/** Where a word that a message quotes stands in the text: what an engine that tells no place most often means. */
const quotedWord = (text: string, problem: string): number => {
  for (const [, word = ''] of problem.matchAll(/['`"]([\p{L}_][\p{L}\p{Nd}_.]*)['`"]/gu)) {
    const escaped = word.replaceAll('.', '\\.')
    const found = new RegExp(`(?<![\\p{L}\\p{Nd}_$])${escaped}(?![\\p{L}\\p{Nd}_])`, 'u').exec(text)
    if (found !== null) return found.index
  }
  return 0
}

/** The offset a problem points at. */
export const offsetOf = (text: string, { problem, offset }: Problem): number =>
  Math.min(offset ?? quotedWord(text, problem), text.length)
