import type { SchemaEngine } from './engine/schema-engine.ts'
import { type AnyGraph, rowsOf } from './graph-handle.ts'

/** What keeps two runners from making the same node twice. */
const wanted = [
  { name: '_motif_migration_id', target: '_MotifMigration' },
  { name: '_motif_lock_id', target: '_MotifLock' },
] as const

/** Makes the constraints that the history and the lock stand on, unless they are there. */
export const bootstrap = async (db: AnyGraph, engine: SchemaEngine): Promise<void> => {
  const there = new Set((await engine.constraints()).map(({ name }) => name))
  for (const { name, target } of wanted) {
    if (there.has(name)) continue
    const text = engine.create({ name, target, kind: 'unique', on: 'node', properties: ['id'] })
    await rowsOf(db, text.replace(' FOR ', ' IF NOT EXISTS FOR '))
  }
}
