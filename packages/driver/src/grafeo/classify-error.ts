import type { ErrorDetails, ErrorCode } from '@motif/core'
import type { Failure } from '../engine.ts'

interface NativeError {
  readonly message: string
  readonly gqlStatus?: string | undefined
  readonly code?: string | undefined
}

/** What a status or a code in the text means. A rule without `message` keeps the engine's own words. */
interface Rule {
  readonly when: RegExp
  readonly code: ErrorCode
  readonly details: ErrorDetails
  readonly message?: string
}

const undone = 'rolled back'

/** The first that matches counts. Read against `status GRAFEO-code text`. */
const rules: readonly Rule[] = [
  {
    when: /^40000|GRAFEO-T001/,
    code: 'CONFLICT',
    details: { fault: 'surroundings', retryable: true, outcome: undone },
    message: 'another transaction changed the same data first',
  },
  // Its status says "data exception"; it is a limit on time.
  {
    when: /GRAFEO-Q003/,
    code: 'TIMEOUT',
    details: { fault: 'surroundings', outcome: undone },
    message: 'the engine gave the query up after its own limit of about 30 s',
  },
  { when: /^G2000|^G1001|Constraint violation/, code: 'CONSTRAINT', details: { outcome: undone } },
  { when: /^42002.*Missing parameter|^InvalidArg/, code: 'PARAMETER', details: { outcome: 'not sent' } },
  { when: /^42/, code: 'SYNTAX', details: { outcome: 'not sent' } },
  { when: /^25|Transaction error/, code: 'TRANSACTION', details: { outcome: undone } },
  {
    when: /GRAFEO-X001|cannot be locked|is locked/,
    code: 'CONNECTION',
    details: { fault: 'surroundings', retryable: false, outcome: 'not sent' },
  },
  {
    when: /GRAFEO-(X002|S002)|cannot open/,
    code: 'CONNECTION',
    details: { fault: 'surroundings', outcome: 'not sent' },
  },
]

/** What an error of the engine means. */
export const classifyError = (error: unknown): Failure => {
  const { message, gqlStatus, code } = native(error)
  const engineCode = gqlStatus ?? /GRAFEO-[A-Z]\d+/.exec(message)?.[0] ?? code
  const words = message.replace(/^[A-Z][\w ]* error: /, '').replace(/GRAFEO-[A-Z]\d+: /g, '')
  const rule = rules.find(({ when }) => when.test(`${gqlStatus ?? code ?? ''} ${message}`))
  if (rule?.code === 'CONSTRAINT') return { code: 'CONSTRAINT', engineCode, ...rule.details, ...constraint(words) }
  if (rule !== undefined) return { code: rule.code, message: rule.message ?? words, engineCode, ...rule.details }
  return { code: 'ENGINE', message: withoutValues(words), fault: 'engine', engineCode, outcome: undone }
}

/** Errors of evaluation quote what they stumbled over, which may be a parameter's value: `5 / 0`. */
const withoutValues = (words: string): string => words.replace(/'[^']*'|"[^"]*"|-?\b\d+(?:\.\d+)?\b/g, '…')

/** The engine tells label, properties and values in its text only; values are left out of ours. */
const constraint = (
  words: string,
): { message: string; label?: string | undefined; properties?: readonly string[] | undefined } => {
  const label = /(?: on|already exists? on) :(\S+)/.exec(words)?.[1]
  const listed = /propert(?:y|ies) (?:'([^']*)'|\(([^)]*)\))/.exec(words)
  const properties = listed?.[1] !== undefined ? [listed[1]] : listed?.[2]?.split(', ')
  const subject = label === undefined ? 'a node' : `${/^[aeio]/i.test(label) ? 'an' : 'a'} ${label}`
  if (/UNIQUE/.test(words)) {
    return {
      message: `${subject} with the same ${properties?.join(' and ') ?? 'key'} exists already`,
      label,
      properties,
    }
  }
  if (/missing/.test(words))
    return { message: `${subject} needs ${properties?.join(' and ') ?? 'a property'}`, label, properties }
  return {
    message: words
      .replace(/^Invalid value: /, '')
      .replace(/^Constraint violation: /, '')
      .replace(/ with values? .*? already/, ' already'),
    label,
    properties,
  }
}

const native = (error: unknown): NativeError =>
  error instanceof Error ? (error as NativeError) : { message: String(error) } // napi adds the fields to a plain Error
