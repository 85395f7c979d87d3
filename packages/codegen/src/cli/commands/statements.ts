import { fileDifferences } from '../../check/file-difference.ts'
import { checkStatements, type StatementsReport } from '../../statement/check-statements.ts'
import { writeFiles } from '../../write-files.ts'
import type { AddCommand } from '../add-command.ts'
import { type GraphFlags, planOf, type RunPlan, urlOf, withGraphFlags } from '../options.ts'
import { statementsReport } from '../statements-report.ts'
import { tell, warn } from '../tell.ts'
import type { ExitCode, Terminal } from '../terminal.ts'
import { withGraph } from '../with-graph.ts'

interface StatementsFlags extends GraphFlags {
  readonly offline?: boolean
  readonly check?: boolean
}

const help = `
Exits with 0 when nothing speaks against any text, 1 when something does or a file is stale, 2 on wrong use or failure.

Examples:
  $ motif statements --url neo4j://localhost
  src/users.ts:41:31: expected ',' or the next clause (did you mean RETURN?) at 'RETUR u.name'
      MATCH (u:User {id: $id}) RETUR u.name
                               ^

  wrote     src/graph.statements.ts
  unchanged src/graph.statements.json
  14 statements and 9 chains in 6 files, asked of the graph (neo4j): 1 fault

  $ motif statements --check --offline     for CI: writes nothing, needs no graph`

const reportOf = (plan: RunPlan, flags: StatementsFlags, terminal: Terminal): Promise<StatementsReport> =>
  flags.offline === true
    ? checkStatements(undefined, plan.options)
    : withGraph(terminal, urlOf(plan), flags.json === true, (executor, onProgress) =>
        checkStatements(executor, {
          ...plan.options,
          onProgress: (progress) => onProgress({ ...progress, verb: 'checking' }),
        }),
      )

const run = async (flags: StatementsFlags, terminal: Terminal): Promise<ExitCode> => {
  const plan = await planOf(flags, terminal)
  const json = flags.json === true
  const report = await reportOf(plan, flags, terminal)
  terminal.signal.throwIfAborted()
  const { files: generated, ...found } = report
  // What a graph remarks may change with its data; what is stale of it, `unasked` tells.
  const written = flags.check === true ? fileDifferences(generated.slice(0, 1)) : writeFiles(generated)
  const stale = flags.check === true && written.length > 0
  warn(terminal, json, report.warnings)
  tell(terminal, json, { ...found, files: written }, statementsReport(report, written, terminal.directory))
  return report.ok && !stale ? 0 : 1
}

/** `motif statements`: finds the Cypher in the sources, checks it, and writes the types of statements ahead of time. */
export const addStatements: AddCommand = (program, terminal, end) => {
  withGraphFlags(program.command('statements'))
    .description('check the Cypher in your sources and write the types of its statements')
    .option('--offline', 'take what the graph said from the committed cache')
    .option('--check', 'write nothing; exit with 1 when the written types are stale')
    .addHelpText('after', help)
    .action(async (flags: StatementsFlags) => end(await run(flags, terminal)))
}
