import type { Scan } from '../catalog/catalog.ts'
import { type Slice, sampleOf, slicesOf } from './slice.ts'
import type { Words } from './words.ts'

export type Kind = 'node' | 'relationship'

/** One label or relationship type to be read. */
export interface Target {
  readonly name: string
  readonly count: number
}

/** What one statement reads: the nodes of some labels, or the relationships of some types. */
export interface Part {
  readonly kind: Kind
  /** For the progress line. */
  readonly what: string
  /** Cypher that binds each node or relationship to `x`, and its label or type to `name`. */
  readonly match: string
  readonly params: Readonly<Record<string, string | number>>
  /** The one label or type that is sampled: how many that is must be asked for. */
  readonly sampled: string | undefined
}

const where = (...conditions: readonly (string | undefined)[]): string => {
  const present = conditions.filter((each) => each !== undefined)
  return present.length === 0 ? '' : ` WHERE ${present.join(' AND ')}`
}

const wholeMatch = (kind: Kind, slice: Slice): string =>
  kind === 'node'
    ? `MATCH (x)${where(slice.condition)} UNWIND labels(x) AS name`
    : `MATCH ()-[x]->()${where(slice.condition)} WITH x, type(x) AS name`

/** A label or type whose name cannot be written in this engine's grammar is found by value alone. */
export const targetMatch = (kind: Kind, name: string, slice: Slice, quoted: string | undefined): string => {
  const word = quoted === undefined ? '' : `:${quoted}`
  const pattern = kind === 'node' ? `(x${word})` : `()-[x${word}]->()`
  const byValue = kind === 'node' ? '$name IN labels(x)' : 'type(x) = $name'
  return `MATCH ${pattern}${where(quoted === undefined ? byValue : undefined, slice.condition)} WITH x, $name AS name`
}

/** The statements of a full scan: the graph in slices, every label and type at once. `count` is how many there are. */
const partsInFull = (kind: Kind, count: number, slice: number): Part[] =>
  slicesOf('x', count, slice).map((slice) => ({
    kind,
    what: `${kind}s`,
    match: wholeMatch(kind, slice),
    params: slice.params,
    sampled: undefined,
  }))

/** The statements of a sample: one for each label and type, since each has a share of its own. */
const partsOfSample = (kind: Kind, targets: readonly Target[], size: number, quoted: Words['quoted']): Part[] =>
  targets
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => {
      const slice = sampleOf('x', count, size)
      const match = targetMatch(kind, name, slice, quoted(name))
      return { kind, what: name, match, params: { ...slice.params, name }, sampled: count > size ? name : undefined }
    })

/** What is there of nodes, or of relationships. */
export interface Stock {
  readonly kind: Kind
  readonly targets: readonly Target[]
  /** How many there are, each counted once. */
  readonly count: number
}

/** What is read of all nodes, or of all relationships. */
export const partsOf = ({ kind, targets, count }: Stock, scan: Scan, words: Words): readonly Part[] =>
  scan.mode === 'full' ? partsInFull(kind, count, words.slice) : partsOfSample(kind, targets, scan.size, words.quoted)
