import { existsSync } from 'node:fs'
import { extname, relative, resolve } from 'node:path'
import { Option } from 'commander'
import type { Catalog } from '../../catalog/catalog.ts'
import { type Settings, settle } from '../../config/settings.ts'
import type { DiagramFormat } from '../../diagram/diagram.ts'
import { readCatalog } from '../../generate.ts'
import { readSnapshot } from '../../read-snapshot.ts'
import { writeFiles } from '../../write-files.ts'
import type { AddCommand } from '../add-command.ts'
import { planOf, type RunPlan, type ScanFlags, urlOf, withScanFlags } from '../options.ts'
import { tell } from '../tell.ts'
import type { ExitCode, Terminal } from '../terminal.ts'
import { withGraph } from '../with-graph.ts'

interface DiagramFlags extends ScanFlags {
  readonly format?: DiagramFormat
  readonly output?: string
  readonly label?: readonly string[]
  readonly title?: string
  readonly offline?: boolean
}

const help = `
Examples:
  $ motif diagram --offline --output docs/graph.svg
  wrote docs/graph.svg

  $ motif diagram --url grafeo:./air.db --label User --label Post
  %% 2 of 12 labels, 1 relationship type
  classDiagram
    direction LR
    class n0["Post · 5,366"] {
      string title
    }
    …`

const endings: Readonly<Record<string, DiagramFormat>> = { '.svg': 'svg', '.html': 'html', '.htm': 'html' }

const formatOf = ({ format, output = '' }: DiagramFlags): DiagramFormat =>
  format ?? endings[extname(output).toLowerCase()] ?? 'mermaid'

/** The graph's catalogue; that of the snapshot when no graph is asked for or named. */
const catalogOf = (flags: DiagramFlags, plan: RunPlan, settings: Settings, terminal: Terminal): Promise<Catalog> => {
  const unnamed = plan.url === undefined && existsSync(settings.snapshot)
  if (flags.offline === true || unnamed) return Promise.resolve(readSnapshot(settings.snapshot))
  const { signal } = terminal
  return withGraph(terminal, urlOf(plan), flags.json === true, (executor, onProgress) =>
    readCatalog(executor, settings, { signal, onProgress }),
  )
}

const run = async (flags: DiagramFlags, terminal: Terminal): Promise<ExitCode> => {
  const plan = await planOf(flags, terminal)
  const settings = settle(plan.options, plan.options.directory ?? terminal.directory)
  const catalog = await catalogOf(flags, plan, settings, terminal)
  const { diagram } = await import('../../diagram/diagram.ts')
  const format = formatOf(flags)
  const text = diagram(catalog, { ...settings.shape, format, labels: flags.label, title: flags.title })
  terminal.signal.throwIfAborted()
  const json = flags.json === true
  if (flags.output === undefined) {
    tell(terminal, json, { format, text }, text)
    return 0
  }
  const path = resolve(terminal.directory, flags.output)
  const [{ changed } = { changed: true }] = writeFiles([{ path, text }])
  const file = relative(terminal.directory, path)
  tell(terminal, json, { format, path, changed }, `${changed ? 'wrote' : 'unchanged'} ${file}\n`)
  return 0
}

const collected = (name: string, names: readonly string[] = []): readonly string[] => [...names, name]

/** `motif diagram`: draws what a graph holds. */
export const addDiagram: AddCommand = (program, terminal, end) => {
  withScanFlags(program.command('diagram'))
    .description('draw what the graph holds: Mermaid, an SVG picture, or an HTML page')
    .addOption(
      new Option('--format <format>', 'by default what --output ends with says, else mermaid').choices([
        'mermaid',
        'svg',
        'html',
      ]),
    )
    .option('--output <file>', 'where to write it (else standard output)')
    .option('--label <name>', 'only this label, and others named so, and what lies between them', collected)
    .option('--title <text>', 'what stands above the picture')
    .option('--offline', 'draw the committed snapshot; the default when no graph is named')
    .addHelpText('after', help)
    .action(async (flags: DiagramFlags) => end(await run(flags, terminal)))
}
