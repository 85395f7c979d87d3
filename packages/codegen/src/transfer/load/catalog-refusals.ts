import type { Catalog, ElementEntry, PropertyEntry } from '../../catalog/catalog.ts'
import { type TypeWord, typeWords } from '../../catalog/type-word.ts'
import { counted } from '../../catalog/words.ts'
import type { Writing } from './writing.ts'

/** Words of types that an engine has no place for, and whether its lists are of one kind. */
interface Lacks {
  readonly values: readonly TypeWord[]
  readonly elements: readonly TypeWord[]
  readonly uniform: boolean
}

const lacks: Readonly<Record<string, Lacks>> = {
  grafeo: { values: ['point'], elements: ['point'], uniform: false },
  neo4j: { values: ['map'], elements: ['map', 'list', 'null', 'bytes'], uniform: true },
}

const kindsOf = (words: readonly TypeWord[]): number =>
  new Set(words.map((word) => (word === 'bigint' ? 'integer' : word))).size

const refusalOf = ({ types, elements = {} }: PropertyEntry, { values, elements: inside, uniform }: Lacks) => {
  const value = values.find((word) => types[word] !== undefined)
  if (value !== undefined) return counted(types[value] ?? 0, value)
  const element = inside.find((word) => elements[word] !== undefined)
  if (element !== undefined) return `lists that hold a ${element}`
  // Several kinds of lists under one name are no fault; within one list only its values tell, which are looked at too.
  const kinds = typeWords.filter((word) => elements[word] !== undefined)
  return uniform && types.list === 1 && kindsOf(kinds) > 1 ? 'a list of several kinds' : undefined
}

/** What of a graph an engine cannot keep, by what the census says: `Place.at (12 points)`. */
export const catalogRefusals = ({ labels, relationships }: Catalog, writing: Writing): readonly string[] => {
  const known = lacks[writing.engine]
  if (known === undefined) return []
  const of = ({ name, properties }: ElementEntry): string[] =>
    properties.flatMap((property) => {
      const why = writing.isTaken(property.name) ? 'its name' : refusalOf(property, known)
      return why === undefined ? [] : [`${name}.${property.name} (${why})`]
    })
  const all = [...labels, ...relationships]
  const unwritten = all.filter(({ name }) => writing.quoted(name) === undefined)
  return [...unwritten.map(({ name }) => `${JSON.stringify(name)} (its name)`), ...all.flatMap(of)]
}
