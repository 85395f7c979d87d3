import { brand, isOfKind } from './kind-of.ts'

/**
 * A path: its nodes in order, one more than its relationships. Queries return both as plain properties unless asked
 * for whole entities, when they are `GraphNode` and `GraphRelationship`.
 *
 * @example
 * const { p } = await db.match('p = (a:User)-[:FOLLOWS*1..3]->(b:User)').return('p').one()
 * p.length // number of relationships
 */
export class GraphPath<Node = unknown, Relationship = unknown> {
  declare readonly nodes: readonly Node[]
  declare readonly relationships: readonly Relationship[]

  constructor(nodes: readonly Node[], relationships: readonly Relationship[]) {
    this.nodes = nodes
    this.relationships = relationships
  }

  /** The number of relationships. */
  get length(): number {
    return this.relationships.length
  }

  static {
    brand(this, 'path')
  }

  toJSON(): { nodes: readonly Node[]; relationships: readonly Relationship[]; length: number } {
    return { nodes: this.nodes, relationships: this.relationships, length: this.length }
  }
}

/** True for a path made by any copy of Motif in the process. */
export const isGraphPath = (value: unknown): value is GraphPath => isOfKind(value, 'path')
