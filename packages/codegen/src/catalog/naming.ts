/** Words of a label: `ACTED_IN`, `actedIn`, `acted in` and `ActedIn` are two words each. */
const wordsOf = (label: string): string[] =>
  label
    .replaceAll(/([\p{Ll}\p{Nd}])(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{M}\p{Nd}]+/u)
    .filter((word) => word !== '')

const capital = (word: string): string => {
  const [first = '', ...rest] = word
  const tail = rest.join('')
  // Capitals throughout are how relationship types are spelt (ACTED_IN), not part of the name.
  return first.toUpperCase() + (tail === tail.toUpperCase() ? tail.toLowerCase() : tail)
}

/** The name a label's interfaces are made from: `ACTED_IN` gives `ActedIn`, `my label` gives `MyLabel`. */
export const pascalCase = (label: string): string => {
  const name = wordsOf(label).map(capital).join('')
  if (name === '') return 'Unnamed'
  return /^\p{L}/u.test(name) ? name : `N${name}`
}

/** The name a validator is called by: `ActedIn` gives `actedIn`. */
export const camelCase = (name: string): string => {
  const [first = '', ...rest] = name
  return first.toLowerCase() + rest.join('')
}

/**
 * How generated interfaces and validators are called. In a pattern `{Name}` stands for the name that was made from the
 * label or type, `{name}` for the same with a small first letter.
 */
export interface Naming {
  /** Makes a name from a label. @defaultValue PascalCase: `ACTED_IN` gives `ActedIn` */
  readonly label?: ((label: string) => string) | undefined
  /** Makes a name from a relationship type. @defaultValue PascalCase */
  readonly relationshipType?: ((type: string) => string) | undefined
  /** The interface of a node. @defaultValue `'{Name}Node'` */
  readonly node?: string | undefined
  /** The interface of a relationship. @defaultValue `'{Name}Relationship'` */
  readonly relationship?: string | undefined
  /** The interface of the properties of either. @defaultValue `'{Name}Properties'` */
  readonly properties?: string | undefined
  /** The validator of the properties of either. @defaultValue `'{name}Schema'` */
  readonly validator?: string | undefined
}

/** What the generated code of one label or type is called. */
export interface Names {
  readonly element: string
  readonly properties: string
  readonly validator: string
}

/** What is wrong with a pattern of names, if anything is. */
export const namePatternFault = (pattern: string): string | undefined =>
  pattern !== '{name}' && /^[\p{L}_$]*\{[Nn]ame\}[\p{L}\p{Nd}_$]*$/u.test(pattern)
    ? undefined
    : 'a pattern has {Name} or {name} once, and letters, digits, _ or $ around it'

/** What a name has to be, in words. */
export const nameRule = 'a name of an interface begins with a capital and has letters, digits and _'

/** A name that interfaces and validators can be made from. */
export const isName = (name: string): boolean => /^(?!\p{Ll})\p{L}[\p{L}\p{M}\p{Nd}_]*$/u.test(name)

const filled = (pattern: string, name: string): string =>
  pattern.replace('{Name}', name).replace('{name}', camelCase(name))

/** The names made from one name by the patterns. */
export const namesOf = (name: string, kind: 'node' | 'relationship', naming: Naming = {}): Names => {
  const element = kind === 'node' ? (naming.node ?? '{Name}Node') : (naming.relationship ?? '{Name}Relationship')
  return {
    element: filled(element, name),
    properties: filled(naming.properties ?? '{Name}Properties', name),
    validator: filled(naming.validator ?? '{name}Schema', name),
  }
}
