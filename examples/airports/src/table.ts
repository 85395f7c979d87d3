import Table from 'cli-table3'

export type Cell = string | number | null

const written = (cell: Cell): string =>
  cell === null ? '–' : typeof cell === 'number' ? cell.toLocaleString('en-US') : cell

const lines = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
}
const bars = { left: '  ', 'left-mid': '  ', mid: '─', 'mid-mid': '──', right: '', 'right-mid': '', middle: '  ' }

/** Rows as a table, a column for each key of the first; numbers stand to the right. */
export const tableOf = <Row extends { readonly [column in keyof Row]: Cell }>(rows: readonly Row[]): string => {
  const [first] = rows
  if (first === undefined) return '  (no rows)'
  const columns = Object.keys(first) as (keyof Row & string)[]
  const table = new Table({
    head: columns,
    colAligns: columns.map((column) => (typeof first[column] === 'number' ? 'right' : 'left')),
    chars: { ...lines, ...bars },
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 0 },
  })
  table.push(...rows.map((row) => columns.map((column) => written(row[column]))))
  return table.toString().replaceAll(/ +$/gm, '')
}
