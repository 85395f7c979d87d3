import { existsSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { GraphError } from '@motif/core'
import { quoted } from '../../emit/identifier.ts'
import { writeFiles } from '../../write-files.ts'
import type { AddCommand } from '../add-command.ts'
import { tell } from '../tell.ts'
import type { ExitCode, Terminal } from '../terminal.ts'

interface InitFlags {
  readonly url?: string
  readonly config?: string
  readonly force?: boolean
  readonly json?: boolean
}

const help = `
Examples:
  $ motif init --url grafeo:./air.db
  wrote motif.config.ts

  next: motif generate`

const template = (url: string | undefined): string => `import { defineConfig } from '@motif/codegen'

// Every key may be left out. Paths are taken from where this file is.
export default defineConfig({
  // The graph; \`--url\` and GRAPH_URL come first. Keep passwords in GRAPH_URL.
  ${url === undefined ? "// url: 'grafeo:./graph.db'" : `url: ${quoted(url)}`},

  // Where the types go. The snapshot, for \`motif check --offline\`, is written beside them.
  output: 'src/graph.schema.ts',

  // Validators for zod; false writes none.
  zod: 'src/graph.zod.ts',

  // 'full' reads everything: only then is a property without a constraint known to be always there.
  // { sample: 1_000 } reads about so many nodes of each label.
  scan: 'full',

  // Dates and times are read as 'temporal' (TC39 Temporal), 'date' (JS Date) or 'string' (ISO 8601).
  temporal: 'temporal',

  // Integers are 'number', 'bigint', or 'auto': numbers, unless some are past 2^53.
  integers: 'auto',

  // What you know better than the scan: types, nullability, names, and what to leave out.
  overrides: {
    // nodes: {
    //   User: { properties: { born: 'date', nickname: 'string?', age: { nullable: false } } },
    //   _Migration: { omit: true },
    // },
    // relationships: { FOLLOWS: { name: 'Follows' } },
  },
})
`

const run = (flags: InitFlags, terminal: Terminal): ExitCode => {
  const path = resolve(terminal.directory, flags.config ?? 'motif.config.ts')
  const file = relative(terminal.directory, path)
  if (existsSync(path) && flags.force !== true) {
    throw new GraphError('USAGE', `${file} is there already; \`motif init --force\` overwrites it`)
  }
  writeFiles([{ path, text: template(flags.url) }])
  tell(terminal, flags.json === true, { path }, `wrote ${file}\n\nnext: motif generate\n`)
  return 0
}

/** `motif init`: writes a commented config. */
export const addInit: AddCommand = (program, terminal, end) => {
  program
    .command('init')
    .description('write a commented motif.config.ts')
    .option('--url <url>', 'the graph to write into it')
    .option('--config <file>', 'where to write it')
    .option('--force', 'overwrite a config that is there')
    .option('--json', 'print one JSON object for programs')
    .addHelpText('after', help)
    .action((flags: InitFlags) => end(run(flags, terminal)))
}
