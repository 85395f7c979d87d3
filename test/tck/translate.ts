import type { CompiledQuery, Dialect } from '@motif/core'
import { allPrinters } from '../../packages/core/src/compile/all-printers.ts'
import { bind } from '../../packages/core/src/compile/bind.ts'
import { compile } from '../../packages/core/src/compile/compile.ts'
import { parseStatement } from '../../packages/core/src/grammar/parse-statement.ts'
import { withoutSources } from './without-sources.ts'

// The public door takes each text for a literal of the program: it refuses texts that differ in a value alone, and a
// DELETE of all there is. Here texts are data, so that the road is entered behind the door.

/** As it is written where the dialect changes nothing, or printed anew from its tree. */
export const ways = ['written', 'printed'] as const
export type Way = (typeof ways)[number]

/** A text with what it is sent with. */
export interface Translated {
  readonly compiled: CompiledQuery
  readonly params: Readonly<Record<string, unknown>>
}

/**
 * A text through Motif's grammar, its tree and a dialect.
 *
 * Throws SYNTAX for what the grammar does not know, UNSUPPORTED_FEATURE for what the dialect refuses.
 */
export const translate = (
  text: string,
  way: Way,
  { dialect, params }: { readonly dialect: Dialect; readonly params: Readonly<Record<string, unknown>> },
): Translated => {
  const clauses = parseStatement(text)
  const printing = { printers: allPrinters, ...dialect }
  const compiled =
    way === 'written'
      ? compile(clauses, { dialect, source: text, allowUnfiltered: true })
      : compile(withoutSources(clauses), { dialect: printing, allowUnfiltered: true })
  return { compiled, params: bind(compiled, params) }
}
