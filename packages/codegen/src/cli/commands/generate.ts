import { differenceText } from '../../catalog/difference.ts'
import type { Difference } from '../../catalog/difference.ts'
import { emit } from '../../emit/emit.ts'
import { type Generated, generate } from '../../generate.ts'
import { writeFiles } from '../../write-files.ts'
import type { AddCommand } from '../add-command.ts'
import { planOf, type RunPlan, type ScanFlags, seconds, urlOf, withScanFlags } from '../options.ts'
import { generateReport } from '../report.ts'
import { tell, warn } from '../tell.ts'
import type { ExitCode, Terminal } from '../terminal.ts'
import { watchGraph } from '../watch-graph.ts'
import { withGraph } from '../with-graph.ts'

interface GenerateFlags extends ScanFlags {
  readonly watch?: boolean
  /** Seconds. */
  readonly interval: number
}

const help = `
Examples:
  $ motif generate --url grafeo:./air.db
  wrote     src/graph.schema.ts
  wrote     src/graph.zod.ts
  wrote     src/graph.snapshot.json
  12 labels, 5 relationship types (full scan of 3,376 nodes and 5,366 relationships)

  $ motif generate --sample 1000 --json
  $ motif generate --watch --interval 5     again whenever the schema or the config changes; Ctrl-C ends it`

/** Writes what was generated and tells it; `differences` are those that led to it, in watch mode. */
const write = (generated: Generated, json: boolean, terminal: Terminal, differences?: readonly Difference[]): void => {
  terminal.signal.throwIfAborted()
  const files = writeFiles(generated.files)
  const { catalog, warnings } = generated
  const { scan, labels, relationships } = catalog
  const counts = { labels: labels.length, relationships: relationships.length }
  const lines = (differences ?? []).map((each) => `${differenceText(each)}\n`).join('')
  warn(terminal, json, warnings)
  tell(
    terminal,
    json,
    { files, scan, ...counts, warnings, ...(differences === undefined ? {} : { differences }) },
    `${lines}${generateReport(generated, files, terminal.directory)}`,
  )
}

const generated = (plan: RunPlan, json: boolean, terminal: Terminal): Promise<Generated> =>
  withGraph(terminal, urlOf(plan), json, (executor, onProgress) => generate(executor, { ...plan.options, onProgress }))

const run = async (flags: GenerateFlags, terminal: Terminal): Promise<ExitCode> => {
  const json = flags.json === true
  const plan = await planOf(flags, terminal)
  const first = await generated(plan, json, terminal)
  write(first, json, terminal)
  if (flags.watch !== true) return 0
  terminal.standing.text = 'what was written is whole'
  terminal.errors.write(`watching, every ${flags.interval} s; Ctrl-C ends it\n`)
  await watchGraph(flags, terminal, { plan, catalog: first.catalog }, async ({ catalog, settings, differences }) =>
    write({ catalog, ...(await emit(catalog, settings)) }, json, terminal, differences),
  )
  return 0
}

/** `motif generate`: reads the graph, writes the types, the zod module and the snapshot. */
export const addGenerate: AddCommand = (program, terminal, end) => {
  withScanFlags(program.command('generate'))
    .description('read the graph and write its types, its zod module and the snapshot')
    .option('--watch', 'generate again whenever the schema of the graph, or the config, has changed')
    .option('--interval <seconds>', 'how often --watch looks', seconds('--interval'), 2)
    .addHelpText('after', help)
    .action(async (flags: GenerateFlags) => end(await run(flags, terminal)))
}
