import { brand, isOfKind } from './kind-of.ts'

/**
 * A node with its labels and element id. Queries return a node as its plain properties unless asked for the whole.
 *
 * @example
 * const { u } = await db.match('(u:User)').return(({ u }) => ({ u: node(u) })).one()   // MATCH (u:User) RETURN u
 * u.labels          // ['User']
 * u.properties.name // 'Ada'
 */
export class GraphNode<Properties extends object = Record<string, unknown>, Label extends string = string> {
  declare readonly labels: readonly Label[]
  /** The engine's own handle of the node: good within a transaction, not an identity to store. */
  declare readonly elementId: string
  declare readonly properties: Properties

  constructor(labels: readonly Label[], elementId: string, properties: Properties) {
    this.labels = labels
    this.elementId = elementId
    this.properties = properties
  }

  static {
    brand(this, 'node')
  }

  toJSON(): { labels: readonly Label[]; elementId: string; properties: Properties } {
    return Object.assign({}, this)
  }
}

/** True for a node made by any copy of Motif in the process. */
export const isGraphNode = (value: unknown): value is GraphNode => isOfKind(value, 'node')
