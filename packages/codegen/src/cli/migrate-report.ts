import { relative } from 'node:path'
import { counted, grouped } from '../catalog/words.ts'
import type { DryMigration, DryStep } from '../migrate/dry-run.ts'
import type { MigrationStatus } from '../migrate/migration-status.ts'
import type { MigrationsRun, MigrationsStatus } from '../migrate/migrator.ts'
import type { Plan } from '../migrate/planned.ts'

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`)

const lackingLines = ({ lacking }: Plan): string[] =>
  lacking.length === 0
    ? []
    : ['', 'wanted too, and not to be had here:', ...indented(lacking.map(({ text, reason }) => `${text} (${reason})`))]

/** What `motif migrate plan` says. */
export const planReport = (plan: Plan): string => {
  const { ok, steps, findings } = plan
  if (ok) return `${['the graph is as it should be', ...lackingLines(plan)].join('\n')}\n`
  const lines = steps.map(({ text, destructive }) =>
    destructive === undefined ? text : `${text} (loses it: --allow-destructive ${destructive})`,
  )
  const way = steps.length === 0 ? 'motif migrate create NAME --empty' : 'motif migrate create NAME'
  return [
    `the graph differs from the wanted schema in ${counted(steps.length + findings.length, 'place')}:`,
    ...indented([...lines, ...findings.map((each) => `! ${each}`)]),
    ...lackingLines(plan),
    '',
    `run \`${way}\``,
    '',
  ].join('\n')
}

/** What `motif migrate create` says. */
export const createReport = (path: string, plan: Plan | undefined, directory: string): string => {
  const losing = (plan?.steps ?? []).filter(({ destructive }) => destructive !== undefined)
  const steps = plan === undefined ? 'no step yet' : counted(plan.steps.length, 'step')
  const loss = losing.length === 0 ? '' : `, ${losing.length} of them destructive`
  return `wrote ${relative(directory, path)} (${steps}${loss})\n\nread it, then run \`motif migrate up\`\n`
}

const dryStepLines = (step: DryStep, at: number): string[] => {
  const { what, cypher, params = {}, loses, count, allow, skipped } = step
  const values = Object.entries(params).map(([name, value]) => `$${name} = ${JSON.stringify(value)}`)
  const of = count === undefined ? '' : ` (${grouped(count)} now)`
  return [
    `  ${at + 1}. ${what}`,
    ...(skipped === undefined ? [] : [`     left out: ${skipped}`]),
    ...(loses === undefined
      ? []
      : [`     loses ${loses}${of}${allow === undefined ? '' : `: --allow-destructive ${allow}`}`]),
    ...(cypher === undefined ? [] : cypher.split('\n').map((line) => `     ${line}`)),
    ...(values.length === 0 ? [] : [`     ${values.join(', ')}`]),
  ]
}

const dryLines = ({ id, steps }: DryMigration): string[] => [id, ...steps.flatMap(dryStepLines)]

/** What `motif migrate up` and `down` say. */
export const runReport = (run: MigrationsRun, done: 'applied' | 'took back'): string => {
  const { dryRun, migrations, skipped, steps } = run
  if (migrations.length === 0) return `nothing to ${done === 'applied' ? 'apply' : 'take back'}\n`
  if (dryRun) return [...steps.flatMap(dryLines), '', 'nothing was sent: this was a dry run', ''].join('\n')
  const left = skipped.length === 0 ? [] : ['left out, since this engine lacks it:', ...indented(skipped)]
  return `${[...migrations.map((id) => `${done} ${id}`), ...left].join('\n')}\n`
}

const statusLine = ({ id, state, record }: MigrationStatus): string[] => {
  const word = state.padEnd(9)
  if (record === undefined) return [`${word} ${id}`]
  if (state === 'applied') return [`${word} ${id}  ${record.at}`]
  const where = record.state === 'applied' ? '' : `  ${record.step} of ${record.steps} steps done`
  return [`${word} ${id}${where}`, ...(record.error === '' ? [] : [`          ${record.error}`])]
}

/** What `motif migrate status` says. */
export const statusReport = ({ migrations, lock }: MigrationsStatus): string => {
  const lines = migrations.length === 0 ? ['there are no migrations'] : migrations.flatMap(statusLine)
  const held = lock === undefined ? [] : ['', `locked by ${lock.owner} until ${new Date(lock.expires).toISOString()}`]
  return `${[...lines, ...held].join('\n')}\n`
}

/** The status for programs, without paths of this machine. */
export const statusObject = ({ ok, migrations, lock }: MigrationsStatus): object => ({
  ok,
  migrations: migrations.map(({ id, state, record }) => ({
    id,
    state,
    ...(record === undefined ? {} : { step: record.step, steps: record.steps, done: record.done, at: record.at }),
    ...(record === undefined || record.error === '' ? {} : { error: record.error }),
  })),
  lock: lock ?? null,
})
