import type { Relation } from '../definition.ts'
import type { ModelContext } from '../model-context.ts'
import { isPlain } from '../read/plain.ts'
import { listed, refusal } from '../refuse.ts'
import { relationChange } from './change-input.ts'
import { writing } from './send.ts'
import { literal } from '../read/tree.ts'
import { put } from './trees.ts'
import { readChanges, writeChanges } from './update.ts'
import type { Joined } from '../model.ts'

const relationNamed = ({ definition }: ModelContext, name: string): Relation => {
  const found = definition.relations.get(name)
  if (found === undefined)
    throw refusal(`${definition.name} has no relation '${name}': it has ${listed(definition.relations.keys())}`)
  return found
}

const relate = (context: ModelContext, key: unknown, name: string, change: object): Promise<Joined> =>
  writing(context, async () => {
    const relation = relationNamed(context, name)
    const ready = await readChanges(context, key, 'a change of relationships', (reading) =>
      relationChange(context.definition, relation, change, reading),
    )
    const { counters } = await writeChanges(context, ready, undefined, (query) => ({
      query: query.with('*').return(() => ({ found: put(literal(1)) })),
      finish: (rows) => [...rows],
    }))
    return {
      connected: counters.relationshipsCreated,
      disconnected: counters.relationshipsDeleted,
      counters,
    }
  })

/** Each key with the properties of its relationship, where there are any. */
const withProperties = (keys: unknown, properties: unknown): unknown => {
  if (properties === undefined) return keys
  const each = (key: unknown): unknown =>
    isPlain(key) ? { $relationship: properties, ...key } : { $key: key, $relationship: properties }
  return Array.isArray(keys) ? keys.map(each) : each(keys)
}

/** Makes relationships to nodes that are there; one that is there already gets the properties. */
export const connect = (
  context: ModelContext,
  ...[key, name, keys, properties]: readonly [unknown, string, unknown, unknown?]
): Promise<Joined> => relate(context, key, name, { connect: withProperties(keys, properties) })

/** Ends relationships to these nodes; those that are not there are none to end. */
export const disconnect = (context: ModelContext, key: unknown, name: string, keys: unknown): Promise<Joined> =>
  relate(context, key, name, { disconnect: keys })

/** Leaves relationships to these nodes and to no others. */
export const set = (
  context: ModelContext,
  ...[key, name, keys, properties]: readonly [unknown, string, unknown, unknown?]
): Promise<Joined> => relate(context, key, name, { set: withProperties(keys, properties) })
