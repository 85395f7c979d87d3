import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { Diagnostic } from './diagnose.ts'

/** A line that must be refused, and every text its one error must contain. */
export interface Expectation {
  readonly line: number
  readonly texts: readonly string[]
}

const mark = /\/\/ ✖ (?<text>.+?)\s*$/
const alone = /^\s*\/\/ ✖ /

/**
 * Reads the expectations of a file. `code // ✖ text` speaks of its own line; a line that holds nothing but `// ✖ text`
 * speaks of the next line of code, and several in a row must all be in that line's one error.
 */
export const readExpectations = (source: string): Expectation[] => {
  const found: Expectation[] = []
  let waiting: string[] = []
  for (const [index, row] of source.split('\n').entries()) {
    const text = mark.exec(row)?.groups?.['text']
    if (text !== undefined && alone.test(row)) waiting.push(text)
    else if (text !== undefined || waiting.length > 0) {
      found.push({ line: index + 1, texts: text === undefined ? waiting : [...waiting, text] })
      waiting = []
    }
  }
  if (waiting.length > 0) throw new Error(`no line of code follows the expectation "${waiting.join('", "')}"`)
  return found
}

/** What differs between the complaints of a compiler and the expectations in the files; empty when all is as written. */
export const compareMessages = (files: readonly string[], diagnostics: readonly Diagnostic[]): string[] => {
  const wrong: string[] = []
  const expected = new Set<Diagnostic>()
  for (const file of files) {
    for (const { line, texts } of readExpectations(readFileSync(file, 'utf8'))) {
      const here = diagnostics.filter((each) => each.file === file && each.line === line)
      for (const each of here) expected.add(each)
      wrong.push(...judge(`${relative(process.cwd(), file)}:${line}`, texts, here))
    }
  }
  const others = diagnostics.filter((each) => !expected.has(each))
  return [
    ...wrong,
    ...others.map((each) => `${relative(process.cwd(), each.file)}:${each.line} unexpected error: ${each.text}`),
  ]
}

const judge = (place: string, texts: readonly string[], here: readonly Diagnostic[]): string[] => {
  const [only] = here
  if (only === undefined) return [`${place} no error, expected: ${texts.join(' + ')}`]
  if (here.length > 1)
    return [`${place} ${here.length} errors, expected one:\n${here.map((each) => each.text).join('\n')}`]
  return texts
    .filter((text) => !only.text.includes(text))
    .map((text) => `${place} expected: ${text}\n  was: ${only.text}`)
}
