import { generate } from '../../generate.ts'
import { writeFiles } from '../../write-files.ts'
import type { AddCommand } from '../add-command.ts'
import { type ScanFlags, planOf, urlOf, withScanFlags } from '../options.ts'
import { generateReport } from '../report.ts'
import { tell, warn } from '../tell.ts'
import type { ExitCode, Terminal } from '../terminal.ts'
import { withGraph } from '../with-graph.ts'

const help = `
Examples:
  $ motif generate --url grafeo:./air.db
  wrote     src/graph.schema.ts
  wrote     src/graph.zod.ts
  wrote     src/graph.snapshot.json
  12 labels, 5 relationship types (full scan of 3,376 nodes and 5,366 relationships)

  $ motif generate --sample 1000 --json`

const run = async (flags: ScanFlags, terminal: Terminal): Promise<ExitCode> => {
  const plan = await planOf(flags, terminal)
  const json = flags.json === true
  const generated = await withGraph(terminal, urlOf(plan), json, (executor, onProgress) =>
    generate(executor, { ...plan.options, onProgress }),
  )
  terminal.signal.throwIfAborted()
  const written = writeFiles(generated.files)
  const { catalog, warnings } = generated
  const { scan, labels, relationships } = catalog
  warn(terminal, json, warnings)
  tell(
    terminal,
    json,
    { files: written, scan, labels: labels.length, relationships: relationships.length, warnings },
    generateReport(generated, written, terminal.directory),
  )
  return 0
}

/** `motif generate`: reads the graph, writes the types, the zod module and the snapshot. */
export const addGenerate: AddCommand = (program, terminal, end) => {
  withScanFlags(program.command('generate'))
    .description('read the graph and write its types, its zod module and the snapshot')
    .addHelpText('after', help)
    .action(async (flags: ScanFlags) => end(await run(flags, terminal)))
}
