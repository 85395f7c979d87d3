import { GraphError } from '@motif/core'
import { copy } from '../../transfer/copy.ts'
import type { AddCommand } from '../add-command.ts'
import { mergeByOf } from '../merge-flags.ts'
import { tellLoaded } from '../tell-loaded.ts'
import type { ExitCode, Terminal } from '../terminal.ts'
import { withGraph } from '../with-graph.ts'

interface CopyFlags {
  readonly from: string
  readonly to: string
  readonly append?: boolean
  readonly mergeBy?: readonly string[]
  readonly schema?: boolean
  readonly verify?: boolean
  readonly json?: boolean
}

const help = `
As \`motif dump\` into \`motif load\`, without a file between them.

Example:
  $ motif copy --from neo4j://localhost --to grafeo:./air.db?create=true --verify
  3,376 nodes and 58,420 relationships in 5.0 s, 12,359/s
  both graphs are equal

Exits with 1 when --verify finds that the graphs differ.`

const run = async (flags: CopyFlags, terminal: Terminal): Promise<ExitCode> => {
  const json = flags.json === true
  if (flags.from === flags.to) throw new GraphError('USAGE', '--from and --to name the same graph')
  const began = performance.now()
  const report = await withGraph(terminal, flags.to, json, async (_, onProgress, target) => {
    const source = terminal.open(flags.from)
    try {
      return await copy(source.db, target.db, {
        append: flags.append,
        mergeBy: mergeByOf(flags.mergeBy),
        schema: flags.schema,
        verify: flags.verify,
        signal: terminal.signal,
        onProgress,
        onStanding: (text) => {
          terminal.standing.text = text
        },
      })
    } finally {
      await source.close()
    }
  })
  return tellLoaded(terminal, json, report, began)
}

/** `motif copy`: reads one graph into another. */
export const addCopy: AddCommand = (program, terminal, end) => {
  program
    .command('copy')
    .description('read a graph into an empty one, of whatever engine each is')
    .requiredOption('--from <url>', 'the graph that is read')
    .requiredOption('--to <url>', 'the graph that is written')
    .option('--append', 'add to what the graph has')
    .option('--merge-by <label.key...>', 'give nodes that are there already, by this key, what the other has of them')
    .option('--no-schema', 'make neither constraints nor indexes')
    .option('--verify', 'read both graphs again and compare them')
    .option('--json', 'print one JSON object for programs')
    .addHelpText('after', help)
    .action(async (flags: CopyFlags) => end(await run(flags, terminal)))
}
