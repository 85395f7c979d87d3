import type { Executor, SchemaShape } from '@motif/core'
import { connect, type Database } from '@motif/driver'
import { freshGraph } from '@motif/driver/testing'
import { kinds, type ServerKind } from '../../tools/servers/kinds.ts'

/** Engines that the kit is asked of. */
export type EngineName = 'grafeo' | ServerKind

/** A graph that can be emptied. */
export interface Graph {
  readonly executor: Executor
  /** The engine's own name and version. */
  readonly engine: string
  /** Empties it, if anything may have been written since it was empty. */
  empty(): Promise<void>
  /** Says that something may have been written. */
  touch(): void
  close(): Promise<void>
}

const grafeo = async (): Promise<Graph> => {
  let db: Database<SchemaShape> = freshGraph('grafeo')
  const { name, version } = await db.open()
  let touched = false
  return {
    get executor() {
      return db.executor
    },
    engine: `${name} ${version}`,
    touch: () => {
      touched = true
    },
    async empty() {
      if (!touched) return
      await db.close()
      db = freshGraph('grafeo')
      touched = false
    },
    close: () => db.close(),
  }
}

const server = async (kind: ServerKind): Promise<Graph> => {
  const started = await kinds[kind]({ brief: true, report: (doing) => console.error(`… ${doing}`) })
  const db = connect<SchemaShape>(started.url)
  const { name, version } = await db.open()
  let touched = false
  return {
    executor: db.executor,
    engine: `${name} ${version}`,
    touch: () => {
      touched = true
    },
    async empty() {
      if (touched) await db.cypher.as<never, {}>('MATCH (n) DETACH DELETE n').execute()
      touched = false
    },
    async close() {
      await db.close()
      await started.stop()
    },
  }
}

/** Starts an engine with an empty graph; a server is fetched and started for it, and lets everybody in. */
export const openGraph = (engine: EngineName): Promise<Graph> => (engine === 'grafeo' ? grafeo() : server(engine))
