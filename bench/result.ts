import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import type { Figure } from './figure.ts'
import { toMarkdown } from './markdown.ts'

/** What a benchmark found, where and when. */
export interface Result {
  readonly benchmark: string
  /** ISO 8601. */
  readonly date: string
  readonly machine: Readonly<Record<string, string | number>>
  readonly versions: Readonly<Record<string, string>>
  readonly figures: readonly Figure[]
}

const folder = join(import.meta.dirname, 'results')

const manifest = (path: string): { version: string; dependencies?: object; devDependencies?: object } =>
  JSON.parse(readFileSync(path, 'utf8')) as ReturnType<typeof manifest>

/** Every package this folder depends on, as it is installed. */
const versions = (): Record<string, string> => {
  const names = Object.keys(manifest(join(import.meta.dirname, 'package.json')).devDependencies ?? {})
  const installed = names.map((name) => [
    name,
    manifest(join(import.meta.dirname, 'node_modules', name, 'package.json')).version,
  ])
  return { node: process.versions.node, ...Object.fromEntries(installed) }
}

const machine = (): Record<string, string | number> => ({
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  system: `${type()} ${release()}`,
  loadAverage: Math.round((loadavg()[0] ?? 0) * 10) / 10,
})

/** Figures with what one has to know of where they come from. */
export const describe = (benchmark: string, figures: readonly Figure[]): Result => ({
  benchmark,
  date: new Date().toISOString(),
  machine: machine(),
  versions: versions(),
  figures,
})

/** Writes a result beside the others, and the page that shows them all. */
export const writeResult = (result: Result): void => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${result.benchmark}.json`), `${JSON.stringify(result, undefined, 2)}\n`)
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  const results = files.toSorted().map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Result)
  writeFileSync(join(folder, 'RESULTS.md'), toMarkdown(results))
}
