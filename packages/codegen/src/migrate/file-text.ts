import { quoted, valueKey } from '../emit/identifier.ts'
import type { Plan, PlannedStep } from './planned.ts'
import type { Step } from './step.ts'

const literal = (value: unknown): string => {
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined)
    return `{ ${entries.map(([name, each]) => `${valueKey(name)}: ${literal(each)}`).join(', ')} }`
  }
  return String(value)
}

/** A text as one comment: a label may hold a line end, which would end it. */
const comment = (text: string): string => `// ${text.replaceAll(/[\r\n\u2028\u2029]+/g, ' ')}`

const line = (text: string): string => `    ${text}`

const upLines = ({ step, text, destructive }: PlannedStep, allowed: ReadonlySet<string>): string[] => {
  const mayLose = destructive === undefined || allowed.has(destructive)
  const hint = `loses what nothing brings back: add \`destructive: true\`, or run with --allow-destructive ${destructive}`
  return [
    comment(text),
    ...(mayLose ? [] : [comment(hint)]),
    `${literal(destructive === undefined || !mayLose ? step : { ...step, destructive: true })},`,
  ].map(line)
}

const list = (key: string, lines: readonly string[]): string =>
  lines.length === 0 ? `  ${key}: [],` : [`  ${key}: [`, ...lines, '  ],'].join('\n')

const downText = (steps: readonly PlannedStep[]): string => {
  const final = steps.filter(({ undo }) => undo === undefined)
  if (final.length > 0) {
    const reasons = final.map(({ text }) => `  ${comment(text)}`)
    return ['  // There is no `down`, since nothing takes this back:', ...reasons].join('\n')
  }
  const undone: Step[] = steps.toReversed().flatMap(({ undo = [] }) => [...undo])
  return list(
    'down',
    undone.map((step) => line(`${literal(step)},`)),
  )
}

/** Writes a migration file from a plan; `allowed` are the losses that were named. */
export const fileText = ({ steps, findings }: Pick<Plan, 'steps' | 'findings'>, allowed: ReadonlySet<string>): string =>
  [
    "import { defineMigration } from '@motif/codegen'",
    '',
    ...(findings.length === 0 ? [] : ['// No step was found for this; write one by hand where it should be mended:']),
    ...findings.map((each) => comment(`  ${each}`)),
    'export default defineMigration({',
    list(
      'up',
      steps.flatMap((each) => upLines(each, allowed)),
    ),
    downText(steps),
    '})',
    '',
  ].join('\n')
