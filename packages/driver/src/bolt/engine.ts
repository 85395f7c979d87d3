import { amend, GraphError, type Dialect, type SchemaDescriptor, type Signal } from '@motif/core'
import type { AuthToken } from '../auth.ts'
import type { Connection } from '../connection.ts'
import type { AcquireRequest, Codec, Engine, EngineCapabilities, EngineInfo, Failure } from '../engine.ts'
import { report } from '../error/report.ts'
import { Deadline } from '../stream/deadline.ts'
import { connecting } from '../observe/connecting.ts'
import type { PoolStatistics } from '../pool/statistics.ts'
import { temporalReady } from '../temporal-library.ts'
import { type Address, addressText } from './address.ts'
import { answers } from './answers.ts'
import { sameAuth } from './auth/same-auth.ts'
import type { Channel, Metadata } from './channel.ts'
import { ChannelPools } from './channel-pools.ts'
import { classifyError } from './classify-error.ts'
import { BoltConnection } from './connection.ts'
import { encodeParams } from './encode.ts'
import { openChannel } from './open-channel.ts'
import { askRouter } from './routing/ask-router.ts'
import { directRouter } from './routing/direct-router.ts'
import { serverCode } from './routing/is-fatal.ts'
import { passesOn } from './routing/passing-on.ts'
import { reach } from './routing/reach.ts'
import type { Route, Router, TableRequest } from './routing/router.ts'
import type { RoutingTable } from './routing/routing-table.ts'
import { systemRoutingClock } from './routing/routing-clock.ts'
import { serverEvent } from './routing/server-event.ts'
import { TableRouter } from './routing/table-router.ts'
import { serverKind, type ServerKind } from './server-kind.ts'
import { ServerFailure } from './server-failure.ts'
import type { BoltSettings } from './settings.ts'

const unknownServer: ServerKind = serverKind('')

const capabilities: EngineCapabilities = {
  isolation: ['read committed'],
  savepoints: false,
  cancel: true,
  transactionalSchema: true,
  autocommitAt: 'last rows',
  bookmarks: true,
  databases: true,
  users: true,
  notifications: true,
  locksByWriting: true,
  whyNot: {
    serializable: 'it locks what it writes, not what it reads; take the locks first, by writing to what was read',
    snapshot: 'a statement sees what others committed before it reached it',
    savepoints: 'Bolt has none',
  },
}
const withoutLocks: EngineCapabilities = { ...capabilities, locksByWriting: false }

/** Servers that speak Bolt: one, or a cluster whose routing tables are followed. */
export class BoltEngine implements Engine {
  readonly retryDelay = 1_000
  readonly retryJitter = 0.2
  readonly #settings: BoltSettings
  readonly #router: Router
  readonly #pools: ChannelPools
  #kind: ServerKind = unknownServer

