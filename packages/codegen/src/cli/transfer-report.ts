import { counted, grouped } from '../catalog/words.ts'

/** What was moved, and in how many milliseconds. */
export interface Moved {
  readonly nodes: number
  readonly relationships: number
  readonly milliseconds: number
}

/** A thing and how long it took: `1,000 nodes and 2,000 relationships in 4.1 s, 732/s`. */
export const movedText = ({ nodes, relationships, milliseconds }: Moved): string => {
  const seconds = milliseconds / 1_000
  const rate = grouped(Math.round((nodes + relationships) / Math.max(seconds, 0.001)))
  return `${counted(nodes, 'node')} and ${counted(relationships, 'relationship')} in ${seconds.toFixed(1)} s, ${rate}/s`
}

/** What came of comparing the two graphs. */
export const verifiedText = (differences: readonly string[] | undefined): string => {
  if (differences === undefined) return ''
  if (differences.length === 0) return 'both graphs are equal\n'
  return ['the graphs differ:', ...differences.map((each) => `  ${each}`), ''].join('\n')
}
