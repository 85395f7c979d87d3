import { join } from 'node:path'
import { bundleWorker, runWorker } from '../bundle.ts'
import type { Figure } from '../figure.ts'

/** What reading from the embedded engine costs through Motif, beside the engine's own library. */
export const measureGrafeo = async (): Promise<Figure[]> => {
  const file = await bundleWorker(join(import.meta.dirname, 'worker.ts'), 'grafeo')
  return JSON.parse(await runWorker(file)) as Figure[]
}
