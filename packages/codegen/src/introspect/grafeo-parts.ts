import type { Scan } from '../catalog/catalog.ts'
import { type Slice, sampleOf, slicesOf } from './slice.ts'

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

/** Grafeo's grammar has no way to write a backtick inside a name: such a label or type is found by value alone. */
const targetMatch = (kind: Kind, name: string, slice: Slice): string => {
  const quotable = name !== '' && !name.includes('`')
  const word = quotable ? `:\`${name}\`` : ''
  const pattern = kind === 'node' ? `(x${word})` : `()-[x${word}]->()`
  const byValue = kind === 'node' ? '$name IN labels(x)' : 'type(x) = $name'
  return `MATCH ${pattern}${where(quotable ? undefined : byValue, slice.condition)} WITH x, $name AS name`
}

/** The statements of a full scan: the graph in slices, every label and type at once. `count` is how many there are. */
const partsInFull = (kind: Kind, count: number): Part[] =>
  slicesOf('x', count).map((slice) => ({
    kind,
    what: `${kind}s`,
    match: wholeMatch(kind, slice),
    params: slice.params,
    sampled: undefined,
  }))

/** The statements of a sample: one for each label and type, since each has a share of its own. */
const partsOfSample = (kind: Kind, targets: readonly Target[], size: number): Part[] =>
  targets
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => {
      const slice = sampleOf('x', count, size)
      const match = targetMatch(kind, name, slice)
      return { kind, what: name, match, params: { ...slice.params, name }, sampled: count > size ? name : undefined }
    })

/** What is read of all nodes, or of all relationships, `count` in number. */
export const partsOf = (kind: Kind, targets: readonly Target[], count: number, scan: Scan): readonly Part[] =>
  scan.mode === 'full' ? partsInFull(kind, count) : partsOfSample(kind, targets, scan.size)
