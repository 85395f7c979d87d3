import { brand, isOfKind } from './kind-of.ts'

/**
 * A point in a coordinate reference system, by its SRID: 7203 and 9157 are Cartesian in two and three dimensions,
 * 4326 and 4979 are WGS 84 (x is the longitude, y the latitude, both in degrees; z the height in metres).
 *
 * @example
 * await db.create('(p:Place {at: $at})').execute({ at: new Point(4326, 13.4, 52.5) })
 */
export class Point {
  declare readonly srid: number
  declare readonly x: number
  declare readonly y: number
  declare readonly z: number | undefined

  constructor(srid: number, x: number, y: number, z?: number) {
    this.srid = srid
    this.x = x
    this.y = y
    this.z = z
  }

  static {
    brand(this, 'point')
  }

  toJSON(): { srid: number; x: number; y: number; z: number | undefined } {
    return Object.assign({}, this) // an undefined z is left out of JSON
  }
}

/** True for a point made by any copy of Motif in the process. */
export const isPoint = (value: unknown): value is Point => isOfKind(value, 'point')
