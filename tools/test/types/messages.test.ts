import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allCompilers } from '../../types/compilers.ts'
import { diagnose, parseDiagnostics } from '../../types/diagnose.ts'
import { compareMessages, readExpectations } from '../../types/messages.ts'

const folder = join(import.meta.dirname, 'fixture/messages')
const file = join(folder, 'label.ts')

describe('the harness for messages', () => {
  it.each(allCompilers)('finds what TypeScript $name says', async (compiler) => {
    const diagnostics = await diagnose(compiler, join(folder, 'tsconfig.json'))
    expect(diagnostics.map(({ line }) => line)).toEqual([4, 7])
    expect(compareMessages([file], diagnostics)).toEqual([])
  })

  it('reports an error that is missing, doubled, different or not expected', () => {
    const at = (line: number, text: string): { file: string; line: number; text: string } => ({ file, line, text })
    const wrong = compareMessages(
      [file],
      [at(4, 'one'), at(4, 'two'), at(7, "Property 'nam' does not exist"), at(1, 'three')],
    )
    expect(wrong).toHaveLength(3)
    expect(wrong[0]).toContain(':4 2 errors, expected one')
    expect(wrong[1]).toContain(":7 expected: Did you mean 'name'?")
    expect(wrong[2]).toContain(':1 unexpected error: three')
    expect(compareMessages([file], [])).toHaveLength(2)
  })

  it('refuses an expectation that no line of code follows', () => {
    expect(() => readExpectations('// ✖ lost')).toThrow('no line of code follows the expectation "lost"')
  })

  it('joins the lines of one message', () => {
    const output = 'a.ts(3,4): error TS2345: first\n  second\nerror TS18003: no inputs\n'
    expect(parseDiagnostics(output, '/p')).toEqual([
      { file: '/p/a.ts', line: 3, text: 'TS2345: first\n  second' },
      { file: '', line: 0, text: 'TS18003: no inputs' },
    ])
  })
})
