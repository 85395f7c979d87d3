import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What one subpath of a package offers, by condition. */
export type Conditions = Readonly<Record<string, string>>

/** The fields of a package.json that our tools read. */
export interface Manifest {
  readonly name: string
  readonly version: string
  readonly exports: Readonly<Record<string, Conditions>>
  readonly bin?: Readonly<Record<string, string>>
  readonly publishConfig?: { readonly exports?: Readonly<Record<string, Conditions>> }
  readonly [field: string]: unknown
}

/** A package of the workspace that is published. */
export interface Package {
  readonly folder: string
  readonly manifest: Manifest
}

/** The root of the repository. */
export const root: string = join(import.meta.dirname, '..')

/** The published packages, each after those it depends on. */
export const packages: readonly Package[] = ['core', 'driver', 'codegen'].map((name) => {
  const folder = join(root, 'packages', name)
  return { folder, manifest: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest }
})

/** The source files a package is built from: one for each subpath and each command. */
export const entriesOf = ({ folder, manifest }: Package): string[] => {
  const built = [
    ...Object.values(manifest.exports).map((each) => each['default']),
    ...Object.values(manifest.bin ?? {}),
  ]
  return built.map((file) => {
    if (file === undefined) throw new Error(`${manifest.name}: a subpath has no "default"`)
    return join(folder, file.replace('dist/', 'src/').replace(/\.js$/, '.ts'))
  })
}
