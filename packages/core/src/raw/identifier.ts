import { GraphError } from '../error/graph-error.ts'

/** A label, relationship type or property key that is only known at run time; always quoted when it becomes text. */
export class Identifier {
  declare readonly name: string
  constructor(name: string) {
    if (typeof name !== 'string' || name === '' || name.includes('\0')) {
      throw new GraphError(
        'USAGE',
        'a label, relationship type or property key is a text of at least one character, without NUL',
      )
    }
    this.name = name
  }
}

/** A label for the `cypher` tag: `label('A B')` makes `` `A B` ``. @throws GraphError USAGE for an empty name. */
export const label = (name: string): Identifier => new Identifier(name)

/** A relationship type for the `cypher` tag. @throws GraphError USAGE for an empty name. */
export const relationshipType = (name: string): Identifier => new Identifier(name)

/** A property key for the `cypher` tag. @throws GraphError USAGE for an empty name. */
export const propertyKey = (name: string): Identifier => new Identifier(name)
