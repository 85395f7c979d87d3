import type { Definition, Field, Relation } from '../definition.ts'
import { keyText } from '../key-text.ts'
import type { Place } from './faults.ts'
import type { NodeInput, Reference, RelationInput, Values } from './inputs.ts'

/** Nodes that must be there, each key once; `name` is the list that holds them in a statement. */
export interface Lookup {
  readonly name: string
  readonly definition: Definition
  readonly keys: Values[]
  /** Where each key was first given. */
  readonly places: Place[]
}

/** One place of a statement that makes relationships, for however many rows. */
export interface Site {
  /** Its rows among those of the node it hangs on. */
  readonly name: string
  readonly how: 'create' | 'connect' | 'merge'
  readonly relation: Relation
  readonly definition: Definition
  /** Of a connect: where its nodes are found. */
  readonly lookup: Lookup | undefined
  /** The properties that any of its rows gives. */
  readonly properties: Set<string>
  readonly relationship: Set<string>
  readonly inner: Map<string, Site>
}

/** A row of a site that has nothing but its node. */
export const isFlat = ({ relationship, inner }: Pick<Site, 'relationship' | 'inner'>): boolean =>
  relationship.size === 0 && inner.size === 0

type Row = Record<string, unknown>

interface Element {
  readonly how: Site['how']
  readonly definition: Definition
  readonly node?: NodeInput
  readonly reference?: Reference
  readonly relationship: Values
}

/** What one relation makes, in the order it is made. */
const elementsOf = ({ create, connect, set, connectOrCreate }: RelationInput): readonly Element[] => [
  ...create.map(({ node, relationship }) => ({
    how: 'create' as const,
    definition: node.definition,
    node,
    relationship,
  })),
  ...[...connect, ...(set ?? [])].map((reference) => ({
    how: 'connect' as const,
    definition: reference.definition,
    reference,
    relationship: reference.relationship,
  })),
  ...connectOrCreate.map((reference) => ({
    how: 'merge' as const,
    definition: reference.definition,
    node: reference.node,
    relationship: reference.relationship,
  })),
]

const add = (names: Set<string>, values: Values): void => {
  for (const name of Object.keys(values)) names.add(name)
}

const textOf = (key: Values, fields: readonly Field[]): string =>
  fields.map(({ property }) => keyText(key[property])).join('')

/**
 * What some nodes are to be joined to, by the shape of their data: the text of a statement grows with the shape, its rows
 * with the data.
 */
export class Plan {
  readonly lookups: Lookup[] = []
  /** By node of the statement's beginning. */
  readonly sites: Map<string, Site> = new Map()
  readonly #positions: Map<Lookup, Map<string, number>> = new Map()
  #named = 0

  /** Takes in the relations of a node that the statement begins with. */
  add(relations: readonly RelationInput[], sites: Map<string, Site> = this.sites): void {
    for (const input of relations) {
      for (const element of elementsOf(input)) {
        const { node, reference, relationship } = element
        const site = this.#site(sites, input.relation, element)
        add(site.relationship, relationship)
        if (site.lookup !== undefined && reference !== undefined) this.#position(site.lookup, reference)
        if (node === undefined) continue
        add(site.properties, node.properties)
        this.add(node.relations, site.inner)
      }
    }
  }

  /** The rows of each site for one node; every site has a list, if an empty one. */
  rows(relations: readonly RelationInput[], sites: Map<string, Site> = this.sites): Row {
    const out: Row = {}
    for (const { name } of sites.values()) out[name] = []
    for (const input of relations) {
      for (const element of elementsOf(input)) {
        const site = this.#site(sites, input.relation, element)
        const rows = out[site.name] as unknown[] // made above
        rows.push(this.#row(site, element))
      }
    }
    return out
  }

  /** Whether some node is to be connected. */
  connects({ definition, key }: Reference): boolean {
    const lookup = this.lookups.find((each) => each.definition === definition)
    return lookup !== undefined && this.#positions.get(lookup)?.has(textOf(key, definition.key)) === true
  }

  #row(site: Site, { node, reference, relationship }: Element): unknown {
    const what =
      site.lookup === undefined || reference === undefined
        ? { node: node?.properties }
        : { at: this.#position(site.lookup, reference) }
    if (isFlat(site)) return what.node ?? what.at
    return { ...what, relationship, ...(node === undefined ? {} : this.rows(node.relations, site.inner)) }
  }

  /** What is set on a relationship that may be there already is what its own element gives, and no other's. */
  #site(sites: Map<string, Site>, relation: Relation, { how, definition, relationship }: Element): Site {
    const given = how === 'create' ? [] : Object.keys(relationship)
    const key = [how, definition.name, relation.name, ...given].join('\0') // which no name may hold
    let site = sites.get(key)
    if (site !== undefined) return site
    this.#named++
    site = {
      name: `s${this.#named}`,
      how,
      relation,
      definition,
      lookup: how === 'connect' ? this.#lookup(definition) : undefined,
      properties: new Set(),
      relationship: new Set(),
      inner: new Map(),
    }
    sites.set(key, site)
    return site
  }

  #lookup(definition: Definition): Lookup {
    const known = this.lookups.find((each) => each.definition === definition)
    if (known !== undefined) return known
    const made: Lookup = { name: `t${this.lookups.length + 1}`, definition, keys: [], places: [] }
    this.lookups.push(made)
    this.#positions.set(made, new Map())
    return made
  }

  /** Which of the nodes that were looked for a reference means. */
  #position(lookup: Lookup, { key, place }: Reference): number {
    const positions = this.#positions.get(lookup) as Map<string, number> // made with it
    const text = textOf(key, lookup.definition.key)
    const known = positions.get(text)
    if (known !== undefined) return known
    positions.set(text, lookup.keys.length)
    lookup.places.push(place)
    return lookup.keys.push(key) - 1
  }
}
