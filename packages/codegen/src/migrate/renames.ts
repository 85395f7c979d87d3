import type { ElementEntry, PropertyEntry } from '../catalog/catalog.ts'
import type { ElementWish, WantedModel } from './wanted-model.ts'

/** The label or type by its old and its new name together, as counted. */
export const entriesOf = (wish: ElementWish, entries: readonly ElementEntry[]): readonly ElementEntry[] =>
  entries.filter(({ name }) => name === wish.name || name === wish.renamedFrom)

/** A property by any of these names, in any of these entries. */
export const propertiesOf = (
  entries: readonly ElementEntry[],
  names: readonly (string | undefined)[],
): PropertyEntry[] => entries.flatMap(({ properties }) => properties.filter(({ name }) => names.includes(name)))

export const sumOf = (entries: readonly { readonly count: number }[]): number =>
  entries.reduce((sum, { count }) => sum + count, 0)

/** What things will be called: names of today to names that are wanted. */
export class Renames {
  readonly #elements: readonly ElementWish[]

  constructor({ elements }: WantedModel) {
    this.#elements = elements
  }

  target(on: ElementWish['on'], name: string): string {
    return this.#elements.find((each) => each.on === on && each.renamedFrom === name)?.name ?? name
  }

  property(on: ElementWish['on'], target: string, property: string): string {
    const wish = this.#elements.find((each) => each.on === on && (each.name === target || each.renamedFrom === target))
    return wish?.properties.find(({ renamedFrom }) => renamedFrom === property)?.name ?? property
  }
}
