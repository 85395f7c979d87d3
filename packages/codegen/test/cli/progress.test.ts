import { describe, expect, it } from 'vitest'
import { Pace } from '../../src/cli/pace.ts'
import { progressLine } from '../../src/cli/progress.ts'
import { movingText, type WorkProgress } from '../../src/cli/progress-text.ts'
import { terminalOf } from './motif.ts'
import { TextSink } from './sink.ts'

const hundred = Array.from({ length: 100 }, (_, done): WorkProgress => ({ what: `Label${done}`, done, total: 100 }))

interface How {
  readonly errors?: TextSink
  readonly environment?: Record<string, string>
  readonly json?: boolean
}

/** What is told of some steps, a second apart. */
const told = async (
  steps: readonly WorkProgress[],
  { errors = new TextSink(), environment = {}, json = false }: How = {},
): Promise<string> => {
  const terminal = { ...terminalOf('/', { environment }), errors }
  let second = 0
  const line = await progressLine(terminal, json, () => 1_000 * second++)
  for (const step of steps) line.show(step)
  line.stop()
  expect(terminal.out.text).toBe('')
  return errors.text
}

const sized = (columns: number): TextSink => Object.assign(new TextSink(), { isTTY: true, columns })

const plain = Array.from({ length: 10 }, (_, tenth) => `reading Label${tenth * 10} (${tenth * 10} of 100)\n`).join('')

describe('progress', () => {
  it('is a plain line for each tenth in a pipe, in CI, and on a terminal without a width', async () => {
    expect(await told(hundred)).toBe(plain)
    expect(await told(hundred, { errors: sized(80), environment: { CI: 'true' } })).toBe(plain)
    expect(await told(hundred, { errors: sized(0) })).toBe(plain)
  })

  it('is nothing for programs', async () => {
    expect(await told(hundred, { errors: sized(80), json: true })).toBe('')
  })

  it('moves on a terminal, with what is done, of how much, and how quickly', () => {
    let second = 0
    const pace = new Pace(() => 1_000 * second++)
    const at = (done: number): string =>
      movingText({ verb: 'writing', what: 'nodes', done, total: 3_000, counted: true }, pace)
    expect(at(0)).toBe(`${'░'.repeat(24)} writing nodes 0/3,000`)
    expect(at(1_500)).toBe(`${'█'.repeat(12)}${'░'.repeat(12)} writing nodes 1,500/3,000, 1,500/s`)
    expect(movingText({ what: 'rows', done: 12_000 }, pace)).toBe('reading rows 12,000')
  })

  it('tells the rate of what is counted, for each thing anew', async () => {
    const of = (what: string) =>
      [0, 1_500, 3_000].map((done) => ({ verb: 'writing', what, done, total: 3_000, counted: true }))
    expect(await told([...of('nodes'), ...of('relationships')])).toBe(
      [
        'writing nodes (0 of 3,000)',
        'writing nodes (1,500 of 3,000, 1,500/s)',
        'writing nodes (3,000 of 3,000, 1,500/s)',
        'writing relationships (0 of 3,000)',
        'writing relationships (1,500 of 3,000, 1,500/s)',
        'writing relationships (3,000 of 3,000, 1,500/s)',
        '',
      ].join('\n'),
    )
  })

  it('tells of work without a known end at each doubling', async () => {
    const steps = Array.from({ length: 50 }, (_, step) => ({ what: 'rows', done: step * 1_000, counted: true }))
    expect(await told(steps)).toBe(
      'reading rows (0)\nreading rows (10,000, 1,000/s)\nreading rows (20,000, 1,000/s)\nreading rows (40,000, 1,000/s)\n',
    )
  })

  it('lets no name command the terminal', async () => {
    expect(await told([{ what: 'a\u001b[2Jb\nc', done: 0, total: 1 }])).toBe('reading a�[2Jb�c (0 of 1)\n')
  })
})
