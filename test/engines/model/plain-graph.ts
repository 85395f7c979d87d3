/** What a write is refused with. */
export class Refused extends Error {
  readonly code: string

  constructor(code: string) {
    super(code)
    this.code = code
  }
}

export type Row = Readonly<Record<string, unknown>>
type Label = 'User' | 'Post' | 'Tag'

interface Edge {
  readonly from: string
  readonly type: string
  readonly to: string
  readonly properties: Record<string, unknown>
}

/** What becomes of one relation, in the words of a model's data. */
export interface Change {
  readonly create?: readonly Row[]
  readonly connect?: readonly Row[]
  readonly connectOrCreate?: readonly { readonly by: Row; readonly create: Row; readonly $relationship?: Row }[]
  readonly disconnect?: readonly Row[] | true
  readonly set?: readonly Row[]
  readonly delete?: readonly Row[]
  readonly detach?: boolean
}

const far: Readonly<Record<string, Label>> = {
  WROTE: 'Post',
  FOLLOWS: 'User',
  '<FOLLOWS': 'User',
  TAGGED: 'Tag',
  '<WROTE': 'User',
  '<LIKES': 'User',
}
const isRelation = (name: string): boolean => name === 'LIKES' || name in far

const farOf = (relation: string, { $label }: Row): Label => ($label as Label | undefined) ?? (far[relation] as Label)

/** A node by its label and its key. */
export const nameOf = (label: string, row: Row): string =>
  `${label} ${String(label === 'Tag' ? row['name'] : row['id'])}`

const fieldsOf = (data: Row): Row =>
  Object.fromEntries(Object.entries(data).filter(([name]) => !isRelation(name) && !name.startsWith('$')))

const relationsOf = (data: Row): readonly (readonly [string, Change])[] =>
  Object.entries(data).flatMap(([name, change]) => (isRelation(name) ? [[name, change as Change]] : []))

const isIncrement = (value: unknown): value is { readonly increment: number } =>
  typeof value === 'object' && value !== null && 'increment' in value

/** A graph without an engine, which writes of models are compared with: the same words, done one after the other. */
export class PlainGraph {
  readonly nodes: Map<string, Record<string, unknown>> = new Map()
  edges: Edge[] = []

  /** Does something whole or not at all. */
  whole<T>(work: () => T): T {
    const [nodes, edges] = structuredClone([[...this.nodes], this.edges] as const)
    try {
      return work()
    } catch (error) {
      this.nodes.clear()
      for (const [name, row] of nodes) this.nodes.set(name, row)
      this.edges = edges
      throw error
    }
  }

  /** Everything, for comparing. */
  told(): unknown {
    const without = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
    return {
      nodes: Object.fromEntries(Array.from(this.nodes, ([name, row]) => [name, without(row)])),
      edges: this.edges.map(({ from, type, to, properties }) => `${from} ${type} ${to} ${told(properties)}`).toSorted(),
    }
  }

  create(label: string, data: Row): void {
    this.mustFind(data)
    this.#make(label, data)
  }

  update(label: string, key: Row, data: Row, version?: number): void {
    mustNotContradict(data)
    const name = nameOf(label, key)
    const row = this.nodes.get(name)
    if (row === undefined) throw new Refused('RESULT_SHAPE')
    if (version !== undefined && row['version'] !== version) throw new Refused('CONFLICT')
    this.mustFind(data)
    this.#change(label, name, data)
  }

  upsert(label: string, create: Row, update: Row): boolean {
    mustNotContradict(update)
    this.mustFind(create)
    this.mustFind(update)
    const name = nameOf(label, create)
    const created = !this.nodes.has(name)
    if (created) this.#make(label, create)
    else this.#change(label, name, update)
    return created
  }

  /** Changes one relation alone, which leaves the version as it is; tells how many relationships began and ended. */
  relate(label: string, key: Row, relation: string, change: Change): readonly [number, number] {
    const name = nameOf(label, key)
    if (!this.nodes.has(name)) throw new Refused('RESULT_SHAPE')
    this.mustFind({ [relation]: change })
    const before = this.edges
    this.#part(name, relation, change)
    const left = this.edges.length
    this.#join(name, relation, change)
    return [this.edges.length - left, before.length - left]
  }

  delete(names: readonly string[], detach: boolean): number {
    const there = names.filter((name) => this.nodes.has(name))
    if (!detach && there.some((name) => this.edges.some((edge) => edge.from === name || edge.to === name)))
      throw new Refused('CONSTRAINT')
    for (const name of there) this.#remove(name)
    return there.length
  }

  set(name: string, changes: Row): void {
    const row = this.nodes.get(name) as Record<string, unknown> // whoever asks has looked
    for (const [field, value] of Object.entries(changes))
      row[field] = isIncrement(value) ? Number(row[field] ?? 0) + value.increment : value
    if (name.startsWith('User')) row['version'] = Number(row['version']) + 1
  }