  constructor(settings: BoltSettings) {
    this.#settings = settings
    this.#pools = new ChannelPools({
      options: settings.pool,
      open: (address, auth, signal) => this.#open(address, auth, signal),
      onOpen: (channel) => this.#router.opened(channel),
      onClose: (channel) => this.#router.closed(channel),
    })
    this.#router = this.#makeRouter()
  }

  get name(): string {
    return this.#kind.name
  }

  get version(): string | undefined {
    return this.#kind === unknownServer ? undefined : this.#kind.version
  }

  get dialect(): Dialect {
    return this.#kind.dialect
  }

  get capabilities(): EngineCapabilities {
    return this.#kind.locksByWriting ? capabilities : withoutLocks
  }

  codec(_schema: SchemaDescriptor | undefined): Codec {
    return { encode: encodeParams, decoder: () => undefined }
  }

  async open(): Promise<EngineInfo> {
    const { database } = this.#settings
    // One that lay idle may be dead by now.
    const connection = await this.#reach({ access: 'read', database, fresh: true }, await this.#tokenFor({}))
    const { server } = connection.channel
    await connection.release()
    return { name: this.name, version: this.#kind.version, server }
  }

  /** At once where the route is known, a connection idle and the right user logged on to it. */
  acquire(wanted: AcquireRequest): Connection | Promise<Connection> {
    const { database } = this.#settings
    const request = database === undefined || wanted.database !== undefined ? wanted : { ...wanted, database }
    const token = this.#tokenFor(request)
    if (token instanceof Promise) return token.then((known) => this.#reach(request, known))
    if (request.fresh === true) return this.#reach(request, token)
    const route = this.#router.pick(request)
    if (route instanceof Promise) return this.#reach(request, token, { route })
    const channel = this.#pools.acquire(route.address, token, request)
    if (channel instanceof Promise) return this.#reach(request, token, { route, channel })
    const again = route.guessed ? {} : { route }
    return this.#connected(channel, route, { request, token }) ?? this.#reach(request, token, again)
  }

  classify(error: unknown): Failure {
    return classifyError(error)
  }

  statistics(): readonly PoolStatistics[] {
    return this.#pools.statistics()
  }

  async verifyAuthentication(auth: AuthToken, database: string | undefined = this.#settings.database): Promise<void> {
    const { address } = await this.#router.pick({ access: 'read', database, auth })
    const idle = this.#pools.takeIdle(address)
    if (idle !== undefined && (await this.#letsIn(idle, auth))) return
    const channel = await this.#open(address, auth)
    await channel.close()
  }

  /** The routing table as it stands, fetched where `fresh` is asked for. */
  async routingTable(database: string | undefined, fresh = false): Promise<RoutingTable | undefined> {
    if (fresh) await this.#router.refresh({ database })
    return this.#router.table(database)
  }

  async close(): Promise<void> {
    this.#router.close()
    await this.#pools.close()
  }

  /** Whether that could be tried on this channel. Throws why the server does not. */
  async #letsIn(channel: Channel, auth: AuthToken): Promise<boolean> {
    try {
      if (!channel.features.logon) return false
      channel.logon(auth)
      await channel.reset()
      return true
    } catch (error) {
      if (error instanceof GraphError && error.cause instanceof ServerFailure) throw error.cause
      return false // it was dead
    } finally {
      this.#pools.giveBack(channel, channel.broken === undefined)
    }
  }

  #tokenFor({ auth }: { readonly auth?: AuthToken | undefined }): AuthToken | Promise<AuthToken> {
    return auth ?? this.#settings.auth.token()
  }

  async #reach(request: AcquireRequest, token: AuthToken, begun: Begun = {}): Promise<BoltConnection> {
    const deadline = Deadline.of('the wait for a connection', request)
    let { channel } = begun
    let who = token
    const connect = async (route: Route): Promise<BoltConnection | undefined> => {
      for (;;) {
        const waiting = channel ?? this.#acquire(route.address, who, request)
        channel = undefined
        const connection = this.#connected(await waiting, route, { request, token: who })
        // Without one it was that of a token that was renewed, and is closed; unless the route itself was in doubt.
        if (connection !== undefined || route.guessed) return connection
        who = await this.#tokenFor(request)
      }
    }
    try {
      return await reach(this.#router, { ...request, deadline }, connect, begun.route)
    } finally {
      deadline?.dispose()
    }
  }

  /** A channel; one that is new or was just heard where a fresh one is wanted. */
  async #acquire(address: Address, token: AuthToken, request: AcquireRequest): Promise<Channel> {
    const asked = performance.now()
    for (;;) {
      const channel = await this.#pools.acquire(address, token, request)
      if (request.fresh !== true || channel.openedAt >= asked || (await answers(channel))) return channel
      this.#pools.giveBack(channel, false)
    }
  }

  /** Makes the channel ready for who asks; `undefined` when it is of no use to them, and was handed back. */
  #connected(channel: Channel, route: Route, { request, token }: Asked): BoltConnection | undefined {
    if (route.guessed && !passesOn(channel)) {
      this.#pools.giveBack(channel, true)
      return undefined
    }
    if (!this.#logOn(channel, request, token)) return undefined
    const { fetchSize, prefetch, telemetry } = this.#settings
    return new BoltConnection({
      channel,
      fetchSize,
      prefetch,
      telemetry,
      database: route.database,
      giveBack: this.#giveBack,
      explain: (error) => this.#explain(error, { channel, route, request }),
      onDatabase: (name) => request.database ?? this.#router.learn(request, name),
    })
  }

  #logOn(channel: Channel, { auth }: Pick<AcquireRequest, 'auth'>, token: AuthToken): boolean {
    const { logon } = channel.features
    if (sameAuth(channel.auth, token) && !this.#pools.hasExpired(channel)) {
      // Whether the next session could have a user of its own would depend on what lies idle.
      if (logon || auth === undefined) return true
    } else if (logon) {
      channel.logon(token)
      return true
    }
    this.#pools.giveBack(channel, auth !== undefined)
    if (auth === undefined) return false // the token was renewed: another connection is opened with it
    const { protocolVersion } = channel.server
    throw new GraphError(
      'UNSUPPORTED_FEATURE',
      `the server speaks Bolt ${protocolVersion}: a session can have a user of its own from 5.1 on (Neo4j 5.5)`,
      { outcome: 'not sent' },
    )
  }

  readonly #giveBack = (channel: Channel, reusable: boolean): void => this.#pools.giveBack(channel, reusable)

  /** Tells the router and the auth manager what an error means to them; returns what the caller is told. */
  #explain(error: unknown, { channel, route, request }: Where): unknown {
    const event = serverEvent(error)
    if (event !== undefined) this.#router.report(channel.address, route.table, event)
    return this.#afterRefusal(error, channel, request)
  }

  /** An authorization that expired is renewed by logging on again; a token of the manager's own, by the manager. */
  #afterRefusal(error: unknown, channel: Channel, { auth }: Pick<AcquireRequest, 'auth'>): unknown {
    const code = serverCode(error)
    if (code === 'Neo.ClientError.Security.AuthorizationExpired') this.#pools.expire(channel.address)
    return auth === undefined ? this.#afterSecurity(error, code, channel.auth) : error
  }

  /** A new token may help where the manager says so. */
  #afterSecurity(error: unknown, code: string | undefined, token: AuthToken): unknown {
    if (code?.startsWith('Neo.ClientError.Security.') !== true) return error
    const renewed = this.#settings.auth.onSecurityFailure(token, code)
    const told = (may: boolean): unknown => (may ? amend(report(this, error), { retryable: true }) : error)
    return renewed instanceof Promise ? renewed.then(told) : told(renewed)
  }

  async #open(address: Address, auth: AuthToken, signal?: Signal): Promise<Channel> {
    const { routing, tls, userAgent, notifications, connectTimeout, keepAlive } = this.#settings
    const tell = connecting(addressText(address))
    try {
      const encryption = await tls?.()
      const opening = openChannel({
        address,
        auth,
        tls: encryption,
        userAgent,
        routing: routing && this.#context(routing),
        notifications,
        connectTimeout,
        keepAlive,
        signal,
      })
      const [channel] = await Promise.all([opening, temporalReady()])
      this.#kind = serverKind(channel.server.agent)
      tell()
      return channel
    } catch (error) {
      tell(error)
      throw await this.#afterSecurity(error, serverCode(error), auth)
    }
  }

  #context(routing: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    return { ...routing, address: addressText(this.#settings.address) }
  }

  #makeRouter(): Router {
    const { address, routing, resolver, connectTimeout } = this.#settings
    if (routing === undefined) return directRouter(address)
    return new TableRouter({
      seed: address,
      resolver,
      fetchTable: (router, request, signal) => this.#fetchTable(router, request, signal),
      answerTimeout: connectTimeout,
      clock: systemRoutingClock,
      inUse: (server) => this.#pools.inUse(server),
      onForget: (server) => this.#pools.forget(server),
    })
  }

  async #routerChannel(address: Address, request: TableRequest, signal: AbortSignal): Promise<Channel> {
    for (;;) {
      const token = await this.#tokenFor(request)
      const channel = await this.#pools.acquire(address, token, { signal, priority: 'high' })
      if (this.#logOn(channel, request, token)) return channel
    }
  }

  async #fetchTable(address: Address, request: TableRequest, signal: AbortSignal): Promise<Metadata> {
    const channel = await this.#routerChannel(address, request, signal)
    const abandon = (): void => channel.destroy(new GraphError('CONNECTION', 'nobody waits for the table any more'))
    signal.addEventListener('abort', abandon, { once: true })
    try {
      return await askRouter(channel, this.#context(this.#settings.routing ?? {}), request)
    } catch (error) {
      throw await this.#afterRefusal(error, channel, request)
    } finally {
      signal.removeEventListener('abort', abandon)
      const reset = channel.failed ? channel.reset() : Promise.resolve()
      reset.then(
        () => this.#giveBack(channel, channel.broken === undefined),
        () => this.#giveBack(channel, false),
      )
    }
  }
}

/** What of the way to a connection was begun already. */
interface Begun {
  readonly route?: Route | Promise<Route>
  readonly channel?: Promise<Channel>
}

interface Asked {
  readonly request: AcquireRequest
  /** Who asks: the request's own user, or the engine's. */
  readonly token: AuthToken
}

interface Where {
  readonly channel: Channel
  readonly route: Route
  readonly request: AcquireRequest
}
