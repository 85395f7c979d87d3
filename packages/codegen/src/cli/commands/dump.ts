import { resolve } from 'node:path'
import { counted } from '../../catalog/words.ts'
import { dump } from '../../transfer/dump.ts'
import type { AddCommand } from '../add-command.ts'
import { type GraphFlags, planOf, urlOf, withGraphFlags } from '../options.ts'
import { outputPipe } from '../pipes.ts'
import { tell } from '../tell.ts'
import type { ExitCode, Terminal } from '../terminal.ts'
import { movedText } from '../transfer-report.ts'
import { withGraph } from '../with-graph.ts'

interface DumpFlags extends GraphFlags {
  readonly output: string
}

const help = `
Writes nodes, relationships, constraints and indexes; \`motif load\` reads them back, on any engine. A file takes its place
when it is whole, and is packed when its name ends with .gz.

Examples:
  $ motif dump --url neo4j://localhost --output air.dump.gz
  3,376 nodes and 58,420 relationships in 1.9 s, 32,524/s
  wrote air.dump.gz

  $ motif dump --url grafeo:./air.db --output - | ssh backup 'cat > air.dump'`

const run = async (flags: DumpFlags, terminal: Terminal): Promise<ExitCode> => {
  const plan = await planOf(flags, terminal)
  const json = flags.json === true
  const piped = flags.output === '-'
  const to = piped ? outputPipe(terminal) : resolve(terminal.directory, flags.output)
  if (piped) Object.assign(terminal.standing, { text: 'what was written is not whole', piped })
  const began = performance.now()
  const report = await withGraph(terminal, urlOf(plan), json, (_, onProgress, { db }) =>
    dump(db, { to, signal: terminal.signal, onProgress }),
  )
  const moved = { ...report, output: flags.output, milliseconds: Math.round(performance.now() - began) }
  const text = `${movedText(moved)}\nwrote ${piped ? counted(report.bytes, 'byte') : flags.output}\n`
  // Standard output is the dump's where it is piped.
  if (piped) terminal.errors.write(json ? `${JSON.stringify(moved)}\n` : text)
  else tell(terminal, json, moved, text)
  return 0
}

/** `motif dump`: writes a graph into a file. */
export const addDump: AddCommand = (program, terminal, end) => {
  withGraphFlags(program.command('dump'))
    .description('write a whole graph into a file')
    .option('--output <file>', 'where to; - is standard output', 'graph.dump.gz')
    .addHelpText('after', help)
    .action(async (flags: DumpFlags) => end(await run(flags, terminal)))
}
