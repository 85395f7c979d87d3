import type { TypeWord } from '../catalog/type-word.ts'
import { wordsOfTypes } from './neo4j-types.ts'

/** The types that a constraint allows. */
export interface DeclaredTypes {
  readonly types: readonly TypeWord[]
  /** Of the elements of its lists. */
  readonly elements: readonly TypeWord[]
}

const wordOf = (type: string): TypeWord => wordsOfTypes.get(type.replace(/ NOT NULL$/, '')) ?? 'other'

/**
 * Reads a type as Neo4j writes it in SHOW CONSTRAINTS.
 *
 * @example
 * declaredTypes('INTEGER | LIST<STRING NOT NULL>')   // { types: ['integer', 'list'], elements: ['string'] }
 */
export const declaredTypes = (text: string): DeclaredTypes => {
  // Lists hold no lists, so each bracket is closed before the next is opened.
  const parts = text.match(/LIST<[^>]*>|[^|<>]+(?:<[^>]*>)?/g) ?? []
  const types = new Set<TypeWord>()
  const elements = new Set<TypeWord>()
  for (const part of parts.map((each) => each.trim()).filter((each) => each !== '' && each !== 'NOT NULL')) {
    const element = /^LIST<(.*)>$/.exec(part)?.[1]
    types.add(element === undefined ? wordOf(part) : 'list')
    if (element !== undefined) for (const each of element.split('|')) elements.add(wordOf(each.trim()))
  }
  return { types: [...types], elements: [...elements] }
}
