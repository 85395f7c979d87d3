import { DatabaseCore } from '../../src/database-core.ts'
import type { ConnectOptions } from '../../src/options.ts'
import { BoltEngine } from '../../src/bolt/engine.ts'
import type { BoltOptions } from '../../src/bolt/options.ts'
import { settingsOf } from '../../src/bolt/settings-of.ts'

/** A database at this address; nothing is opened before it is used. */
export const databaseAt = (
  url: string,
  change: Partial<BoltOptions> = {},
  options: ConnectOptions = {},
): DatabaseCore => {
  const engine = new BoltEngine(settingsOf({ url, ...change }))
  return new DatabaseCore({ name: engine.name, dialect: engine.dialect, load: async () => engine }, options)
}
