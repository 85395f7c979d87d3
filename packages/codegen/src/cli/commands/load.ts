import { resolve } from 'node:path'
import { GraphError } from '@motif/core'
import { counted } from '../../catalog/words.ts'
import { cleanUp } from '../../transfer/load/clean-up.ts'
import { load } from '../../transfer/load.ts'
import type { AddCommand } from '../add-command.ts'
import { mergeByOf } from '../merge-flags.ts'
import { type GraphFlags, planOf, urlOf, withGraphFlags } from '../options.ts'
import { inputPipe } from '../pipes.ts'
import { tellLoaded } from '../tell-loaded.ts'
import { tell } from '../tell.ts'
import type { ExitCode, Terminal } from '../terminal.ts'
import { withGraph } from '../with-graph.ts'

interface LoadFlags extends GraphFlags {
  readonly append?: boolean
  readonly mergeBy?: readonly string[]
  readonly resume?: boolean
  readonly cleanUp?: boolean
  readonly schema?: boolean
  readonly verify?: boolean
}

const help = `
The graph has to be empty, unless --append or --merge-by is said. A file is looked at to its end before the first write: one
that is damaged leaves nothing behind. What comes through a pipe cannot be.

Examples:
  $ motif load air.dump.gz --url grafeo:./air.db?create=true --verify
  3,376 nodes and 58,420 relationships in 4.4 s, 14,045/s
  both graphs are equal

  $ motif load air.dump.gz --url neo4j://localhost --merge-by Airport.code --merge-by Seat.plane,number
  $ motif load air.dump.gz --url neo4j://localhost --resume       goes on with a load that was broken off
  $ motif load --url neo4j://localhost --clean-up                 takes away what that has left

Exits with 1 when --verify finds that the graphs differ.`

const clean = async (flags: LoadFlags, terminal: Terminal, url: string): Promise<ExitCode> => {
  const json = flags.json === true
  terminal.standing.text = 'some of it is taken away; --clean-up again takes the rest'
  const report = await withGraph(terminal, url, json, (_, onProgress, { db }) =>
    cleanUp(db, { signal: terminal.signal, onProgress }),
  )
  const whole = 'all had been copied, and stays: took its last marks away'
  tell(terminal, json, report, `${report.whole === true ? whole : `took ${counted(report.nodes, 'node')} away`}\n`)
  return 0
}

const run = async (file: string | undefined, flags: LoadFlags, terminal: Terminal): Promise<ExitCode> => {
  const url = urlOf(await planOf({ ...flags }, terminal))
  if (flags.cleanUp === true) return clean(flags, terminal, url)
  if (file === undefined)
    throw new GraphError('USAGE', 'which dump is to be loaded? name its file, or - for standard input')
  const json = flags.json === true
  const began = performance.now()
  const report = await withGraph(terminal, url, json, (_, onProgress, { db }) =>
    load(db, {
      from: file === '-' ? inputPipe(terminal) : resolve(terminal.directory, file),
      name: file === '-' ? 'standard input' : file,
      append: flags.append,
      mergeBy: mergeByOf(flags.mergeBy),
      resume: flags.resume,
      schema: flags.schema,
      verify: flags.verify,
      signal: terminal.signal,
      onProgress,
      onStanding: (text) => {
        terminal.standing.text = text
      },
    }),
  )
  return tellLoaded(terminal, json, report, began)
}

/** `motif load`: reads a dump into a graph. */
export const addLoad: AddCommand = (program, terminal, end) => {
  withGraphFlags(program.command('load'))
    .description('read a dump into an empty graph')
    .argument('[file]', 'what `motif dump` wrote; - is standard input')
    .option('--append', 'add to what the graph has')
    .option('--merge-by <label.key...>', 'give nodes that are there already, by this key, what the dump has of them')
    .option('--resume', 'go on with a load of the same dump that was broken off')
    .option('--clean-up', 'take away what a load that was broken off has left')
    .option('--no-schema', 'make neither constraints nor indexes')
    .option('--verify', 'read the graph again and compare it with the dump')
    .addHelpText('after', help)
    .action(async (file: string | undefined, flags: LoadFlags) => end(await run(file, flags, terminal)))
}
