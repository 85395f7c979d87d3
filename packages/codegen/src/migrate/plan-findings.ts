import type { Catalog, ElementEntry } from '../catalog/catalog.ts'
import { parseSpec } from '../catalog/spec.ts'
import type { TypeCounts, TypeWord } from '../catalog/type-word.ts'
import { counted } from '../catalog/words.ts'
import { wordsOf } from './declared-type.ts'
import { entriesOf, propertiesOf, sumOf } from './renames.ts'
import type { ElementWish, PropertyWish, WantedModel } from './wanted-model.ts'

const strangers = (counts: TypeCounts | undefined, allowed: ReadonlySet<TypeWord>): readonly TypeWord[] =>
  Object.entries(counts ?? {}).flatMap(([word, count]) => {
    const known = word as TypeWord // the keys of counts are words
    return count === 0 || known === 'null' || allowed.has(known) ? [] : [known]
  })

const propertyFindings = (wish: ElementWish, property: PropertyWish, all: readonly ElementEntry[]): string[] => {
  const { name, renamedFrom, type, value, cypher } = property
  if (type === undefined) return []
  const found = propertiesOf(all, [name, renamedFrom])
  const words = wordsOf(type)
  const others = found.flatMap(({ types, elements }) =>
    words === undefined ? [] : [...strangers(types, words.types), ...strangers(elements, words.elements)],
  )
  const lacking = sumOf(all) - sumOf(found)
  const filled = value !== undefined || cypher !== undefined
  return [
    ...(others.length === 0
      ? []
      : [`${wish.name}.${name} should be ${type}; some hold ${[...new Set(others)].join(', ')}`]),
    ...(lacking <= 0 || filled || parseSpec(type).nullable
      ? []
      : [
          `${wish.name}.${name} should be ${type}; ${counted(lacking, wish.on)} ${lacking === 1 ? 'lacks' : 'lack'} it`,
        ]),
  ]
}

/** Where values are not of the type they should be, or are missing: no step can tell what they should become. */
export const findingsOf = ({ elements }: WantedModel, catalog: Catalog): readonly string[] =>
  elements.flatMap((wish) => {
    const all = entriesOf(wish, wish.on === 'node' ? catalog.labels : catalog.relationships)
    return wish.properties.flatMap((property) => propertyFindings(wish, property, all))
  })
