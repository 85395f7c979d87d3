import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Package, packages, root } from '../manifest.ts'
import { must } from '../must.ts'

/** A package as it would be published. */
export interface Tarball {
  readonly name: string
  readonly file: string
  /** What is inside, by path below the package's folder. */
  readonly contents: readonly string[]
}

const folder = join(root, '.tmp/packed')

const pack = async ({ folder: cwd, manifest }: Package): Promise<Tarball> => {
  const file = join(folder, `${manifest.name.replace('@', '').replace('/', '-')}-${manifest.version}.tgz`)
  await must(['pnpm', 'pack', '--pack-destination', folder], cwd)
  const listed = await must(['tar', '-tzf', file], cwd)
  const contents = listed
    .trim()
    .split('\n')
    .map((path) => path.replace('package/', ''))
  return { name: manifest.name, file, contents }
}

/** Builds from nothing and packs the three packages. */
export const packAll = async (): Promise<readonly Tarball[]> => {
  await must(['tsx', 'tools/build.ts', '--clean'])
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const tarballs: Tarball[] = []
  for (const each of packages) tarballs.push(await pack(each))
  return tarballs
}
