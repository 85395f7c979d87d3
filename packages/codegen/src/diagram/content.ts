import type { ValueType } from '@motif/core'
import type { GraphModel, NodeModel, PropertyModel } from '../catalog/model.ts'
import { counted, grouped } from '../catalog/words.ts'

/** A property as a diagram shows it. */
export interface Row {
  readonly name: string
  readonly type: string
  readonly isKey: boolean
  /** Why it may be missing or not, and whatever else is known. */
  readonly detail: string
}

/** A label as a diagram shows it. */
export interface Entity {
  readonly label: string
  readonly count: number
  /** Labels that its nodes all have besides. */
  readonly within: readonly string[]
  readonly rows: readonly Row[]
  readonly detail: string
}

/** Relationships of one type from one label to another. */
export interface Link {
  readonly type: string
  readonly from: string
  readonly to: string
  readonly count: number
  readonly rows: readonly Row[]
}

/** What a diagram shows of a graph. */
export interface Content {
  readonly entities: readonly Entity[]
  readonly links: readonly Link[]
  /** `12 labels, 5 relationship types` */
  readonly summary: string
}

/** So many values of an enum are shown. */
const shownValues = 3

const typeWord = (type: ValueType): string => {
  const word =
    type.kind === 'list'
      ? `${type.of.kind === 'union' ? `(${typeWord(type.of)})` : typeWord(type.of)}[]`
      : type.kind === 'union'
        ? type.of.map(typeWord).join(' | ')
        : type.kind
  return type.nullable ? `${word}?` : word
}

const typeText = ({ type, values }: PropertyModel): string => {
  if (values === undefined) return typeWord(type)
  const shown = values.slice(0, shownValues).map((value) => (typeof value === 'number' ? `${value}` : `'${value}'`))
  const more = values.length > shownValues ? ' | …' : ''
  return `${shown.join(' | ')}${more}${type.nullable ? '?' : ''}`
}

const rowsOf = (properties: readonly PropertyModel[], key: readonly string[] = []): Row[] => {
  const rows = properties.map((each) => ({
    name: each.name,
    type: typeText(each),
    isKey: key.includes(each.name),
    detail: [`${each.type.nullable ? 'Nullable' : 'Non-null'}: ${each.reason}.`, ...each.notes].join(' '),
  }))
  // What tells nodes apart comes first, in its own order.
  return [...key.flatMap((name) => rows.filter((row) => row.name === name)), ...rows.filter((row) => !row.isKey)]
}

/** Says of two labels whether whatever has the first has the second; of two that always go together, the later by name. */
type Within = (label: string, other: string) => boolean

const nesting = ({ labelSets }: GraphModel): Within => {
  const all = new Map<string, Set<string>>()
  for (const labels of labelSets)
    for (const label of labels) {
      const known = all.get(label)
      all.set(label, new Set(known === undefined ? labels : labels.filter((each) => known.has(each))))
    }
  return (label, other) =>
    label !== other && all.get(label)?.has(other) === true && (all.get(other)?.has(label) !== true || label > other)
}

/**
 * Links without those that others tell already: where labels are nested, relationships are those of each of them. They
 * are shown where they belong, which is at the narrowest label that has them all.
 */
const withoutRepeats = (links: readonly Link[], within: Within): Link[] => {
  const inside = (a: string, b: string): boolean => a === b || within(a, b)
  const narrower = (a: Link, b: Link): boolean => a !== b && inside(a.from, b.from) && inside(a.to, b.to)
  const byType = new Map<string, Link[]>()
  for (const link of links) byType.set(link.type, [...(byType.get(link.type) ?? []), link])
  return links.filter((link) => {
    const others = byType.get(link.type) ?? []
    const told = others.some(
      (other) =>
        (narrower(link, other) && other.count > link.count) || (narrower(other, link) && other.count === link.count),
    )
    return !told
  })
}

const entityOf = (node: NodeModel, model: GraphModel, within: Within): Entity => ({
  label: node.label,
  count: node.count,
  within: model.nodes.map((each) => each.label).filter((other) => within(node.label, other)),
  rows: rowsOf(node.properties, node.key?.properties),
  detail: [`${counted(node.count, 'node')}.`, node.comment ?? ''].join(' ').trim(),
})

/** What of a graph a diagram shows: all of it, or some labels and what lies between them. */
export const contentOf = (model: GraphModel, labels?: readonly string[]): Content => {
  const wanted = new Set(labels ?? model.nodes.map((each) => each.label))
  const within = nesting(model)
  const entities = model.nodes.filter((each) => wanted.has(each.label)).map((each) => entityOf(each, model, within))
  const links = model.relationships.flatMap(({ type, pairs, properties }) =>
    pairs
      .filter(({ from, to }) => wanted.has(from) && wanted.has(to))
      .map(({ from, to, count }): Link => ({ type, from, to, count, rows: rowsOf(properties) })),
  )
  const types = counted(new Set(links.map((each) => each.type)).size, 'relationship type')
  const of = entities.length === model.nodes.length ? '' : ` of ${grouped(model.nodes.length)}`
  return {
    entities,
    links: withoutRepeats(links, within),
    summary: `${grouped(entities.length)}${of} label${entities.length === 1 && of === '' ? '' : 's'}, ${types}`,
  }
}
