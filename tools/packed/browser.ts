import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import type { Consumer } from './consumer.ts'

/** Bundles the browser's program and runs it where nothing of Node exists. */
export const runInBrowser = async ({ folder }: Consumer): Promise<void> => {
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: [join(folder, 'browser.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'program',
    platform: 'browser',
    target: 'es2023',
    logLevel: 'silent',
  })
  const code = outputFiles[0]?.text ?? ''
  const result: unknown = runInContext(`${code};program.verdict`, createContext({}))
  if (result !== 'ok') throw new Error(`the browser's program ended with ${String(result)}`)
}