  #make(label: string, data: Row): string {
    const name = nameOf(label, data)
    if (this.nodes.has(name)) throw new Refused('CONSTRAINT')
    this.nodes.set(name, { ...fieldsOf(data), ...(label === 'User' ? { version: 1 } : {}) })
    for (const [relation, change] of relationsOf(data)) this.#join(name, relation, change)
    return name
  }

  #change(label: string, name: string, data: Row): void {
    for (const [relation, change] of relationsOf(data)) this.#mustBeAlone(name, relation, change)
    this.set(name, fieldsOf(data))
    for (const [relation, change] of relationsOf(data)) this.#part(name, relation, change)
    for (const [relation, change] of relationsOf(data)) this.#join(name, relation, change)
  }

  /** What is connected has to be there before anything is written. */
  mustFind(data: Row): void {
    for (const [relation, { create = [], connect = [], set = [] }] of relationsOf(data)) {
      for (const each of create) this.mustFind(each)
      for (const each of [...connect, ...set])
        if (!this.nodes.has(nameOf(farOf(relation, each), each))) throw new Refused('RESULT_SHAPE')
    }
  }

  #mustBeAlone(name: string, relation: string, change: Change): void {
    if (change.detach === true) return
    for (const each of change.delete ?? []) {
      const other = nameOf(farOf(relation, each), each)
      const all = this.edges.filter((edge) => edge.from === other || edge.to === other)
      const own = all.filter((edge) => this.#isOf(edge, name, relation))
      if (own.length > 0 && all.length > own.length) throw new Refused('CONSTRAINT')
    }
  }

  #part(name: string, relation: string, { disconnect = [], set, delete: gone = [] }: Change): void {
    const names = (keys: readonly Row[]): readonly string[] => keys.map((each) => nameOf(farOf(relation, each), each))
    const otherEnd = (edge: Edge): string => (relation.startsWith('<') ? edge.from : edge.to)
    const own = this.edges.filter((edge) => this.#isOf(edge, name, relation))
    const ending = own.filter((edge) => {
      const other = otherEnd(edge)
      if (set !== undefined && !names(set).includes(other)) return true
      return disconnect === true || names(disconnect as readonly Row[]).includes(other)
    })
    this.edges = this.edges.filter((edge) => !ending.includes(edge))
    for (const other of names(gone)) if (own.some((edge) => otherEnd(edge) === other)) this.#remove(other)
  }

  #join(name: string, relation: string, { create = [], connect = [], set = [], connectOrCreate = [] }: Change): void {
    for (const each of create) {
      const other = this.#make(farOf(relation, each), each)
      this.edges.push({ ...this.#ends(name, relation, other), properties: propertiesOf(each) })
    }
    for (const each of [...connect, ...set]) this.#merge(name, relation, nameOf(farOf(relation, each), each), each)
    for (const each of connectOrCreate) {
      const label = farOf(relation, each as unknown as Row)
      const other = nameOf(label, each.by)
      if (!this.nodes.has(other)) this.#make(label, { ...each.create, ...each.by })
      this.#merge(name, relation, other, each as unknown as Row)
    }
  }

  /** A relationship that is there already gets the properties. */
  #merge(name: string, relation: string, other: string, element: Row): void {
    const ends = this.#ends(name, relation, other)
    const same = this.edges.filter((edge) => edge.from === ends.from && edge.type === ends.type && edge.to === ends.to)
    for (const edge of same) Object.assign(edge.properties, propertiesOf(element))
    if (same.length === 0) this.edges.push({ ...ends, properties: propertiesOf(element) })
  }

  #ends(name: string, relation: string, other: string): Omit<Edge, 'properties'> {
    return relation.startsWith('<')
      ? { from: other, type: relation.slice(1), to: name }
      : { from: name, type: relation, to: other }
  }

  #isOf({ from, type, to }: Edge, name: string, relation: string): boolean {
    return relation.startsWith('<') ? to === name && type === relation.slice(1) : from === name && type === relation
  }

  #remove(name: string): void {
    this.nodes.delete(name)
    this.edges = this.edges.filter(({ from, to }) => from !== name && to !== name)
  }
}

/** What is to be connected, at any depth. */
const connectedBy = (data: Row): readonly string[] =>
  relationsOf(data).flatMap(([relation, { create = [], connect = [], set = [] }]) => [
    ...[...connect, ...set].map((each) => nameOf(farOf(relation, each), each)),
    ...create.flatMap(connectedBy),
  ])

const mustNotContradict = (data: Row): void => {
  const connected = connectedBy(data)
  for (const [relation, { delete: gone = [] }] of relationsOf(data))
    if (gone.some((each) => connected.includes(nameOf(farOf(relation, each), each)))) throw new Refused('VALIDATION')
}

const propertiesOf = ({ $relationship = {} }: Row): Record<string, unknown> => ({ ...($relationship as Row) })

/** Properties as a text: a moment as its day, in the order of their names. */
export const told = (row: Row): string =>
  Object.entries(row)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${value instanceof Date ? value.toISOString().slice(0, 10) : String(value)}`)
    .toSorted()
    .join(' ')
