import { amend, GraphError, type QueryRequest } from '@motif/core'
import type { Engine, Failure } from '../engine.ts'

/** What is told about the query an error belongs to; parameters stay off the message. */
export type Subject = Pick<QueryRequest, 'text' | 'params' | 'callSite'>

/** The one place where an engine's error becomes a GraphError. */
export const report = (engine: Engine | undefined, error: unknown, subject?: Subject): GraphError => {
  const name = engine === undefined ? undefined : nameOf(engine)
  if (error instanceof GraphError) return withSubject(error, name, subject)
  if (engine === undefined)
    return make({ code: 'ENGINE', message: String(error), fault: 'engine', cause: error }, subject)
  return make({ engine: name, cause: error, ...engine.classify(error) }, subject)
}

const nameOf = ({ name, version }: Engine): string => (version === undefined ? name : `${name} ${version}`)

const withSubject = (error: GraphError, engine: string | undefined, subject: Subject | undefined): GraphError => {
  const told = error.query !== undefined || subject === undefined
  if (told && (error.engine !== undefined || engine === undefined)) return error
  const about = told ? {} : { query: subject.text, params: subject.params, callSite: subject.callSite }
  return amend(error, { engine: error.engine ?? engine, ...about })
}

const make = ({ code, message, ...details }: Failure, subject?: Subject): GraphError =>
  new GraphError(
    code,
    message,
    subject === undefined
      ? details
      : { query: subject.text, params: subject.params, callSite: subject.callSite, ...details },
  )
