import { connect } from '@motif/driver'
import type { OpenGraph } from './terminal.ts'

/** Opens the graph of a URL through the driver; it is reached with the first query, where a failure surfaces. */
export const openGraph = (url: string): OpenGraph => {
  const db = connect(url)
  return { executor: db.executor, close: () => db.close() }
}
