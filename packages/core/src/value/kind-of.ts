/** Tells Motif's value classes apart, also when two copies of Motif are installed. */
const kind: unique symbol = Symbol.for('motif.value') as never

/** The classes of values that core defines. */
export type ValueKind = 'node' | 'relationship' | 'path' | 'point' | 'offset-time' | 'float'

/** Which of Motif's value classes an object is of, whatever copy of Motif made it. */
export const kindOf = (value: object): ValueKind | undefined => (value as { readonly [kind]?: ValueKind })[kind]

/** True for a value of one of Motif's classes, whatever copy of Motif made it. */
export const isOfKind = (value: unknown, kind: ValueKind): boolean =>
  typeof value === 'object' && value !== null && kindOf(value) === kind

/** Marks a class, so that `kindOf` knows its instances. */
export const brand = (made: { readonly prototype: object }, as: ValueKind): void => {
  Object.defineProperty(made.prototype, kind, { value: as })
}
