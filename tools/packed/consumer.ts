import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../manifest.ts'
import { diagnose } from '../types/diagnose.ts'
import type { Compiler } from '../types/compilers.ts'
import { must } from '../must.ts'
import type { Tarball } from './pack.ts'

/** An empty project of somebody else's, with the packages installed from their tarballs. */
export interface Consumer {
  readonly folder: string
}

/** How a project resolves modules. */
export type Resolution = 'nodenext' | 'bundler'

const strict = { target: 'es2023', strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false }

/** Installs the tarballs with npm, beside nothing but the embedded engine and Node's types. */
export const createConsumer = async (
  tarballs: readonly Tarball[],
  versions: Readonly<Record<string, string>>,
): Promise<Consumer> => {
  const folder = mkdtempSync(join(tmpdir(), 'motif-consumer-'))
  const local = Object.fromEntries(tarballs.map(({ name, file }) => [name, `file:${file}`]))
  const manifest = { private: true, type: 'module', dependencies: { ...local, ...versions } }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, undefined, 2))
  cpSync(join(root, 'tools/packed/consumer'), folder, { recursive: true })
  await must(['npm', 'install', '--no-audit', '--no-fund'], folder)
  return { folder }
}

const writeProject = ({ folder }: Consumer, name: string, options: object, files: readonly string[]): string => {
  const project = join(folder, `tsconfig.${name}.json`)
  writeFileSync(project, JSON.stringify({ compilerOptions: { ...strict, ...options }, files }))
  return project
}

/** Checks the program for Node, declarations of libraries included; throws with every complaint. */
export const checkNodeTypes = async (consumer: Consumer, compiler: Compiler, resolution: Resolution): Promise<void> => {
  const module = resolution === 'nodenext' ? 'nodenext' : 'esnext'
  const options = { module, moduleResolution: resolution, lib: ['es2023'], types: ['node'], outDir: 'out' }
  const project = writeProject(consumer, `node-${resolution}`, options, ['node.ts'])
  refuse(await diagnose(compiler, project))
}

/** Checks the program for a browser: the DOM and nothing of Node. */
export const checkBrowserTypes = async (consumer: Consumer, compiler: Compiler): Promise<void> => {
  const options = { module: 'esnext', moduleResolution: 'bundler', lib: ['es2023', 'dom'], types: [] }
  refuse(await diagnose(compiler, writeProject(consumer, 'browser', options, ['browser.ts'])))
}

const refuse = (complaints: readonly { file: string; line: number; text: string }[]): void => {
  if (complaints.length === 0) return
  throw new Error(
    complaints
      .slice(0, 10)
      .map(({ file, line, text }) => `${file}:${line} ${text}`)
      .join('\n'),
  )
}
