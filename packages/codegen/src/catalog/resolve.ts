import { GraphError } from '@motif/core'
import type { ElementOverride, ShapeOptions } from '../config/config.ts'
import { AdjacencyTable, labelPairs } from './adjacency.ts'
import type { Catalog, Constraint, ElementEntry, PropertyEntry, RelationshipEntry } from './catalog.ts'
import { ConstraintTable } from './constraint-table.ts'
import { keyOf, keyWarnings } from './key.ts'
import type { GraphModel, NodeModel, PropertyModel, RelationshipModel } from './model.ts'
import { NamePool } from './name-pool.ts'
import { isName, nameRule, namesOf, pascalCase } from './naming.ts'
import { order, sortedBy } from './order.ts'
import { overrideProperties } from './override.ts'
import { type ElementKind, presenceOf } from './presence.ts'
import { typeOfCounts } from './type-of-counts.ts'
import { type TypeCounts, type TypeWord, typeWords } from './type-word.ts'
import { grouped } from './words.ts'

type Namer = (name: string) => string
type ElementOverrides = Readonly<Record<string, ElementOverride>>

const overrideOf = <O>(overrides: Readonly<Record<string, O>> | undefined, name: string): O | undefined =>
  overrides !== undefined && Object.hasOwn(overrides, name) ? overrides[name] : undefined

/** Those that are not left out, sorted: names are handed out in this order. */
const wanted = <E extends ElementEntry>(entries: readonly E[], overrides: ElementOverrides | undefined): E[] =>
  sortedBy(entries, (each) => each.name).filter((each) => overrideOf(overrides, each.name)?.omit !== true)

const typeConstraint = (constraints: readonly Constraint[], property: string): Constraint | undefined =>
  constraints.find((each) => each.kind === 'type' && each.properties.includes(property))

const once = (words: readonly TypeWord[]): TypeCounts => Object.fromEntries(words.map((word) => [word, 1]))

/** What was met, and what a constraint allows to be met some day. */
const withDeclared = (property: PropertyEntry, constraint: Constraint | undefined): PropertyEntry => {
  if (constraint?.types === undefined) return property
  return {
    ...property,
    types: { ...once(constraint.types), ...property.types },
    elements: { ...once(constraint.elements ?? []), ...property.elements },
  }
}

/** Texts in quotes, if they are texts; anything else as it is written. */
const shownSample =
  ({ types }: PropertyEntry) =>
  (sample: string): string =>
    types.string === undefined ? sample : `'${sample}'`

const notesOf = (property: PropertyEntry, options: ShapeOptions, constraint: Constraint | undefined): string[] => {
  const counts = typeWords.flatMap((word) => {
    const count = property.types[word] ?? 0
    return count === 0 ? [] : [`${grouped(count)} ${word}`]
  })
  const notes = counts.length > 1 ? [`Mixed: ${counts.join(', ')}.`] : []
  const past = property.types.bigint ?? 0
  if (past > 0 && options.integers === 'number') notes.push('Holds integers past 2^53: reading one is an error.')
  if (constraint !== undefined) notes.push(`Its type is held by constraint ${constraint.name}.`)
  else if (property.types.list !== undefined && Object.keys(property.elements ?? {}).length === 0)
    notes.push('Only empty lists were seen.')
  const { samples = [] } = property
  if (samples.length > 0) notes.push(`For example ${samples.map(shownSample(property)).join(', ')}.`)
  return notes
}

/** Settles one catalogue with one set of options; see `resolve`. */
class Resolver {
  readonly #catalog: Catalog
  readonly #constraints: ConstraintTable
  readonly #options: ShapeOptions
  readonly #names: NamePool
  readonly #adjacency = new AdjacencyTable()
  readonly #warnings: string[] = []

  constructor(catalog: Catalog, options: ShapeOptions) {
    this.#catalog = catalog
    this.#constraints = new ConstraintTable(catalog.constraints)
    this.#options = options
    this.#names = new NamePool(options.naming)
  }

