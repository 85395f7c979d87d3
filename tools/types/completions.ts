import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { type Completion, createLanguageService } from './language-service.ts'

/** A place in a file where an editor is asked, and what it must answer. */
export interface Question {
  /** From 1. */
  readonly line: number
  /** Offset of the cursor once every `¦` is taken out. */
  readonly offset: number
  readonly entries: readonly string[]
  /** More entries than those named are allowed. */
  readonly more: boolean
  /** The most instantiations the answer may cost. */
  readonly budget: number | undefined
}

const answer = /\/\/ ⇥(?<text>.*)$/

/**
 * Reads the questions of a file, one a line: `match('(u:¦)') // ⇥ (u:User) ⇥ (u:Post)`. The entries named are all there
 * are, in any order; `⇥ …` as the last one allows others; `≤ 5000` at the end bounds the instantiations.
 */
export const readQuestions = (source: string): { readonly text: string; readonly questions: readonly Question[] } => {
  const questions: Question[] = []
  let taken = 0
  let start = 0
  for (const [index, row] of source.split('\n').entries()) {
    const cursor = row.indexOf('¦')
    if (cursor >= 0) {
      questions.push({ line: index + 1, offset: start + cursor - taken, ...readAnswer(row, index + 1) })
      taken += 1
    }
    start += row.length + 1
  }
  return { text: source.replaceAll('¦', ''), questions }
}

const readAnswer = (row: string, line: number): Pick<Question, 'entries' | 'more' | 'budget'> => {
  const text = answer.exec(row)?.groups?.['text']
  if (text === undefined || row.split('¦').length !== 2) throw new Error(`line ${line}: one ¦ and one "// ⇥ …" a line`)
  const [listed = '', budget] = text.split(/ ≤ (?=\d+\s*$)/)
  const entries = listed
    .split('⇥')
    .map((each) => each.trim())
    .filter((each) => each !== '')
  const more = entries.at(-1) === '…'
  return {
    entries: more ? entries.slice(0, -1) : entries,
    more,
    budget: budget === undefined ? undefined : Number(budget),
  }
}

/** What an editor on TypeScript 5.9 answers differently from what the files say; empty when all is as written. */
export const compareCompletions = (project: string, files: readonly string[]): string[] => {
  const wrong: string[] = []
  const service = createLanguageService(project)
  for (const file of files) {
    const { text, questions } = readQuestions(readFileSync(file, 'utf8'))
    service.write(file, text)
    for (const question of questions) {
      const place = `${relative(process.cwd(), file)}:${question.line}`
      wrong.push(...judge(place, question, service.completionsAt(file, question.offset)))
    }
  }
  return wrong
}

const judge = (place: string, { entries, more, budget }: Question, got: Completion): string[] => {
  const wrong: string[] = []
  const missing = entries.filter((each) => !got.entries.includes(each))
  const extra = more ? [] : got.entries.filter((each) => !entries.includes(each))
  if (missing.length > 0)
    wrong.push(`${place} not offered: ${missing.join(' ⇥ ')}\n  was: ${got.entries.slice(0, 20).join(' ⇥ ')}`)
  if (extra.length > 0) wrong.push(`${place} offered besides: ${extra.slice(0, 20).join(' ⇥ ')}`)
  if (budget !== undefined && got.instantiations > budget)
    wrong.push(`${place} ${got.instantiations} instantiations, at most ${budget}`)
  return wrong
}
