import type { Answer } from './answer.ts'
import { isExpected } from './is-expected.ts'
import { isSame } from './is-same.ts'
import type { Outcome } from './outcome.ts'
import type { Scenario } from './scenario.ts'

/**
 * What Motif's text does beside the original, best first: `same` comes to the same, `mended` gives what the kit expects
 * where the original does not, `refused` is refused by the dialect by name, `unread` is not known to the grammar,
 * `different` is a fault of ours.
 */
const verdicts = ['same', 'mended', 'refused', 'unread', 'different'] as const
export type Verdict = (typeof verdicts)[number]

/** A text that was not sent. */
export type Refusal = Extract<Answer, { readonly error: Error }>

/** Which is worse. */
export const worse = (a: Verdict, b: Verdict): Verdict => (verdicts.indexOf(a) > verdicts.indexOf(b) ? a : b)

/** The verdict over Motif's text, beside what the original came to. */
export const judge = (scenario: Scenario, original: Outcome, ours: Outcome | Refusal): Verdict => {
  const right = isExpected(original, scenario)
  if ('error' in ours) {
    if ('error' in original.answer) return 'same'
    if (scenario.expected.kind === 'error') return 'mended'
    return ours.by === 'grammar' ? 'unread' : ours.by === 'dialect' ? 'refused' : 'different'
  }
  const mended = isExpected(ours, scenario)
  if (right && mended) return 'same'
  if (isSame(original, ours, scenario, right)) return 'same'
  return mended ? 'mended' : 'different'
}
