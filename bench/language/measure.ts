import { join } from 'node:path'
import { bundleWorker, runWorker } from '../bundle.ts'
import type { Figure } from '../figure.ts'
import { bundleSize } from '../size/published.ts'
import { compilers, instantiationsPerQuery } from '../types/instantiations.ts'
import { oddStatements } from './odd-statements.ts'
import { refusedStatements } from './refused.ts'
import { language } from './statements.ts'
import { aheadOfTime, written } from './written.ts'

const labels = 100
/** The most instantiations each statement may cost. */
const bounds: Readonly<Record<string, number>> = { ten: 14_000, large: 26_000 }
const names: Readonly<Record<string, string>> = { ten: 'ten clauses', large: 'a large statement' }

const measureStatements = async (): Promise<Figure[]> => {
  const figures: Figure[] = []
  for (const [kind, most] of Object.entries(bounds)) {
    for (const compiler of compilers) {
      const value = await instantiationsPerQuery(compiler, { design: language, labels, kind, queries: 100 })
      figures.push({ name: names[kind] ?? kind, of: compiler.name, value, unit: 'instantiations', bound: { most } })
    }
  }
  return figures
}

/** What a statement costs whose types are read, not inferred. */
const measureWritten = (): Promise<Figure[]> =>
  Promise.all(
    compilers.map(async (compiler) => ({
      name: `${written} statements ahead of time, each`,
      of: compiler.name,
      value: await instantiationsPerQuery(compiler, {
        design: aheadOfTime,
        labels,
        kind: 'statement',
        queries: written,
      }),
      unit: 'instantiations',
      bound: { most: 40 },
    })),
  )

/** What all of the language costs: types, texts that are refused though they are right, size, and reading hostile texts. */
export const measureLanguage = async (): Promise<Figure[]> => {
  const refused = await refusedStatements(oddStatements)
  for (const each of refused) console.error(`refused by type: ${each}`)
  const worker = await bundleWorker(join(import.meta.dirname, 'hostile-worker.ts'), 'language')
  return [
    ...(await measureStatements()),
    ...(await measureWritten()),
    {
      name: `refused of ${oddStatements.length} odd statements`,
      value: refused.length,
      unit: '',
      bound: { most: 0 },
    },
    {
      name: 'all of @motif/core, minified and gzipped',
      value: await bundleSize('@motif/core'),
      unit: 'kB',
      bound: { most: 40 },
    },
    ...(JSON.parse(await runWorker(worker)) as Figure[]),
  ]
}
