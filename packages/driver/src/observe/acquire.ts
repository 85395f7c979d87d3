import type { Connection } from '../connection.ts'
import type { AcquireRequest, Engine } from '../engine.ts'
import { channels } from './channels.ts'

const channel = channels['motif:acquire']

/** A connection of the engine's, told of where somebody listens. */
export const acquire = (engine: Engine, request: AcquireRequest): Connection | Promise<Connection> =>
  channel.hasSubscribers ? told(engine, request) : engine.acquire(request)

const told = async (engine: Engine, request: AcquireRequest): Promise<Connection> => {
  const { access, database, callSite } = request
  const asked = performance.now()
  const tell = (error: unknown): void =>
    channel.publish({ engine: engine.name, access, database, callSite, duration: performance.now() - asked, error })
  try {
    const connection = await engine.acquire(request)
    tell(undefined)
    return connection
  } catch (error) {
    tell(error)
    throw error
  }
}
