import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { bundleWorker, runWorker } from '../bundle.ts'

export const processes = 12

/** Milliseconds until a package, as it is published, is imported: of the fastest of so many fresh processes. */
export const importTime = async (name: string): Promise<number> => {
  const worker = await bundleWorker(join(import.meta.dirname, 'import.ts'), 'size-import')
  const taken: number[] = []
  for (let at = 0; at < processes; at++) taken.push(Number(await runWorker(worker, [name])))
  return Math.min(...taken)
}

/** Kilobytes of everything a package exports with all it needs, minified and gzipped: the most it adds to a program. */
export const bundleSize = async (name: string, without: readonly string[] = []): Promise<number> => {
  const { outputFiles } = await build({
    stdin: { contents: `export * from '${name}'`, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'es2023',
    external: [...without],
    logLevel: 'silent',
  })
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length / 1_000
}
