/** Columns after which a line is broken. */
const width = 100

/** Text that is laid out as a whole: a piece of code, or a bracket with entries, each after its key. */
export type Layout = string | Bracket

export interface Bracket {
  readonly kind: 'object' | 'array' | 'type'
  readonly entries: readonly Entry[]
  /** An entry a line however short, so that a list that grows shows one line in a diff. */
  readonly broken?: boolean | undefined
}

/** A key with its colon, or nothing, and what follows it. */
export type Entry = readonly [key: string, value: Layout]

interface Spelling {
  readonly open: string
  readonly close: string
  readonly between: string
  readonly after: string
}

const spellings: Readonly<Record<Bracket['kind'], Spelling>> = {
  object: { open: '{ ', close: ' }', between: ', ', after: ',' },
  array: { open: '[', close: ']', between: ', ', after: ',' },
  type: { open: '{ ', close: ' }', between: '; ', after: '' },
}

const isBroken = (layout: Layout): boolean =>
  typeof layout === 'string'
    ? layout.includes('\n')
    : (layout.broken === true && layout.entries.length > 0) || layout.entries.some(([, value]) => isBroken(value))

const flat = (layout: Layout): string => {
  if (typeof layout === 'string') return layout
  const { open, close, between } = spellings[layout.kind]
  if (layout.entries.length === 0) return `${open}${close}`.replaceAll(' ', '')
  return `${open}${layout.entries.map(([key, value]) => `${key}${flat(value)}`).join(between)}${close}`
}

/** The code of a layout that starts `column` columns into a line of some depth: on one line where it fits. */
export const layOut = (layout: Layout, depth: number, column: number): string => {
  if (typeof layout === 'string') return layout
  if (!isBroken(layout)) {
    const line = flat(layout)
    if (column + line.length <= width || layout.entries.length === 0) return line
  }
  const { open, close, after } = spellings[layout.kind]
  const indent = '  '.repeat(depth + 1)
  const lines = layout.entries.map(
    ([key, value]) => `${indent}${key}${layOut(value, depth + 1, indent.length + key.length + 1)}${after}\n`,
  )
  return `${open.trim()}\n${lines.join('')}${'  '.repeat(depth)}${close.trim()}`
}

/** A union type: on one line when it fits, else a member a line. */
export const unionOf = (members: readonly string[], depth: number, column: number): string => {
  if (members.length === 0) return 'never'
  const line = members.join(' | ')
  if (column + line.length <= width) return line
  return members.map((member) => `\n${'  '.repeat(depth + 1)}| ${member}`).join('')
}
