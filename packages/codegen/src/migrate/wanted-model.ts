import type { ConstraintDefinition, ConstraintKind, IndexDefinition } from './definition.ts'
import type { StepValue } from './step.ts'
import type { WantedElement, WantedGraph, WantedIndex, WantedProperty } from './wanted.ts'

type On = 'node' | 'relationship'

export interface PropertyWish {
  readonly name: string
  readonly type: string | undefined
  readonly renamedFrom: string | undefined
  readonly value: StepValue | undefined
  readonly cypher: string | undefined
}

/** One label or relationship type of a wanted schema. */
export interface ElementWish {
  readonly on: On
  readonly name: string
  readonly renamedFrom: string | undefined
  readonly properties: readonly PropertyWish[]
  readonly removed: readonly string[]
}

/** A wanted schema in the terms of what is there: every short form written out, every name given. */
export interface WantedModel {
  readonly elements: readonly ElementWish[]
  readonly constraints: readonly ConstraintDefinition[]
  readonly indexes: readonly IndexDefinition[]
}

const listed = (names: string | readonly string[] | undefined): readonly string[] =>
  names === undefined ? [] : typeof names === 'string' ? [names] : names

/** `user_name_unique`: of letters, digits and `_`, so that it is written without quotes. */
const named = (...parts: readonly string[]): string =>
  parts
    .join('_')
    .replaceAll(/([\p{Ll}\p{Nd}])(\p{Lu})/gu, '$1_$2')
    .replaceAll(/[^\p{L}\p{Nd}]+/gu, '_')
    .toLowerCase()

const propertyWish = (name: string, wish: string | WantedProperty): PropertyWish => {
  const said = typeof wish === 'string' ? { type: wish } : wish
  return { name, type: said.type, renamedFrom: said.renamedFrom, value: said.default, cypher: said.backfill }
}

const constraintsOf = (on: On, target: string, element: WantedElement): ConstraintDefinition[] => {
  const one = (kind: ConstraintKind, properties: readonly string[], type?: string): ConstraintDefinition => ({
    name: named(target, ...properties, kind),
    kind,
    on,
    target,
    properties,
    ...(type === undefined ? {} : { type }),
  })
  const key = listed(element.key)
  return [
    ...(key.length === 0 ? [] : [one('key', key)]),
    ...(element.unique ?? []).map((each) => one('unique', listed(each))),
    ...(element.exists ?? []).map((each) => one('exists', [each])),
    ...(element.typed ?? []).map((each) => {
      const { type = 'any' } = propertyWish(each, element.properties?.[each] ?? {})
      return one('type', [each], type.replace(/\?$/, ''))
    }),
  ]
}

const isIndexWish = (wish: string | readonly string[] | WantedIndex): wish is WantedIndex =>
  typeof wish === 'object' && !Array.isArray(wish)

const indexOf = (on: On, target: string, wish: string | readonly string[] | WantedIndex): IndexDefinition => {
  const said: WantedIndex = isIndexWish(wish) ? wish : { properties: wish }
  const { kind = 'range', analyzer, dimensions, similarity = 'cosine' } = said
  const properties = listed(said.properties)
  return {
    name: said.name ?? named(target, ...properties, kind === 'range' ? 'index' : kind),
    kind,
    on,
    targets: [target, ...(said.also ?? [])],
    properties,
    ...(kind === 'vector' && dimensions !== undefined ? { dimensions, similarity } : {}),
    ...(kind === 'fulltext' && analyzer !== undefined ? { analyzer } : {}),
  }
}

const elementsOf = (graph: WantedGraph): readonly (readonly [On, string, WantedElement])[] => [
  ...Object.entries(graph.nodes ?? {}).map(([name, each]) => ['node', name, each] as const),
  ...Object.entries(graph.relationships ?? {}).map(([name, each]) => ['relationship', name, each] as const),
]

/** Writes a wanted schema out. */
export const wantedModel = (graph: WantedGraph): WantedModel => {
  const elements = elementsOf(graph)
  return {
    elements: elements.map(([on, name, element]) => ({
      on,
      name,
      renamedFrom: element.renamedFrom,
      properties: Object.entries(element.properties ?? {}).map(([key, wish]) => propertyWish(key, wish)),
      removed: element.removed ?? [],
    })),
    constraints: elements.flatMap(([on, name, element]) => constraintsOf(on, name, element)),
    indexes: elements.flatMap(([on, name, element]) => (element.indexes ?? []).map((wish) => indexOf(on, name, wish))),
  }
}
