import type { TypeWord } from '../catalog/type-word.ts'
import { text, texts } from './ask.ts'
import type { Kind } from './parts.ts'
import type { Ask, Disguises } from './words.ts'

interface Stored {
  readonly targets: readonly string[]
  readonly key: string
  readonly stored: readonly string[]
}

const columns = [
  { name: 'targets', type: texts },
  { name: 'key', type: text },
  { name: 'stored', type: texts },
]

// The type of a relationship comes as :`TYPE`, with nothing in it escaped.
const questions: Readonly<Record<Kind, string>> = {
  node: 'CALL db.schema.nodeTypeProperties() YIELD nodeLabels, propertyName, propertyTypes WITH nodeLabels AS targets,',
  relationship:
    'CALL db.schema.relTypeProperties() YIELD relType, propertyName, propertyTypes ' +
    'WITH [substring(relType, 2, size(relType) - 3)] AS targets,',
}

const wordOf = (stored: ReadonlySet<string>): TypeWord | undefined =>
  stored.has('ByteArray') ? (stored.size === 1 ? 'bytes' : 'other') : undefined

/**
 * Bytes look like a list of integers to Cypher; only the procedures that describe the schema tell them apart. They read
 * the whole graph, so they are asked only where there are such lists. Where both kinds are stored under one name, what
 * one of them is cannot be told.
 */
export const neo4jDisguises = async (ask: Ask, kind: Kind): Promise<Disguises> => {
  const rows = await ask<Stored>({
    text:
      `${questions[kind]} propertyName AS key, [t IN propertyTypes WHERE t ENDS WITH 'Array'] AS stored ` +
      'WHERE size(stored) > 0 RETURN targets, key, stored',
    columns,
  })
  const all = new Map<string, Map<string, Set<string>>>()
  for (const { targets, key, stored } of rows) {
    for (const target of targets) {
      const keys = all.get(target) ?? new Map<string, Set<string>>()
      all.set(target, keys.set(key, new Set([...(keys.get(key) ?? []), ...stored])))
    }
  }
  const words = (keys: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, TypeWord> =>
    new Map(
      [...keys].flatMap(([key, stored]) => {
        const word = wordOf(stored)
        return word === undefined ? [] : [[key, word] as const]
      }),
    )
  return new Map([...all].map(([target, keys]) => [target, words(keys)]))
}
