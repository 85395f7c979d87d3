import { dirname, join, resolve } from 'node:path'
import type { Scan } from '../catalog/catalog.ts'
import type { Config, ShapeOptions } from './config.ts'

/** A config with nothing left open: every default filled in, every path absolute. */
export interface Settings {
  readonly url: string | undefined
  readonly output: string
  readonly zod: string | undefined
  readonly snapshot: string
  readonly scan: Scan
  readonly shape: ShapeOptions
}

/** Fills in what a config leaves out; its paths are taken from `directory`. */
export const settle = (config: Config, directory: string): Settings => {
  const output = resolve(directory, config.output ?? 'graph.schema.ts')
  const beside = (name: string): string => join(dirname(output), name)
  const { scan = 'full', zod, snapshot, url, temporal, integers, overrides } = config
  return {
    url,
    output,
    zod: zod === false ? undefined : zod === undefined ? beside('graph.zod.ts') : resolve(directory, zod),
    snapshot: snapshot === undefined ? beside('graph.snapshot.json') : resolve(directory, snapshot),
    scan: scan === 'full' ? { mode: 'full' } : { mode: 'sample', size: scan.sample },
    shape: { temporal, integers, overrides },
  }
}
