import { createHash } from 'node:crypto'
import type { Catalog } from '../catalog/catalog.ts'
import type { TransferSchema } from './schema.ts'

/** What is told of a graph before its nodes and relationships come. */
export interface About {
  /** A name of its own, by which a load that was broken off knows its dump. */
  readonly id: string
  /** Whence it comes: `neo4j`, `grafeo`. */
  readonly engine: string
  /** What `motif check` compares: labels, types, properties, constraints; two graphs of one schema have the same. */
  readonly fingerprint: string
  readonly catalog: Catalog
  /** What is made anew on the other side. */
  readonly schema: TransferSchema
  readonly nodes: number
  readonly relationships: number
}

/** A digest of what the graph's schema is, whatever the number of nodes in it. */
export const fingerprintOf = ({ labels, relationships, constraints, indexes }: Catalog): string => {
  const properties = (list: Catalog['labels']): unknown =>
    list.map(({ name, properties }) => [name, properties.map((each) => [each.name, Object.keys(each.types).sort()])])
  const ends = relationships.map(({ name, ends }) => [name, ends.map(({ from, to }) => [from, to])])
  const schema = [properties(labels), properties(relationships), ends, constraints, indexes]
  return createHash('sha256').update(JSON.stringify(schema)).digest('hex')
}
