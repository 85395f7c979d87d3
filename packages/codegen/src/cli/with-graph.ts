import type { Executor } from '@motif/core'
import type { Progress } from '../introspect/introspect.ts'
import { progressLine } from './progress.ts'
import type { Terminal } from './terminal.ts'

/** Opens a graph for some work with a progress line, and closes both however the work ends. */
export const withGraph = async <T>(
  terminal: Terminal,
  url: string,
  json: boolean,
  work: (executor: Executor, onProgress: (progress: Progress) => void) => Promise<T>,
): Promise<T> => {
  const line = await progressLine(terminal, json)
  try {
    const graph = terminal.open(url)
    try {
      return await work(graph.executor, (progress) => line.show(progress))
    } finally {
      await graph.close()
    }
  } finally {
    line.stop()
  }
}
