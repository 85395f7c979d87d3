import type { Plan } from '@motif/core'

interface Step {
  readonly operator: string
  readonly detail?: string
  readonly rows?: number
  readonly timeMs?: number
  readonly children?: readonly Step[]
}

const profiled = ({ operator, detail, rows, timeMs, children = [], ...rest }: Step): Plan => ({
  operator,
  detail,
  identifiers: [],
  arguments: rest,
  rows,
  time: timeMs,
  children: children.map(profiled),
})

/** `  Expand (u)->[:*]->(v)`: two blanks a step down. */
const drawn = /^(?<indent> *)(?<operator>\S+) ?(?<detail>.*)$/

/** A plan from its drawing, a line a step, each below the one that takes its rows. */
const fromText = (text: string): Plan | undefined => {
  const open: { readonly depth: number; readonly children: Plan[] }[] = [{ depth: -1, children: [] }]
  for (const line of text.split('\n')) {
    const { indent = '', operator, detail = '' } = drawn.exec(line)?.groups ?? {}
    if (operator === undefined) continue
    while ((open.at(-1)?.depth ?? -1) >= indent.length) open.pop()
    const children: Plan[] = []
    open.at(-1)?.children.push({ operator, detail, identifiers: [], arguments: {}, children })
    open.push({ depth: indent.length, children })
  }
  const [first] = open[0]?.children ?? []
  return first && { ...first, text }
}

/** The plan that the engine gives for EXPLAIN, as a drawing, or for PROFILE, as a tree. */
export const planFrom = (told: unknown): Plan | undefined => {
  if (typeof told === 'string') return fromText(told)
  const root = (told as { readonly root?: Step } | null | undefined)?.root
  return root && profiled(root)
}
