import { relative } from 'node:path'
import { differenceText } from '../catalog/difference.ts'
import { counted } from '../catalog/words.ts'
import type { CheckReport } from '../check/check.ts'
import type { Generated } from '../generate.ts'
import type { WrittenFile } from '../write-files.ts'

/** A path as the user would type it. */
const shown = (path: string, directory: string): string => relative(directory, path) || path

/** What `motif generate` says when it is done. */
export const generateReport = ({ catalog }: Generated, written: readonly WrittenFile[], directory: string): string => {
  const { labels, relationships, scan } = catalog
  const how = scan.mode === 'full' ? 'full scan' : `sample of about ${counted(scan.size, 'node')} a label`
  const lines = written.map(({ path, changed }) => `${changed ? 'wrote    ' : 'unchanged'} ${shown(path, directory)}`)
  return `${[...lines, `${counted(labels.length, 'label')}, ${counted(relationships.length, 'relationship type')} (${how})`].join('\n')}\n`
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
