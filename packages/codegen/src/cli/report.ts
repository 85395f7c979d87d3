import { relative } from 'node:path'
import type { Catalog } from '../catalog/catalog.ts'
import { differenceText } from '../catalog/difference.ts'
import { counted, grouped } from '../catalog/words.ts'
import type { CheckReport } from '../check/check.ts'
import type { Generated } from '../generate.ts'
import type { WrittenFile } from '../write-files.ts'

/** A path as the user would type it. */
const shown = (path: string, directory: string): string => relative(directory, path) || path

const sum = (entries: readonly { readonly count: number }[]): number =>
  entries.reduce((all, each) => all + each.count, 0)

const scanText = ({ scan, labelSets, relationships }: Catalog): string => {
  const graph = `${counted(sum(labelSets), 'node')} and ${counted(sum(relationships), 'relationship')}`
  return scan.mode === 'full'
    ? `full scan of ${graph}`
    : `sample of about ${grouped(scan.size)} of each; ${graph} in all`
}

/** What `motif generate` says when it is done. */
export const generateReport = ({ catalog }: Generated, written: readonly WrittenFile[], directory: string): string => {
  const lines = written.map(({ path, changed }) => `${changed ? 'wrote    ' : 'unchanged'} ${shown(path, directory)}`)
  const found = `${counted(catalog.labels.length, 'label')}, ${counted(catalog.relationships.length, 'relationship type')}`
  return `${lines.join('\n')}\n${found} (${scanText(catalog)})\n`
}

/** Lines of a patch that are shown: the first tell what is wrong, the rest is in `--json`. */
const patchLines = 40

const patchText = (patch: string): string => {
  const lines = patch.trimEnd().split('\n')
  const more = lines.length - patchLines
  return [...lines.slice(0, patchLines), ...(more > 0 ? [`… ${counted(more, 'more line')}`] : [])].join('\n')
}

/** What `motif check` says: nothing differs, or what does and the way out. */
export const checkReport = (report: CheckReport, directory: string): string => {
  const { ok, mode, differences, files } = report
  if (ok)
    return mode === 'live'
      ? 'the graph and the generated files agree\n'
      : 'the generated files agree with the snapshot\n'
  const blocks: string[] = []
  if (differences.length > 0) {
    const lines = differences.map((each) => `  ${differenceText(each)}`)
    blocks.push(
      [`the graph differs from the snapshot in ${counted(differences.length, 'place')}:`, ...lines].join('\n'),
    )
  }
  for (const { path, problem, patch } of files) {
    const file = shown(path, directory)
    blocks.push(
      problem === 'missing'
        ? `${file} is missing`
        : `${file} is not what the snapshot and the config give:\n${patchText(patch ?? '')}`,
    )
  }
  return `${blocks.join('\n\n')}\n\nrun \`motif generate\` and commit what it writes\n`
}
