import type { Executor } from '@motif/core'
import { progressLine } from './progress.ts'
import type { WorkProgress } from './progress-text.ts'
import type { OpenGraph, Terminal } from './terminal.ts'

/** What is done with a graph; `graph.db` for transactions. */
export type GraphWork<T> = (
  executor: Executor,
  onProgress: (progress: WorkProgress) => void,
  graph: OpenGraph,
) => Promise<T>

/** Opens a graph for some work with a progress line, and closes both however the work ends. */
export const withGraph = async <T>(terminal: Terminal, url: string, json: boolean, work: GraphWork<T>): Promise<T> => {
  const line = await progressLine(terminal, json)
  try {
    const graph = terminal.open(url)
    try {
      return await work(graph.executor, (progress) => line.show(progress), graph)
    } finally {
      await graph.close()
    }
  } finally {
    line.stop()
  }
}
