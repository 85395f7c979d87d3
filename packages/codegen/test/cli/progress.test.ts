import { describe, expect, it } from 'vitest'
import { openGraph } from '../../src/cli/open-graph.ts'
import { progressLine } from '../../src/cli/progress.ts'
import { TextSink } from './sink.ts'

/** What is told of a hundred steps. */
const told = async (errors: TextSink, environment: Record<string, string> = {}, json = false): Promise<string> => {
  const out = new TextSink()
  const terminal = { directory: '/', environment, out, errors, signal: new AbortController().signal, open: openGraph }
  const line = await progressLine(terminal, json)
  for (let done = 0; done < 100; done++) line.show({ what: `Label${done}`, done, total: 100 })
  line.stop()
  expect(out.text).toBe('')
  return errors.text
}

const terminalOf = (columns: number): TextSink => Object.assign(new TextSink(), { isTTY: true, columns })

const plain = Array.from({ length: 10 }, (_, tenth) => `reading Label${tenth * 10} (${tenth * 10} of 100)\n`).join('')

describe('progress', () => {
  it('is a plain line for each tenth in a pipe, in CI, and on a terminal without a width', async () => {
    expect(await told(new TextSink())).toBe(plain)
    expect(await told(terminalOf(80), { CI: 'true' })).toBe(plain)
    expect(await told(terminalOf(0))).toBe(plain)
  })

  it('is nothing for programs', async () => {
    expect(await told(terminalOf(80), {}, true)).toBe('')
  })

  it('lets no name command the terminal', async () => {
    const errors = new TextSink()
    const terminal = {
      directory: '/',
      environment: {},
      out: new TextSink(),
      errors,
      signal: new AbortController().signal,
      open: openGraph,
    }
    const line = await progressLine(terminal, false)
    line.show({ what: 'a\u001b[2Jb\nc', done: 0, total: 1 })
    expect(errors.text).toBe('reading a�[2Jb�c (0 of 1)\n')
  })
})
