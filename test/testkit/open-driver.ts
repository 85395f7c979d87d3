import type { SchemaShape } from '@motif/core'
import { connect, type Database } from '@motif/driver'
import type { AuthToken, BoltOptions } from '@motif/driver/bolt'
import { toManager } from '../../packages/driver/src/bolt/auth/to-manager.ts'
import { settingsOf } from '../../packages/driver/src/bolt/settings-of.ts'
import { WatchedEngine } from './watched-engine.ts'

/** What TestKit calls a driver. */
export class OpenDriver {
  readonly engine: WatchedEngine
  readonly db: Database<SchemaShape>
  readonly encrypted: boolean
  /** Who the driver asks as. */
  readonly auth: () => Promise<AuthToken>
  #closed = false

  constructor(options: BoltOptions, maxRetryTime: number | undefined) {
    this.engine = new WatchedEngine(settingsOf(options))
    this.auth = async () => toManager(options.auth).token()
    this.db = connect(this.engine, { maxRetryTime })
    this.encrypted = /^(?:bolt|neo4j)\+s/.test(options.url) || options.tls !== undefined
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.db.close({ timeout: 2000 })
  }

  /** The test is over, whatever it left open. */
  abandon(): void {
    if (!this.#closed) void this.db.close({ timeout: 0 }).then(nothing, nothing)
  }
}

const nothing = (): void => {}
