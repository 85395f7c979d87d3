import type { TypeWord } from '../../catalog/type-word.ts'

/**
 * What an engine said of one value: its type in a word (a localdatetime's with its text, which a client may cut), of a
 * list one for each element, of a map one for each key.
 */
export type Told = string | readonly Told[] | readonly (readonly [key: string, told: Told])[]

/** What is known of all values of a property: what its texts and its numbers are, also those in its lists. */
export interface Settled {
  readonly text: TypeWord | undefined
  readonly isFloat: boolean
  readonly elementText: TypeWord | undefined
  readonly areFloats: boolean
}
