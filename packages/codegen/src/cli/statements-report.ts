import { relative } from 'node:path'
import { counted } from '../catalog/words.ts'
import type { FileDifference } from '../check/file-difference.ts'
import type { StatementsReport } from '../statement/check-statements.ts'
import type { StatementFault } from '../statement/fault.ts'
import type { WrittenFile } from '../write-files.ts'

const mostShown = 100

/** The line of the text that holds the place, cut to a readable part, with a caret under the place. */
const picture = ({ text, offset }: StatementFault): string => {
  const from = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  const left = Math.max(from, offset - mostShown / 2)
  const shown = text.slice(left, Math.min(end === -1 ? text.length : end, left + mostShown)).replaceAll(/[\t\r]/gu, ' ')
  return `    ${shown.trimEnd()}\n    ${' '.repeat(offset - left)}^`
}

const who = { grammar: '', types: '', graph: ', says the graph' }

const faultText = (fault: StatementFault, directory: string): string => {
  const { file, line, column, problem, from, severity } = fault
  const place = `${relative(directory, file) || file}:${line}:${column}`
  return `${place}: ${severity === 'warning' ? 'warning: ' : ''}${problem}${who[from]}\n${picture(fault)}`
}

const foundText = ({ statements, chains, searched, mode, dialects, partial }: StatementsReport): string => {
  const found = `${counted(statements, 'statement')} and ${counted(chains, 'chain')} in ${counted(searched, 'file')}`
  const asked = mode === 'live' ? `asked of the graph (${dialects.join(', ')})` : 'checked against what the graph said'
  const rest = partial === 0 ? '' : `; of ${counted(partial, 'chain')} only the texts: the rest is the program's to say`
  return `${found}, ${asked}${rest}`
}

const sumText = ({ faults, unasked }: StatementsReport): string => {
  const errors = faults.filter(({ severity }) => severity === 'error').length
  const warnings = faults.length - errors
  const parts = [
    errors === 0 ? 'no fault' : counted(errors, 'fault'),
    ...(warnings === 0 ? [] : [counted(warnings, 'warning')]),
    ...(unasked === 0
      ? []
      : [`${counted(unasked, 'text')} that the graph was not asked about: run \`motif statements\` beside it`]),
  ]
  return parts.join(', ')
}

/** What `motif statements` says: each fault with its place, then what was written, or what is stale. */
export const statementsReport = (
  report: StatementsReport,
  written: readonly WrittenFile[] | readonly FileDifference[],
  directory: string,
): string => {
  const shown = (path: string): string => relative(directory, path) || path
  const lines = written.map((each) =>
    'changed' in each
      ? `${each.changed ? 'wrote    ' : 'unchanged'} ${shown(each.path)}`
      : `${shown(each.path)} ${each.problem === 'missing' ? 'is missing' : 'is stale'}: run \`motif statements\` and commit what it writes`,
  )
  const faults = report.faults.map((fault) => `${faultText(fault, directory)}\n`)
  return `${[...faults, ...lines, `${foundText(report)}: ${sumText(report)}`].join('\n')}\n`
}
