import { readFileSync } from 'node:fs'
import { GraphError } from '@motif/core'
import type { Catalog } from './catalog/catalog.ts'
import { parseSnapshot } from './catalog/snapshot.ts'

/** Reads the snapshot at a path. Throws USAGE when there is none, or something else is there. */
export const readSnapshot = (path: string): Catalog => {
  try {
    return parseSnapshot(readFileSync(path, 'utf8'), path)
  } catch (cause) {
    if (cause instanceof GraphError) throw cause
    throw new GraphError('USAGE', `there is no snapshot at ${path}; write it with \`motif generate\``, { cause })
  }
}
