import { hash } from 'node:crypto'
import { type Batch, type Row, shapeOf } from './batch.ts'
import { counted } from '../catalog/words.ts'
import { canonicalText } from './value/canonical-text.ts'

/** Nodes of one label set, or relationships of one type. */
interface Part {
  count: number
  /** The sum of the digests of its members, in eight lanes: the same in any order. */
  readonly sum: Uint32Array
}

const nameOf = ({ kind }: Batch, labels: readonly string[]): string =>
  kind === 'node' ? `(${labels.map((label) => `:${label}`).join('')})` : `-[:${labels.join('')}]->`

/** A digest of a graph that does not depend on the order in which it is read, by label set and relationship type. */
export class Digest {
  readonly #parts = new Map<string, Part>()
  #nodes = 0

  add(batch: Batch): void {
    for (const row of batch.rows) this.#addRow(batch, row)
  }

  /** What differs, counts first; nothing where both are of one graph. */
  differences(other: Digest): readonly string[] {
    const names = [...new Set([...this.#parts.keys(), ...other.#parts.keys()])].sort()
    const counts: string[] = []
    const values: string[] = []
    for (const name of names) {
      const [mine, theirs] = [this.#parts.get(name), other.#parts.get(name)]
      if (mine?.count !== theirs?.count) counts.push(`${name}: ${mine?.count ?? 0} there, ${theirs?.count ?? 0} here`)
      else if (mine?.sum.join() !== theirs?.sum.join())
        values.push(`${name}: ${counted(mine?.count ?? 0, 'member')}, and not all of them are the same`)
    }
    return [...counts, ...values]
  }

  #addRow(batch: Batch, row: Row): void {
    const { labels, keys } = shapeOf(batch, row)
    const who = row.ends?.join('>') ?? String(row.number ?? this.#nodes)
    if (row.ends === undefined) this.#nodes++
    const values = keys.map((key, at) => `${JSON.stringify(key)}:${canonicalText(row.values[at])}`)
    const name = nameOf(batch, labels)
    const part = this.#parts.get(name) ?? { count: 0, sum: new Uint32Array(8) }
    this.#parts.set(name, part)
    part.count++
    const bytes = hash('sha256', `${who} ${JSON.stringify(labels)} ${values.join(',')}`, 'buffer')
    for (let lane = 0; lane < 8; lane++) part.sum[lane] = (part.sum[lane] ?? 0) + bytes.readUInt32LE(lane * 4)
  }
}
