import type { Definition, Relation } from '../definition.ts'
import { listed } from '../refuse.ts'
import { columnsOf } from './columns.ts'
import { inside, type Place } from './faults.ts'
import type { Creation, Either, Reading, Reference, RelationInput, Values } from './inputs.ts'
import { keyInput } from './key-input.ts'

type Given = Readonly<Record<string, unknown>>

const onCreate = ['create', 'connect', 'connectOrCreate']
const onUpdate = [...onCreate, 'disconnect', 'set', 'delete', 'detach']

const listOf = (given: unknown): readonly unknown[] =>
  given === undefined ? [] : Array.isArray(given) ? (given as readonly unknown[]) : [given]

const isRecord = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The model of the far end: the only one the schema has there, or the one that `$label` names. */
const farOf = ({ name, far }: Relation, element: unknown, place: Place, reading: Reading) => {
  const label = isRecord(element) ? element['$label'] : undefined
  const [only] = far
  if (label === undefined && far.length === 1 && only !== undefined) return reading.definitionOf([only])
  if (typeof label === 'string' && far.includes(label)) return reading.definitionOf([label])
  reading.faults.add(place, `needs $label, as ${name} leads to several: ${listed(far)}`)
  return undefined
}

const relationshipOf = ({ fields, type }: Relation, element: unknown, place: Place, reading: Reading): Values => {
  const given = isRecord(element) && Object.hasOwn(element, '$relationship') ? element['$relationship'] : {}
  const at = inside(place, '$relationship')
  if (!isRecord(given)) {
    reading.faults.add(at, 'is no object')
    return {}
  }
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) reading.faults.add(inside(at, name), 'is undefined: give null, or leave it out')
    else if (!fields.has(name)) reading.faults.add(inside(at, name), `is no property of ${type}`)
  }
  return columnsOf(fields, reading.policy).whole(given, at, reading.faults)
}

/** Reads elements one by one, leaving out those with a fault. */
const each = <T>(given: unknown, place: Place, read: (element: unknown, at: Place) => T | undefined): readonly T[] =>
  listOf(given).flatMap((element, index) => {
    const found = read(element, Array.isArray(given) ? inside(place, index) : place)
    return found === undefined ? [] : [found]
  })

const hasKey = ({ key, name }: Definition, place: Place, { faults }: Reading): boolean => {
  if (key.length === 0) faults.add(place, `cannot be found: ${name} has no key`)
  return key.length > 0
}

/** Reads references to nodes by their keys; `bare` ones need no properties of the relationship, since none is made. */
const references = (
  relation: Relation,
  given: unknown,
  { place, reading, bare }: { readonly place: Place; readonly reading: Reading; readonly bare: boolean },
): readonly Reference[] =>
  each(given, place, (element, at) => {
    const definition = farOf(relation, element, at, reading)
    if (definition === undefined) return undefined
    if (!hasKey(definition, at, reading)) return undefined
    const key = keyInput(definition, element, at, reading)
    return { definition, key, relationship: bare ? {} : relationshipOf(relation, element, at, reading), place: at }
  })

const either = (relation: Relation, element: unknown, at: Place, reading: Reading): Either | undefined => {
  const { faults } = reading
  const { by, create } = isRecord(element) ? element : {}
  if (!isRecord(by) || !isRecord(create)) {
    faults.add(at, 'needs { by: its key, create: the node }')
    return undefined
  }
  const definition = farOf(relation, element, at, reading)
  if (definition === undefined || !hasKey(definition, at, reading)) return undefined
  const key = keyInput(definition, by, inside(at, 'by'), reading)
  const fields = Object.fromEntries(definition.key.map(({ name, property }) => [name, key[property]]))
  const node = reading.nodeInput(definition, { ...create, ...fields }, inside(at, 'create'))
  if (node.relations.length > 0)
    faults.add(inside(at, 'create'), 'takes no relations: it is not known beforehand whether it is created')
  return { definition, key, node, relationship: relationshipOf(relation, element, at, reading), place: at }
}

const creation = (relation: Relation, element: unknown, at: Place, reading: Reading): Creation | undefined => {
  const definition = farOf(relation, element, at, reading)
  if (definition === undefined) return undefined
  return {
    node: reading.nodeInput(definition, element, at),
    relationship: relationshipOf(relation, element, at, reading),
  }
}

const relationInput = (relation: Relation, given: Given, place: Place, reading: Reading): RelationInput => {
  const at = (word: string): Place => inside(place, word)
  const found = (word: string, bare: boolean): readonly Reference[] =>
    references(relation, given[word], { place: at(word), reading, bare })
  const create = each(given['create'], at('create'), (element, here) => creation(relation, element, here, reading))
  const connectOrCreate = each(given['connectOrCreate'], at('connectOrCreate'), (element, here) =>
    either(relation, element, here, reading),
  )
  return {
    relation,
    create,
    connect: found('connect', false),
    connectOrCreate,
    disconnect: given['disconnect'] === true ? 'all' : found('disconnect', true),
    set: given['set'] === undefined ? undefined : found('set', false),
    delete: found('delete', true),
    detach: given['detach'] === true,
  }
}

/** Reads what is to become of the relations of one node. */
export const relationInputs = (
  definition: Definition,
  relations: Given,
  {
    operation,
    place,
    reading,
  }: { readonly operation: 'create' | 'update'; readonly place: Place; readonly reading: Reading },
): readonly RelationInput[] =>
  Object.entries(relations).flatMap(([name, given]) => {
    const relation = definition.relations.get(name) as Relation // the names are those of relations
    const at = inside(place, name)
    const words = operation === 'create' ? onCreate : onUpdate
    const strange = isRecord(given) ? Object.keys(given).find((word) => !words.includes(word)) : 'it'
    if (strange !== undefined || !isRecord(given)) {
      reading.faults.add(at, `takes an object of ${listed(words)}`)
      return []
    }
    for (const word of words)
      if (Object.hasOwn(given, word) && given[word] === undefined)
        reading.faults.add(inside(at, word), 'is undefined: leave it out')
    const input = relationInput(relation, given, at, reading)
    const made = input.create.length + input.connect.length + input.connectOrCreate.length + (input.set?.length ?? 0)
    if (relation.one && made > 1) reading.faults.add(at, 'takes one at most')
    return [input]
  })
