import { call } from '../call.ts'
import { type CypherFunction, cypherFunction } from '../cypher-function.ts'
import type { Operand } from '../operand.ts'
import type { Argument, NullIn, ParamsIn } from '../value.ts'
import { word } from './word.ts'

type Text = CypherFunction<[text: string], string>
type Trim = CypherFunction<[text: string, characters?: string], string>

/** In small letters: `toLower(u.name)`. */
export const toLower: Text = /* @__PURE__ */ cypherFunction('toLower')
/** In capitals: `toUpper(u.name)`. */
export const toUpper: Text = /* @__PURE__ */ cypherFunction('toUpper')
/** In small letters, by its name in GQL: `lower(u.name)`. */
export const lower: Text = /* @__PURE__ */ cypherFunction('lower')
/** In capitals, by its name in GQL: `upper(u.name)`. */
export const upper: Text = /* @__PURE__ */ cypherFunction('upper')
/** Without blanks at its ends: `trim(u.name)`; `btrim` takes other characters off. */
export const trim: Text = /* @__PURE__ */ cypherFunction('trim')
/** Without blanks, or these characters, at both ends: `btrim(u.name, '-')` makes `btrim(u.name, $p1)`. */
export const btrim: Trim = /* @__PURE__ */ cypherFunction('btrim')
/** Without blanks, or these characters, at its start: `ltrim(u.name)`. */
export const ltrim: Trim = /* @__PURE__ */ cypherFunction('ltrim')
/** Without blanks, or these characters, at its end: `rtrim(u.name)`. */
export const rtrim: Trim = /* @__PURE__ */ cypherFunction('rtrim')
/** With another text in place of one: `replace(u.name, 'a', 'b')` makes `replace(u.name, $p1, $p2)`; a limit is Cypher 25. */
export const replace: CypherFunction<[text: string, search: string, replacement: string, limit?: number], string> =
  /* @__PURE__ */ cypherFunction('replace')
/** Cut at a separator, or at any of several: `split(u.name, ' ')` makes `split(u.name, $p1)`. */
export const split: CypherFunction<[text: string, separator: string | readonly string[]], string[]> =
  /* @__PURE__ */ cypherFunction('split')
/** A part, from a place counted from 0: `substring(u.name, 0, 3)` makes `substring(u.name, $p1, $p2)`. */
export const substring: CypherFunction<[text: string, start: number, length?: number], string> =
  /* @__PURE__ */ cypherFunction('substring')
/** The first characters: `left(u.name, 3)` makes `left(u.name, $p1)`. */
export const left: CypherFunction<[text: string, length: number], string> = /* @__PURE__ */ cypherFunction('left')
/** The last characters: `right(u.name, 3)` makes `right(u.name, $p1)`. */
export const right: CypherFunction<[text: string, length: number], string> = /* @__PURE__ */ cypherFunction('right')
/** How many characters a text has: `char_length(u.name)`. */
export const charLength: CypherFunction<[text: string], number> = /* @__PURE__ */ cypherFunction('char_length')
/** The same by its longer name: `character_length(u.name)`. */
export const characterLength: CypherFunction<[text: string], number> =
  /* @__PURE__ */ cypherFunction('character_length')

/** In a normal form of Unicode, NFC unless another is named: `normalize(u.name, 'NFKC')` makes `normalize(u.name, NFKC)`. */
export const normalize = <const A extends Argument<string>>(
  text: A,
  form?: 'NFC' | 'NFD' | 'NFKC' | 'NFKD',
): Operand<string | NullIn<A>, ParamsIn<A, string> & {}> =>
  (form === undefined ? call('normalize', text) : call('normalize', text, word(form))) as never

interface Strings {
  /** Texts joined, with another between them: `string.join(u.tags, ', ')` makes `string.join(u.tags, $p1)`. */
  readonly join: CypherFunction<[texts: readonly string[], separator: string], string>
  /** Where a text begins in another, -1 where it does not: `string.indexOf(u.name, $p1)`. */
  readonly indexOf: CypherFunction<[text: string, part: string], number>
  /** With another text in place of what a regular expression finds: `string.regexReplace(u.name, $p1, $p2)`. */
  readonly regexReplace: CypherFunction<[text: string, pattern: string, replacement: string], string>
}
/** The functions of Cypher 25 whose names begin with `string.`. */
export const string: Strings = /* @__PURE__ */ (() => ({
  join: cypherFunction('string.join'),
  indexOf: cypherFunction('string.indexOf'),
  regexReplace: cypherFunction('string.regexReplace'),
}))() as Strings
