import { type CheckReport, check } from '../../check/check.ts'
import type { AddCommand } from '../add-command.ts'
import { type ScanFlags, planOf, urlOf, withScanFlags } from '../options.ts'
import { checkReport } from '../report.ts'
import { tell, warn } from '../tell.ts'
import type { ExitCode, Terminal } from '../terminal.ts'
import { withGraph } from '../with-graph.ts'

interface CheckFlags extends ScanFlags {
  readonly offline?: boolean
}

const help = `
Exits with 0 when all agree, 1 when something differs, 2 on wrong use or failure.

Examples:
  $ motif check --url grafeo:./air.db
  the graph differs from the snapshot in 1 place:
    ~ User.age: integer → integer? (12 of 3,376 nodes lack it)

  run \`motif generate\` and commit what it writes

  $ motif check --offline        compares the files with the committed snapshot; no graph needed`

const run = async (flags: CheckFlags, terminal: Terminal): Promise<ExitCode> => {
  const plan = await planOf(flags, terminal)
  const json = flags.json === true
  const report: CheckReport =
    flags.offline === true
      ? await check(undefined, plan.options)
      : await withGraph(terminal, urlOf(plan), json, (executor, onProgress) =>
          check(executor, { ...plan.options, onProgress }),
        )
  warn(terminal, json, report.warnings)
  tell(terminal, json, report, checkReport(report, terminal.directory))
  return report.ok ? 0 : 1
}

/** `motif check`: compares the committed files with the snapshot, and the snapshot with the graph. */
export const addCheck: AddCommand = (program, terminal, end) => {
  withScanFlags(program.command('check'))
    .description('compare the committed files with the graph; exit with 1 when they differ')
    .option('--offline', 'compare with the committed snapshot alone')
    .addHelpText('after', help)
    .action(async (flags: CheckFlags) => end(await run(flags, terminal)))
}
