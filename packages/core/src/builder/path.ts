import type { Expression, MapEntry } from '../ast/expression.ts'
import type { LabelExpression, NodePattern, Pattern, Quantifier, RelationshipPattern } from '../ast/pattern.ts'
import { GraphError } from '../error/graph-error.ts'
import { names } from '../expression/names.ts'
import { treeIn, treeOf } from '../expression/operation.ts'
import { pattern } from '../pattern/path-pattern.ts'
import { Identifier } from '../raw/identifier.ts'

type Element = Pattern['elements'][number]
type Selector = NonNullable<Pattern['selector']>

const labelsOf = (given: unknown): LabelExpression | undefined => {
  if (given === undefined) return undefined
  if (Array.isArray(given))
    return { kind: 'any-of', of: given.map((each: unknown) => labelsOf(each) as LabelExpression) }
  const of = treeIn(given)
  if (of !== undefined) return { kind: 'dynamic', all: true, of }
  return { kind: 'label', name: given instanceof Identifier ? given.name : String(given) }
}

const valueOf = (key: string, value: unknown): Expression => {
  if (value !== undefined && value !== null) return treeOf(value, key)
  throw new GraphError(
    'USAGE',
    `property '${key}' of a pattern is ${value}: such a pattern matches nothing; leave the key out`,
  )
}

const propertiesOf = (properties: object | undefined): Expression | undefined => {
  if (properties === undefined) return undefined
  const entries: MapEntry[] = Object.entries(properties).map(([key, value]) => ({ key, value: valueOf(key, value) }))
  return { kind: 'map', entries }
}

const nodePattern = (variable: string, label: unknown, properties: object | undefined): NodePattern => ({
  kind: 'node',
  variable,
  labels: labelsOf(label),
  properties: propertiesOf(properties),
  where: undefined,
})

/** A bound stands in the text, so it must be what its type says. */
const bound = (value: number): number => {
  if (Number.isSafeInteger(value) && value >= 0) return value
  throw new GraphError('USAGE', 'how often a part of a pattern is walked is a whole number, 0 or more')
}
const quantifier = (least: number, most?: number): Quantifier => ({
  min: bound(least),
  max: most === undefined ? undefined : bound(most),
})

class Path {
  readonly #whole: Pattern
  constructor(whole: Pattern) {
    this.#whole = whole
  }
  get [pattern](): Pattern {
    return this.#whole
  }
  #put(fields: Partial<Pattern>): Path {
    return new Path({ ...this.#whole, ...fields })
  }
  #with(element: Element): Path {
    return this.#put({ elements: [...this.#whole.elements, element] })
  }
  #last(change: (last: Element) => Element): Path {
    const { elements } = this.#whole
    return this.#put({ elements: elements.map((each, at) => (at === elements.length - 1 ? change(each) : each)) })
  }
  #step(direction: RelationshipPattern['direction'], [type, variable, properties]: readonly unknown[]): Path {
    return this.#with({
      kind: 'relationship',
      variable: variable as string | undefined, // what its type says
      types: labelsOf(type),
      direction,
      length: undefined,
      properties: propertiesOf(properties as object | undefined),
      where: undefined,
    })
  }
  out(...given: readonly unknown[]): Path {
    return this.#step('out', given)
  }
  in(...given: readonly unknown[]): Path {
    return this.#step('in', given)
  }
  both(...given: readonly unknown[]): Path {
    return this.#step('both', given)
  }
  to(as: string, label?: unknown, properties?: object): Path {
    return this.#with(nodePattern(as, label, properties))
  }
  where(condition: (names: object) => unknown): Path {
    const right = treeOf(condition(names), 'where()')
    return this.#last((last) => ({
      ...last,
      where: last.where === undefined ? right : { kind: 'binary', operator: 'AND', left: last.where, right },
    }))
  }
  times(...given: [number, number?]): Path {
    return this.#last((last) => ({ ...last, quantifier: quantifier(...given) }) as Element) // a relationship, by its type
  }
  length(...given: [number, number?]): Path {
    return this.#last((last) => ({ ...last, length: quantifier(...given) }) as Element) // as above
  }
  repeat(part: Path, ...given: [number, number?]): Path {
    return this.#with({ kind: 'group', pattern: part[pattern], where: undefined, quantifier: quantifier(...given) })
  }
  as(variable: string): Path {
    return this.#put({ variable })
  }
  #select(kind: Selector['kind'], count?: number, groups?: boolean): Path {
    const value = count === undefined ? undefined : bound(count)
    return this.#put({
      selector: { kind, count: value === undefined ? undefined : { kind: 'literal', value }, groups },
    })
  }
  shortest(count = 1): Path {
    return this.#select('shortest', count)
  }
  shortestGroups(count: number): Path {
    return this.#select('shortest', count, true)
  }
  allShortest(): Path {
    return this.#select('all shortest')
  }
  any(count?: number): Path {
    return this.#select('any', count)
  }
  shortestPath(): Path {
    return this.#put({ search: 'shortestPath' })
  }
  allShortestPaths(): Path {
    return this.#put({ search: 'allShortestPaths' })
  }
}

/**
 * Begins a pattern that is put together at run time.
 *
 * @example
 * db.match(db.node('u', 'User', { id: $('id') }).out('FOLLOWS', 'f').to('p', 'User'))
 * // MATCH (u:User {id: $id})-[f:FOLLOWS]->(p:User)
 */
export const startNode = (as: string, label?: unknown, properties?: object): Path =>
  new Path({ variable: undefined, search: undefined, elements: [nodePattern(as, label, properties)] })
