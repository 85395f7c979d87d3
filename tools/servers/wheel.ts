import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { must } from '../must.ts'
import { folders } from './folders.ts'
import type { Report } from './server.ts'

/** A Python wheel that carries a server or a Java: nothing of it is run by Python. */
export interface Wheel {
  readonly name: string
  readonly version: string
  /** Of the machine it was built for. */
  readonly platform: string
}

/** The folder a wheel is unpacked in; pip fetches it at the first use. */
export const unpackWheel = async ({ name, version, platform }: Wheel, report: Report): Promise<string> => {
  const folder = join(folders.cache, `${name}-${version}`)
  if (existsSync(folder)) return folder
  report(`fetching ${name} ${version} by pip`)
  mkdirSync(folders.cache, { recursive: true })
  const half = `${folder}.${process.pid}`
  const only = [
    '--no-deps',
    '--only-binary=:all:',
    '--implementation=cp',
    '--python-version=3.11',
    '--platform',
    platform,
  ]
  await must(['python3', '-m', 'pip', 'install', '--quiet', ...only, '--target', half, `${name}==${version}`])
  if (existsSync(folder))
    rmSync(half, { recursive: true }) // somebody else was quicker
  else renameSync(half, folder)
  return folder
}
