import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { run } from '../tools/run.ts'

const folder = join(import.meta.dirname, '.tmp/workers')

/**
 * Makes a worker one file that plain node runs: no loader stands between it and the packages, which it finds as they
 * are published.
 */
export const bundleWorker = async (source: string, name: string): Promise<string> => {
  mkdirSync(folder, { recursive: true })
  const outfile = join(folder, `${name}.mjs`)
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
  })
  return outfile
}

/** Runs a worker and gives back what it printed. */
export const runWorker = async (
  file: string,
  args: readonly string[] = [],
  flags: readonly string[] = [],
): Promise<string> => {
  const { code, output } = await run([process.execPath, ...flags, file, ...args], { capture: true })
  if (code !== 0) throw new Error(`${file} ended with ${code}: ${output}`)
  return output
}
