import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { compareCompletions, readQuestions } from '../../types/completions.ts'

const fixture = join(import.meta.dirname, 'fixture')
const project = join(fixture, 'tsconfig.json')
const scratch = mkdtempSync(join(tmpdir(), 'motif-completions-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const ask = (line: string): string[] => {
  const file = join(scratch, 'asked.ts')
  writeFileSync(file, `import { label } from '${join(fixture, 'check.ts')}'\n${line}\n`)
  return compareCompletions(project, [file])
}

describe('the harness for completions', () => {
  it('finds what an editor offers', () => {
    expect(compareCompletions(project, [join(fixture, 'completions/label.ts')])).toEqual([])
  })

  it('reports an entry that is missing, one too many, and one too dear', () => {
    expect(ask("label('¦') // ⇥ User ⇥ Group ⇥ …")).toEqual([expect.stringContaining(':2 not offered: Group')])
    expect(ask("label('¦') // ⇥ User")).toEqual([expect.stringContaining(':2 offered besides: Post')])
    expect(ask("label('¦') // ⇥ … ≤ 0")).toEqual([expect.stringMatching(/:2 \d+ instantiations, at most 0/)])
  })

  it('wants one cursor and one answer a line', () => {
    expect(() => readQuestions("label('¦')")).toThrow('line 1: one ¦')
    expect(readQuestions("a('¦') // ⇥ b ≤ 5\nc('d¦') // ⇥").questions).toEqual([
      { line: 1, offset: 3, entries: ['b'], more: false, budget: 5 },
      { line: 2, offset: 21, entries: [], more: false, budget: undefined },
    ])
  })
})