  resolve(): GraphModel {
    const { overrides: { nodes, relationships } = {}, naming = {} } = this.#options
    const labels = wanted(this.#catalog.labels, nodes)
    const types = wanted(this.#catalog.relationships, relationships)
    const kept = new Set(labels.map((each) => each.name))
    // Names first, labels before types, so that a type added later never renames a label's interface.
    const named = labels.map((each) => ({
      each,
      name: this.#names.take('node', this.#wish(each.name, nodes, naming.label)),
    }))
    const relationshipModels = types.map((each) => this.#relationship(each, kept)) // they fill the adjacency
    const nodeModels = named.map(({ each, name }) => this.#node(each, name))
    return {
      nodes: nodeModels,
      relationships: relationshipModels,
      labelSets: this.#labelSets(kept),
      warnings: [
        ...this.#unknown('label', labels, nodes),
        ...this.#unknown('relationship type', types, relationships),
        ...this.#warnings,
      ],
    }
  }

  #wish(entry: string, overrides: ElementOverrides | undefined, namer: Namer | undefined): string {
    const said = overrideOf(overrides, entry)?.name
    if (said !== undefined || namer === undefined) return said ?? pascalCase(entry)
    const name = namer(entry)
    if (isName(name)) return name
    throw new GraphError('USAGE', `'${name}', made from '${entry}' by \`naming\`, is no name: ${nameRule}`)
  }

  #node(entry: ElementEntry, name: string): NodeModel {
    const override = overrideOf(this.#options.overrides?.nodes, entry.name)
    const properties = this.#properties('node', entry, override)
    this.#warnings.push(...keyWarnings(entry.name, properties, override))
    return {
      label: entry.name,
      name,
      names: namesOf(name, 'node', this.#options.naming),
      count: entry.count,
      comment: override?.comment,
      key: keyOf(this.#constraints.of('node', entry.name), properties, override),
      properties,
      out: this.#adjacency.of(entry.name, 'out'),
      in: this.#adjacency.of(entry.name, 'in'),
    }
  }

  #relationship(entry: RelationshipEntry, kept: ReadonlySet<string>): RelationshipModel {
    const override = overrideOf(this.#options.overrides?.relationships, entry.name)
    const { overrides, naming } = this.#options
    const wish = this.#wish(entry.name, overrides?.relationships, naming?.relationshipType)
    const name = this.#names.take('relationship', wish, `${wish}Relationship`)
    const pairs = labelPairs(entry, kept)
    for (const { from, to } of pairs) this.#adjacency.add(entry.name, from, to)
    return {
      type: entry.name,
      name,
      names: namesOf(name, 'relationship', naming),
      count: entry.count,
      comment: override?.comment,
      properties: this.#properties('relationship', entry, override),
      from: [...new Set(pairs.map((pair) => pair.from))].sort(order),
      to: [...new Set(pairs.map((pair) => pair.to))].sort(order),
      pairs,
    }
  }

  #properties(
    kind: ElementKind,
    element: ElementEntry,
    override: ElementOverride | undefined,
  ): readonly PropertyModel[] {
    const constraints = this.#constraints.of(kind, element.name)
    const found = element.properties.map((property): PropertyModel => {
      const presence = presenceOf(constraints, kind, element, property)
      const constraint = typeConstraint(constraints, property.name)
      const { types, elements } = withDeclared(property, constraint)
      const policy = this.#options.integers ?? 'auto'
      return {
        name: property.name,
        type: typeOfCounts(types, { policy, elements, nullable: presence.nullable }),
        values: undefined,
        reason: presence.reason,
        notes: notesOf(property, this.#options, constraint),
      }
    })
    const { properties, warnings } = overrideProperties(
      sortedBy(found, (each) => each.name),
      override,
      element,
    )
    this.#warnings.push(...warnings)
    return properties
  }

  #labelSets(kept: ReadonlySet<string>): readonly (readonly string[])[] {
    const sets = new Map<string, readonly string[]>()
    for (const { labels } of this.#catalog.labelSets) {
      const left = labels.filter((label) => kept.has(label)).sort(order)
      if (left.length > 0) sets.set(JSON.stringify(left), left)
    }
    return [...sets].sort(([a], [b]) => order(a, b)).map(([, labels]) => labels)
  }

  #unknown(noun: string, kept: readonly ElementEntry[], overrides: ElementOverrides | undefined): string[] {
    const known = new Set(kept.map((each) => each.name))
    return Object.entries(overrides ?? {})
      .filter(([name, override]) => !known.has(name) && override.omit !== true)
      .map(([name]) => `an override names the ${noun} '${name}', which the graph does not have`)
  }
}

/** What is generated from a catalogue: names given, types and nullability settled, overrides applied, everything sorted. */
export const resolve = (catalog: Catalog, options: ShapeOptions = {}): GraphModel =>
  new Resolver(catalog, options).resolve()
