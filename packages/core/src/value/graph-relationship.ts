import { brand, isOfKind } from './kind-of.ts'

/**
 * A relationship with its type, its element id and those of its ends. Queries return a relationship as its plain
 * properties unless asked for the whole.
 *
 * @example
 * const { f } = await db.match('()-[f:FOLLOWS]->()').return(({ f }) => ({ f: relationship(f) })).one()
 * // MATCH ()-[f:FOLLOWS]->() RETURN f
 * f.type // 'FOLLOWS'
 */
export class GraphRelationship<Properties extends object = Record<string, unknown>, Type extends string = string> {
  declare readonly type: Type
  declare readonly elementId: string
  declare readonly startElementId: string
  declare readonly endElementId: string
  declare readonly properties: Properties

  constructor(type: Type, elementId: string, ends: readonly [start: string, end: string], properties: Properties) {
    this.type = type
    this.elementId = elementId
    this.startElementId = ends[0]
    this.endElementId = ends[1]
    this.properties = properties
  }

  static {
    brand(this, 'relationship')
  }

  toJSON(): { type: Type; elementId: string; startElementId: string; endElementId: string; properties: Properties } {
    return Object.assign({}, this)
  }
}

/** True for a relationship made by any copy of Motif in the process. */
export const isGraphRelationship = (value: unknown): value is GraphRelationship => isOfKind(value, 'relationship')
