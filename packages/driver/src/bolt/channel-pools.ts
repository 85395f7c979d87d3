import type { Signal } from '@motif/core'
import type { AuthToken } from '../auth.ts'
import { poolListener } from '../observe/pool-listener.ts'
import { Pool } from '../pool/pool.ts'
import type { PoolOptions } from '../pool/options.ts'
import type { PoolRequest } from '../pool/request.ts'
import type { PoolStatistics } from '../pool/statistics.ts'
import { type Address, addressText } from './address.ts'
import { answers } from './answers.ts'
import type { Channel } from './channel.ts'

/** What the pools need from outside. */
export interface ChannelPoolsSettings {
  readonly options: PoolOptions
  readonly open: (address: Address, auth: AuthToken, signal: Signal) => Promise<Channel>
  readonly onOpen: (channel: Channel) => void
  readonly onClose: (channel: Channel) => void
}

interface Server {
  readonly address: Address
  readonly pool: Pool<Channel>
  /** Who asked last: a new connection is opened for them. */
  auth: AuthToken
  /** What the server knows of users it was told until then has expired. */
  expiredAt: number
}

/** One pool of connections for each server. */
export class ChannelPools {
  readonly #settings: ChannelPoolsSettings
  readonly #servers: Map<string, Server> = new Map()
  /** Also those that were forgotten since. */
  readonly #owners: WeakMap<Channel, Server> = new WeakMap()
  readonly #leaving: Set<Pool<Channel>> = new Set()

  constructor(settings: ChannelPoolsSettings) {
    this.#settings = settings
  }

  /** Lends a channel to this server; whoever is logged on there, it may be somebody else. */
  acquire(address: Address, auth: AuthToken, request: PoolRequest): Channel | Promise<Channel> {
    const server = this.#server(address, auth)
    server.auth = auth
    return server.pool.acquire(request)
  }

  giveBack(channel: Channel, reusable: boolean): void {
    const { pool } = this.#ownerOf(channel)
    if (reusable) pool.release(channel)
    else void pool.destroy(channel).catch(ignore) // at the end of the pools it was closed already
  }

  inUse(address: Address): number {
    return this.#servers.get(addressText(address))?.pool.inUse ?? 0
  }

  /** Lends one that is idle, if there is one. */
  takeIdle(address: Address): Channel | undefined {
    return this.#servers.get(addressText(address))?.pool.takeIdle()
  }

  /** Who is logged on to this server so far has to log on again; a channel on which that is impossible is closed. */
  expire(address: Address): void {
    const server = this.#servers.get(addressText(address))
    if (server !== undefined) server.expiredAt = performance.now()
  }

  /** Whether who is logged on has to log on again. */
  hasExpired(channel: Channel): boolean {
    return channel.loggedOnAt <= this.#ownerOf(channel).expiredAt
  }

  /** The server is not asked any more: what is idle is closed, what is used once it comes back. */
  forget(address: Address): void {
    const name = addressText(address)
    const server = this.#servers.get(name)
    if (server === undefined) return
    this.#servers.delete(name)
    this.#leaving.add(server.pool)
    void server.pool.drain({ timeout: Infinity }).then(() => this.#leaving.delete(server.pool))
  }

  statistics(): readonly PoolStatistics[] {
    return [...this.#servers.values()].map(({ pool }) => pool.statistics())
  }

  async close(): Promise<void> {
    const pools = [...this.#leaving, ...[...this.#servers.values()].map(({ pool }) => pool)]
    this.#servers.clear()
    await Promise.all(pools.map((pool) => pool.drain({ timeout: 0 })))
  }

  #ownerOf(channel: Channel): Server {
    return this.#owners.get(channel) as Server // it was made there
  }

  #server(address: Address, auth: AuthToken): Server {
    const name = addressText(address)
    const known = this.#servers.get(name)
    if (known !== undefined) return known
    const server: Server = { address, auth, expiredAt: -Infinity, pool: this.#pool(name, () => server) }
    this.#servers.set(name, server)
    return server
  }

  #pool(name: string, server: () => Server): Pool<Channel> {
    const { options, open, onOpen, onClose } = this.#settings
    const pool = new Pool<Channel>(
      name,
      {
        create: async (signal) => {
          const channel = await open(server().address, server().auth, signal)
          this.#owners.set(channel, server())
          onOpen(channel)
          return channel
        },
        destroy: (channel) => {
          onClose(channel)
          return channel.close()
        },
        isUsable: (channel) =>
          channel.broken === undefined && (channel.features.logon || channel.openedAt > server().expiredAt),
        isAlive: answers,
      },
      options,
    )
    pool.onEvent = poolListener(name)
    return pool
  }
}

const ignore = (): void => {}
