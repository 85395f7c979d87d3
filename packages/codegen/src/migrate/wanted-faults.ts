import { declaredType } from './declared-type.ts'
import { wantedModel } from './wanted-model.ts'
import type { WantedElement, WantedGraph } from './wanted.ts'

/** What is wrong with a wanted schema beyond its form, and where. */
export interface WantedFault {
  readonly path: readonly (string | number)[]
  readonly message: string
}

type At = readonly (string | number)[]

const listed = (names: string | readonly string[]): readonly string[] => (typeof names === 'string' ? [names] : names)

/** Names that an element's constraints and indexes use, with their place. */
const uses = (element: WantedElement): readonly (readonly [At, readonly string[]])[] => [
  ...(element.key === undefined ? [] : [[['key'], listed(element.key)] as const]),
  ...(['unique', 'exists', 'typed'] as const).flatMap((word) =>
    (element[word] ?? []).map((each, at) => [[word, at], listed(each)] as const),
  ),
  ...(element.indexes ?? []).map((each, at) => {
    const properties = typeof each === 'string' || !('properties' in each) ? each : each.properties
    return [['indexes', at], listed(properties)] as const
  }),
]

/** A property that a list of all properties does not hold is most often misspelt. */
const unlisted = (at: At, element: WantedElement): WantedFault[] => {
  const { properties } = element
  if (properties === undefined) return []
  return uses(element).flatMap(([place, names]) =>
    names
      .filter((name) => !Object.hasOwn(properties, name))
      .map((name) => ({ path: [...at, ...place], message: `'${name}' is not among its properties` })),
  )
}

const typeFaults = (at: At, element: WantedElement): WantedFault[] =>
  (element.typed ?? []).flatMap((name, index) => {
    const wish = element.properties?.[name]
    const type = typeof wish === 'string' ? wish : wish?.type
    const path = [...at, 'typed', index]
    if (type === undefined) return [{ path, message: `'${name}' has no type that a constraint could hold` }]
    return declaredType(type) === undefined ? [{ path, message: `no constraint can hold '${type}'` }] : []
  })

const indexFaults = (at: At, element: WantedElement): WantedFault[] => {
  const taken = new Map(
    [element.key === undefined ? [] : [listed(element.key)], (element.unique ?? []).map(listed)]
      .flat()
      .map((names) => [JSON.stringify(names), names]),
  )
  return (element.indexes ?? []).flatMap((each, index): WantedFault[] => {
    const wish = typeof each === 'string' || !('properties' in each) ? { properties: each } : each
    const path = [...at, 'indexes', index]
    const kind = ('kind' in wish ? wish.kind : undefined) ?? 'range'
    const vector = 'dimensions' in wish && wish.dimensions !== undefined
    if (kind === 'vector' && !vector) return [{ path, message: 'a vector index says how many dimensions it has' }]
    if (kind !== 'vector' && vector) return [{ path, message: `a ${kind} index has no dimensions` }]
    if (kind !== 'fulltext' && 'also' in wish && wish.also !== undefined)
      return [{ path, message: 'only a fulltext index is on several labels or types' }]
    const several = listed(wish.properties).length > 1
    if (several && kind !== 'range' && kind !== 'fulltext')
      return [{ path, message: `a ${kind} index is on one property` }]
    if (kind === 'range' && taken.has(JSON.stringify(listed(wish.properties))))
      return [{ path, message: 'what is unique or a key has an index already' }]
    return []
  })
}

const doubleFaults = (at: At, element: WantedElement): WantedFault[] => {
  const key = element.key === undefined ? '' : JSON.stringify(listed(element.key))
  return (element.unique ?? []).flatMap((each, index) =>
    JSON.stringify(listed(each)) === key
      ? [{ path: [...at, 'unique', index], message: 'what is a key is unique already' }]
      : [],
  )
}

/** Two of one name: the engine would take the second for the first. */
const nameFaults = (graph: WantedGraph): WantedFault[] => {
  const { constraints, indexes } = wantedModel(graph)
  const seen = new Set<string>()
  return [...constraints, ...indexes].flatMap(({ name, on, ...rest }) => {
    const target = 'target' in rest ? rest.target : (rest.targets[0] ?? '')
    if (!seen.has(name)) return seen.add(name) && []
    const path = [on === 'node' ? 'nodes' : 'relationships', target]
    return [{ path, message: `two constraints or indexes are called '${name}': give one index a name of its own` }]
  })
}

const renameFaults = (at: At, name: string, element: WantedElement, all: object): WantedFault[] => {
  const { renamedFrom, properties = {} } = element
  const taken = renamedFrom !== undefined && Object.hasOwn(all, renamedFrom)
  return [
    ...(taken
      ? [{ path: [...at, 'renamedFrom'], message: `'${renamedFrom}' is itself wanted, beside '${name}'` }]
      : []),
    ...Object.entries(properties).flatMap(([key, wish]) => {
      const old = typeof wish === 'string' ? undefined : wish.renamedFrom
      if (old === undefined || !Object.hasOwn(properties, old)) return []
      const path = [...at, 'properties', key, 'renamedFrom']
      return [{ path, message: `'${old}' is itself wanted, beside '${key}'` }]
    }),
  ]
}

/** All that is wrong with a wanted schema whose form is right. */
export const wantedFaults = (graph: WantedGraph): readonly WantedFault[] => [
  ...(['nodes', 'relationships'] as const).flatMap((kind) => {
    const elements = graph[kind] ?? {}
    return Object.entries(elements).flatMap(([name, element]) =>
      [
        unlisted([kind, name], element),
        typeFaults([kind, name], element),
        indexFaults([kind, name], element),
        doubleFaults([kind, name], element),
        renameFaults([kind, name], name, element, elements),
      ].flat(),
    )
  }),
  ...nameFaults(graph),
]
