import type { Point } from '../../value/point.ts'
import { type CypherFunction, cypherFunction } from '../cypher-function.ts'
import type { Operand } from '../operand.ts'
import type { Fields, NullInFields, ParamsInFields } from './fields.ts'

type Coordinates = Fields<'x' | 'y' | 'z' | 'longitude' | 'latitude' | 'height' | 'srid', 'crs'>

interface PointFunction {
  /** A point of its coordinates. */
  <const F extends Coordinates>(coordinates: F): Operand<Point | NullInFields<F>, ParamsInFields<F>>
  /** How far apart two points are, in metres on the Earth: `point.distance(a.at, b.at)`. */
  readonly distance: CypherFunction<[from: Point, to: Point], number>
  /** Whether a point is inside a box: `point.withinBBox(a.at, b.at, c.at)`. */
  readonly withinBBox: CypherFunction<[point: Point, lowerLeft: Point, upperRight: Point], boolean>
}
/** A point: `point({ longitude: a.x, latitude: 55 })` makes `point({longitude: a.x, latitude: $p1})`. */
export const point: PointFunction = /* @__PURE__ */ (() =>
  Object.assign(cypherFunction('point') as object, {
    distance: cypherFunction('point.distance'),
    withinBBox: cypherFunction('point.withinBBox'),
  }))() as PointFunction
