import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../manifest.ts'
import { must } from '../must.ts'
import type { Tarball } from './pack.ts'

const wanted = /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md|dist\/.+\.(?:js|js\.map|d\.ts))$/

/** Looks into a tarball: nothing but what is meant to be published, no path of this machine, no way into sources. */
export const checkContents = async ({ file, contents }: Tarball): Promise<void> => {
  const strange = contents.filter((path) => !wanted.test(path))
  if (strange.length > 0) throw new Error(`not meant to be published: ${strange.join(', ')}`)
  for (const needed of ['package.json', 'README.md', 'LICENSE']) {
    if (!contents.includes(needed)) throw new Error(`${needed} is missing`)
  }
  const folder = mkdtempSync(join(tmpdir(), 'motif-contents-'))
  try {
    await must(['tar', '-xzf', file, '-C', folder])
    for (const path of filesIn(folder)) refuseTraces(path, readFileSync(join(folder, path), 'utf8'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(folder, path)).isFile())

const refuseTraces = (path: string, text: string): void => {
  for (const trace of [root, 'motif-source', '"workspace:', '"catalog:']) {
    if (text.includes(trace)) throw new Error(`${path} mentions ${trace}`)
  }
}
