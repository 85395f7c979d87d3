import { dirname, join, resolve } from 'node:path'
import { GraphError } from '@motif/core'
import type { Scan } from '../catalog/catalog.ts'
import { enumLimit } from '../catalog/enum.ts'
import type { ValueWish } from '../introspect/introspect.ts'
import type { Config, ElementOverride, Samples, ShapeOptions } from './config.ts'

/** A config with nothing left open: every default filled in, every path absolute. */
export interface Settings {
  readonly url: string | undefined
  readonly output: string
  readonly zod: string | undefined
  readonly snapshot: string
  readonly scan: Scan
  readonly shape: ShapeOptions
  /** Properties whose values are read for an enum. */
  readonly enums: readonly ValueWish[]
  readonly samples: Samples | undefined
}

const wishesOf = (on: ValueWish['on'], overrides: Readonly<Record<string, ElementOverride>> = {}): ValueWish[] =>
  Object.entries(overrides).flatMap(([target, { properties = {} }]) =>
    Object.entries(properties).flatMap(([property, override]) => {
      const limit = enumLimit(override)
      return limit === undefined ? [] : [{ on, target, property, limit }]
    }),
  )

/** Refuses to write two files into one. */
const mustDiffer = (paths: readonly (string | undefined)[]): void => {
  const twice = paths.find((path, at) => path !== undefined && paths.indexOf(path) !== at)
  if (twice !== undefined)
    throw new GraphError('USAGE', `\`output\`, \`zod\` and \`snapshot\` are three files, but two of them are ${twice}`)
}

/** Fills in what a config leaves out; its paths are taken from `directory`. Throws USAGE for two files of one path. */
export const settle = (config: Config, directory: string): Settings => {
  const output = resolve(directory, config.output ?? 'graph.schema.ts')
  const beside = (name: string): string => join(dirname(output), name)
  const { scan = 'full', url, temporal, integers, overrides, naming, samples } = config
  const zod = config.zod === undefined ? beside('graph.zod.ts') : config.zod && resolve(directory, config.zod)
  const snapshot = config.snapshot === undefined ? beside('graph.snapshot.json') : resolve(directory, config.snapshot)
  mustDiffer([output, zod || undefined, snapshot])
  return {
    url,
    output,
    zod: zod || undefined,
    snapshot,
    scan: scan === 'full' ? { mode: 'full' } : { mode: 'sample', size: scan.sample },
    shape: { temporal, integers, overrides, naming },
    enums: [...wishesOf('node', overrides?.nodes), ...wishesOf('relationship', overrides?.relationships)],
    samples: typeof samples === 'number' ? { count: samples } : samples,
  }
}
