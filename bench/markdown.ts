import { type Figure, isShort } from './figure.ts'
import { readable, readableBound } from './readable.ts'
import type { Result } from './result.ts'

const cell = (figure: Figure | undefined): string =>
  figure === undefined ? '' : isShort(figure) ? `**${readable(figure.value)} short**` : readable(figure.value)

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** A row for each name; a column for each thing that tells figures of one name apart. */
const table = (figures: readonly Figure[]): string => {
  const columns = [...new Set(figures.map(({ of = '' }) => of))]
  const rows = new Map<string, Figure[]>()
  for (const figure of figures) {
    const key = [figure.name, figure.unit, readableBound(figure.bound)].join('\n')
    rows.set(key, [...(rows.get(key) ?? []), figure])
  }
  const body = [...rows.values()].map((row) => {
    const [first] = row
    const cells = columns.map((column) => cell(row.find(({ of = '' }) => of === column)))
    return line([first?.name ?? '', ...cells, first?.unit ?? '', readableBound(first?.bound)])
  })
  const heads = columns.map((column) => column || 'value')
  return [
    line(['', ...heads, 'unit', 'bound']),
    line(['', ...heads, '', ''].map((_, at) => (at === 0 ? '---' : '---:'))),
    ...body,
  ].join('\n')
}

const section = ({ benchmark, date, machine, versions, figures }: Result): string => `## ${benchmark}

${table(figures)}

${date.slice(0, 10)} · ${machine['processor']}, ${machine['cores']} cores, load ${machine['loadAverage']} · ${Object.entries(
  versions,
)
  .map(([name, version]) => `${name} ${version}`)
  .join(', ')}
`

/** The page that shows every result. */
export const toMarkdown = (results: readonly Result[]): string => `# Results

Written by \`pnpm bench\`. Times are of a shared machine and mean something beside their peers only: each ratio is of one
run. What each figure measures is told in [the README](../README.md).

${results.map(section).join('\n')}`
