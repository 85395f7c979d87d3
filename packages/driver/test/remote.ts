import { GraphError } from '@motif/core'
import type {
  AcquireRequest,
  BeginRequest,
  CommitReply,
  Connection,
  Engine,
  EngineCapabilities,
  Page,
  RunReply,
  RunRequest,
} from '../src/index.ts'
import { DatabaseCore } from '../src/database-core.ts'
import { GrafeoEngine } from '../src/grafeo/engine.ts'
import type { ConnectOptions } from '../src/options.ts'
import type { Clock } from '../src/transaction/retry-policy.ts'

/** One thing the engine was asked. */
export interface Step {
  readonly step: 'acquire' | 'begin' | 'run' | 'pull' | 'discard' | 'commit' | 'rollback' | 'interrupt' | 'release'
  readonly request?: unknown
}

/** What happens on the way to the engine, where a test wants it otherwise. */
export interface Faults {
  acquire?: (real: () => Promise<Connection>) => Promise<Connection>
  run?: (real: () => Promise<RunReply>, request: RunRequest) => Promise<RunReply>
  commit?: (real: () => Promise<CommitReply>) => Promise<CommitReply>
  interrupt?: (real: () => Promise<void>) => Promise<void>
}

/** A real engine that stands far away: it has users, databases and bookmarks, and the way to it breaks on demand. */
export interface Remote {
  readonly engine: Engine
  readonly steps: Step[]
  readonly faults: Faults
  /** The names of the steps, in a line. */
  told(): string
}

/** What a client sees of a broken connection. */
export const lost = (): GraphError =>
  new GraphError('CONNECTION', 'the connection to 10.0.0.1:7687 was lost', { fault: 'surroundings', retryable: true })

const terminated = (): GraphError =>
  new GraphError('ABORTED', 'the statement was terminated', { fault: 'engine', outcome: 'rolled back' })

/** Autocommit as servers do it: committed with the last rows, and taken back when it is interrupted before. */
const overNetwork = (near: Connection, far: Remote, bookmark: () => string): Connection => {
  const { steps, faults } = far
  let interrupted: (error: GraphError) => void = () => {}
  let ownTransaction = false
  const step = (name: Step['step'], request?: unknown): void => void steps.push({ step: name, request })
  const stoppable = <T>(work: Promise<T>): Promise<T> =>
    Promise.race([work, new Promise<never>((_, reject) => (interrupted = reject))])
  const ended = async (page: Page): Promise<Page> => {
    if (page.tail === undefined || !ownTransaction) return page
    ownTransaction = false
    await near.commit()
    return { ...page, tail: { ...page.tail, bookmark: bookmark() } }
  }
  const run = async (request: RunRequest): Promise<RunReply> => {
    ownTransaction = request.autocommit !== undefined
    if (ownTransaction) await near.begin(request.autocommit as BeginRequest)
    const reply = await near.run(request)
    return { ...reply, page: await ended(reply.page) }
  }
  const commit = async (): Promise<CommitReply> => {
    await near.commit()
    return { bookmark: bookmark() }
  }
  const interrupt = async (): Promise<void> => {
    interrupted(terminated())
    ownTransaction = false
    await near.rollback()
  }
  return {
    begin: (request) => (step('begin', request), near.begin(request)),
    run: (request) => (step('run', request), stoppable(faults.run?.(() => run(request), request) ?? run(request))),
    pull: async (request) => (step('pull'), ended(await stoppable(near.pull(request)))),
    discard: async (cursor) => {
      step('discard')
      const open = ownTransaction
      const tail = await near.discard(cursor)
      return open ? (await ended({ layout: 'records', rows: [], tail })).tail : undefined
    },
    commit: () => (step('commit'), faults.commit?.(commit) ?? commit()),
    rollback: () => (step('rollback'), near.rollback()),
    savepoint: (request) => near.savepoint(request),
    interrupt: () => (step('interrupt'), faults.interrupt?.(interrupt) ?? interrupt()),
    release: () => (step('release'), near.release()),
  }
}

/** Grafeo as if it were a server. */
export const remote = (capabilities: Partial<EngineCapabilities> = {}): Remote => {
  const near = new GrafeoEngine({})
  let commits = 0
  const far: Remote = {
    steps: [],
    faults: {},
    told: () => far.steps.map(({ step }) => step).join(' '),
    engine: {
      name: 'far',
      version: undefined,
      dialect: near.dialect,
      capabilities: {
        ...near.capabilities,
        cancel: true,
        autocommitAt: 'last rows',
        bookmarks: true,
        databases: true,
        users: true,
        ...capabilities,
      },
      retryDelay: 1_000,
      retryJitter: 0.2,
      codec: (schema) => near.codec(schema),
      open: () => near.open(),
      acquire: (request: AcquireRequest) => {
        far.steps.push({ step: 'acquire', request })
        const real = async (): Promise<Connection> => overNetwork(await near.acquire(), far, () => `mark-${++commits}`)
        return far.faults.acquire?.(real) ?? real()
      },
      classify: (error) => near.classify(error),
      statistics: () => [],
      close: () => near.close(),
    },
  }
  return far
}

/** A database over it. */
export const databaseOver = ({ engine }: Remote, options: ConnectOptions = {}, clock?: Clock): DatabaseCore =>
  new DatabaseCore({ name: engine.name, dialect: engine.dialect, load: async () => engine }, options, clock)
