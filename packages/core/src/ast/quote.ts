import { GraphError } from '../error/graph-error.ts'
import { remembering } from '../value/remembering.ts'
import { words } from '../value/words.ts'
import { CLAUSES, CLOSING, JOINING } from './keywords.ts'

/** Turns a name into text: as it stands where that is safe, in back-ticks otherwise. */
export type Quote = (name: string) => string

const safe = /^[A-Za-z_][A-Za-z0-9_]*$/
/** Some engines replace these before they look at quotes, so that one could close a quoted name. */
const unicodeEscape = /\\u/i

/** Words that mean something else when they stand alone, on one engine or another. */
const reserved = words(
  `${CLAUSES} ${JOINING} ${CLOSING} ADD ALL ANY BY CALL CASE CONSTRAINT DETACH DISTINCT DO DROP EXISTS FALSE FOR FOREACH INF ` +
    'INFINITY MANDATORY NAN NONE NOT NULL OF ON OPTIONAL ORDER REQUIRE SCALAR SET SINGLE TRUE UNIQUE USE YIELD',
)

const quoted = (name: string): string => {
  if (name === '' || name.includes('\0')) {
    throw new GraphError('USAGE', 'a name of a label, type, key or variable must hold a character, and no NUL')
  }
  if (unicodeEscape.test(name)) {
    throw new GraphError(
      'USAGE',
      'a name may not hold \\u: engines disagree on whether it is an escape, so it cannot be quoted',
    )
  }
  return `\`${name.replaceAll('`', '``')}\``
}

/** A `Quote` that also quotes these words, given in upper case; each remembers the names it has seen. */
export const quoteWith = (words: ReadonlySet<string>): Quote =>
  remembering(4096, (name) => {
    const upper = name.toUpperCase()
    return safe.test(name) && !reserved.has(upper) && !words.has(upper) ? name : quoted(name)
  })

/**
 * A name as it stands in a statement, in back-ticks unless it is a plain word that no engine reserves.
 *
 * @example
 * quoteName('User')         // User
 * quoteName('my label`s')   // `my label``s`
 * @throws GraphError USAGE for an empty name and for one with NUL or \u.
 */
export const quoteName: Quote = quoteWith(new Set())
