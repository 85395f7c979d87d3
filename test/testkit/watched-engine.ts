import type { AcquireRequest, Connection, RunReply, RunRequest } from '@motif/driver'
import type { Answer } from '../../packages/driver/src/bolt/channel.ts'
import type { BoltConnection } from '../../packages/driver/src/bolt/connection.ts'
import { BoltEngine } from '../../packages/driver/src/bolt/engine.ts'
import { tag } from '../../packages/driver/src/bolt/message/tag.ts'
import { RunStep } from './run-step.ts'

/**
 * The engine as it is, with an eye on the answers to RUN, since TestKit wants to know whether RUN or PULL failed, and on
 * those to the first PULL.
 */
export class WatchedEngine extends BoltEngine {
  override acquire(request: AcquireRequest): Connection | Promise<Connection> {
    const acquired = super.acquire(request)
    return acquired instanceof Promise ? acquired.then(watched) : watched(acquired)
  }
}

const watched = (connection: Connection): Connection => {
  const { channel } = connection as BoltConnection // the engine makes no others
  const run = connection.run.bind(connection)
  connection.run = (request: RunRequest): Promise<RunReply> => {
    const step = RunStep.current.getStore()
    if (step === undefined) return run(request)
    const send = channel.send.bind(channel)
    channel.send = (which, fields, answer) =>
      send(
        which,
        fields,
        which === tag.run ? telling(step, answer) : which === tag.pull ? ending(step, answer) : answer,
      )
    try {
      return run(request)
    } finally {
      Reflect.deleteProperty(channel, 'send')
    }
  }
  return connection
}

const telling = (step: RunStep, answer: Answer): Answer => ({
  success: (metadata) => {
    answer.success(metadata)
    step.start((metadata['fields'] ?? []) as readonly string[])
  },
  failure: (failure) => answer.failure(failure),
  ignored: () => answer.ignored(),
  lost: (error) => answer.lost(error),
})

const ending = (step: RunStep, answer: Answer): Answer => {
  const arrive = (): void => step.arrive()
  return {
    record: (reader) => answer.record?.(reader),
    success: (metadata) => (answer.success(metadata), arrive()),
    failure: (failure) => (answer.failure(failure), arrive()),
    ignored: () => (answer.ignored(), arrive()),
    lost: (error) => (answer.lost(error), arrive()),
  }
}
