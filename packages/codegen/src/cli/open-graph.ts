import { connect } from '@motif/driver'
import { fromEnvironment } from '@motif/driver/environment'
import type { OpenGraph, Terminal } from './terminal.ts'

const isServer = (url: string): boolean => /^(?:bolt|neo4j)/i.test(url)
const who = /^GRAPH_(?:USER|PASSWORD|TOKEN)$/

/** Variables that bear on this URL: a file has no user, and a user in the URL comes before one in the environment. */
const bearingOn = (url: string, environment: Terminal['environment']): Terminal['environment'] => {
  const named = /\/\/[^/?#]*@/.test(url)
  return Object.fromEntries(
    Object.entries(environment).filter(
      ([name]) => name.startsWith('GRAPH_') && isServer(url) && !(named && who.test(name)),
    ),
  )
}

/**
 * Opens the graph of a URL through the driver, with what the environment says of user, encryption and patience; it is
 * reached with the first query, where a failure surfaces.
 */
export const openGraph = (url: string, environment: Terminal['environment'] = {}): OpenGraph => {
  const { url: plain, options } = fromEnvironment({ ...bearingOn(url, environment), GRAPH_URL: url })
  const db = connect(plain, options)
  return { db, executor: db.executor, close: () => db.close() }
}
