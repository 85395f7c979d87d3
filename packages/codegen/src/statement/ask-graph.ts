import { type CompiledQuery, type Executor, GraphError, type Signal } from '@motif/core'
import type { Problem } from './fault.ts'
import { standIns } from './stand-in.ts'
import { offsetAt, textPlace } from './text-place.ts'

const prefix = 'EXPLAIN '

/** What an engine says of the statement itself; the rest is of the connection, and ends the command. */
const ofTheStatement = new Set(['SYNTAX', 'UNSUPPORTED_FEATURE', 'ENGINE'])

/** Grafeo's `--> query:2:16`. */
const grafeoPlace = (message: string, text: string): number | undefined => {
  const [, line, column] = /--> query:(\d+):(\d+)/u.exec(message) ?? []
  return line === undefined || column === undefined ? undefined : offsetAt(text, Number(line), Number(column))
}

/** What was sent without what asks for a plan: a text may ask for one by itself. */
const bare = (text: string): string => text.replace(/^\s*(?:EXPLAIN|PROFILE)\s+/iu, '')

const problemOf = (error: GraphError, text: string): Problem => {
  const sent = `${prefix}${bare(text)}`
  const place = textPlace(error.message, sent) ?? grafeoPlace(error.message, sent)
  const offset = place === undefined ? undefined : Math.max(place - prefix.length + text.length - bare(text).length, 0)
  const [problem = ''] = error.message.split('\n')
  return { problem: problem.replace(/ \(line \d+, column \d+.*$/u, ''), offset, severity: 'error' }
}

export interface AskOptions {
  /** True where the types have checked the names: that the graph at hand has none such yet is then no news. */
  readonly namesKnown: boolean
  readonly signal: Signal | undefined
}

/**
 * Asks a graph for the plan of a statement, which never runs it: what the engine says against it, and what it remarks.
 * Throws what is wrong with the connection.
 */
export const askGraph = async (
  executor: Executor,
  query: CompiledQuery,
  { namesKnown, signal }: AskOptions,
): Promise<readonly Problem[]> => {
  const { text, params, parameters, bindings, access } = query
  try {
    const result = executor.execute(
      {
        text: `${prefix}${bare(text)}`,
        params: { ...standIns(parameters), ...params },
        parameters: bindings,
        columns: undefined,
        access,
      },
      { signal },
    )
    for await (const _ of result) {
      /* a plan has no rows */
    }
    const { notifications } = await result.summary()
    return notifications
      .filter(({ severity, category }) => severity === 'WARNING' && !(namesKnown && category === 'UNRECOGNIZED'))
      .map(({ description, position }) => ({
        problem: description,
        offset: position === undefined ? undefined : Math.max(position.offset - prefix.length, 0),
        severity: 'warning',
      }))
  } catch (error) {
    if (error instanceof GraphError && ofTheStatement.has(error.code)) return [problemOf(error, text)]
    // A stand-in that does not fit says nothing against the statement.
    if (error instanceof GraphError && error.code === 'PARAMETER') return []
    throw error
  }
}
