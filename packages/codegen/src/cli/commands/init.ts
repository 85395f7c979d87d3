import { existsSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { GraphError } from '@motif/core'
import { quoted } from '../../emit/identifier.ts'
import { writeFiles } from '../../write-files.ts'
import type { AddCommand } from '../add-command.ts'
import { tell, warn } from '../tell.ts'
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

  next:
    motif generate             reads the graph, writes its types beside your sources
    motif check                in CI: fails when graph and types have drifted apart
    motif diagram --output graph.svg`

/** All that does not depend on the graph. */
const settings = `  // Where the types go. The snapshot, for \`motif check --offline\`, is written beside them.
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

  // So many values of each property are shown beside its type, but for those that are nobody's business.
  // samples: { count: 3, redact: ['email', 'User.name'] },

  // How interfaces and validators are called.
  // naming: { node: '{Name}Node', properties: '{Name}Properties', validator: '{name}Schema' },

  // What you know better than the scan: types, nullability, enums, keys, names, and what to leave out.
  overrides: {
    // nodes: {
    //   User: { key: 'id', properties: { born: 'date', nickname: 'string?', role: { enum: true } } },
    //   _Migration: { omit: true },
    // },
    // relationships: { FOLLOWS: { name: 'Follows' } },
  },

  // What \`motif migrate\` goes by: the graph as it should be, and where its migrations are kept.
  // migrate: { schema: 'graph.wanted.ts', directory: 'migrations' },
})
`

const template = (url: string | undefined): string => `import { defineConfig } from '@motif/codegen'

// Every key may be left out. Paths are taken from where this file is.
export default defineConfig({
  // The graph; \`--url\` and GRAPH_URL come first. Keep passwords in GRAPH_USER and GRAPH_PASSWORD.
  ${url === undefined ? "// url: 'grafeo:./graph.db'" : `url: ${quoted(url)}`},

${settings}`

/** A URL without user and password: the config is committed. */
const withoutSecrets = (url: string | undefined): string | undefined => url?.replace(/\/\/.*@/, '//')

const nextSteps = (url: string | undefined): string =>
  [
    'next:',
    ...(url === undefined ? ['  name the graph             `url` in the config, or GRAPH_URL'] : []),
    '  motif generate             reads the graph, writes its types beside your sources',
    '  motif check                in CI: fails when graph and types have drifted apart',
    '  motif diagram --output graph.svg',
    '',
  ].join('\n')

const run = (flags: InitFlags, terminal: Terminal): ExitCode => {
  const path = resolve(terminal.directory, flags.config ?? 'motif.config.ts')
  const file = relative(terminal.directory, path)
  if (existsSync(path) && flags.force !== true) {
    throw new GraphError('USAGE', `${file} is there already; \`motif init --force\` overwrites it`)
  }
  const url = withoutSecrets(flags.url)
  const warnings = url === flags.url ? [] : ['user and password are left out: set GRAPH_USER and GRAPH_PASSWORD']
  writeFiles([{ path, text: template(url) }])
  const json = flags.json === true
  warn(terminal, json, warnings)
  tell(terminal, json, { path, warnings }, `wrote ${file}\n\n${nextSteps(url ?? terminal.environment['GRAPH_URL'])}`)
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
