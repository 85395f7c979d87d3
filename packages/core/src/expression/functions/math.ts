import { type CypherFunction, cypherFunction } from '../cypher-function.ts'
import type { Operand } from '../operand.ts'
import type { Argument, NullIn, ParamsIn, TypeIn } from '../value.ts'

type Numeric = number | bigint
type Number1 = CypherFunction<[number: Numeric], number>
type Constant = CypherFunction<[], number>

/** The size of a number, without its sign: `abs(a.balance)`. */
export const abs: <const A extends Argument<Numeric>>(
  number: A,
) => Operand<(NonNullable<TypeIn<A>> extends bigint ? bigint : number) | NullIn<A>, {} & ParamsIn<A, Numeric>> =
  /* @__PURE__ */ cypherFunction('abs')
/** The next whole number above: `ceil(a.rate)`. */
export const ceil: Number1 = /* @__PURE__ */ cypherFunction('ceil')
/** The next whole number below: `floor(a.rate)`. */
export const floor: Number1 = /* @__PURE__ */ cypherFunction('floor')
/** How numbers are rounded. */
export type RoundingMode = 'UP' | 'DOWN' | 'CEILING' | 'FLOOR' | 'HALF_UP' | 'HALF_DOWN' | 'HALF_EVEN'
/** To so many digits after the point: `round(a.rate, 2, 'HALF_EVEN')` makes `round(a.rate, $p1, $p2)`. */
export const round: CypherFunction<[number: Numeric, precision?: number, mode?: RoundingMode], number> =
  /* @__PURE__ */ cypherFunction('round')
/** -1, 0 or 1: `sign(a.balance)`. */
export const sign: Number1 = /* @__PURE__ */ cypherFunction('sign')
/** The square root: `sqrt(a.area)`. */
export const sqrt: Number1 = /* @__PURE__ */ cypherFunction('sqrt')
/** e to the power of a number: `exp(a.x)`. */
export const exp: Number1 = /* @__PURE__ */ cypherFunction('exp')
/** The natural logarithm: `log(a.x)`. */
export const log: Number1 = /* @__PURE__ */ cypherFunction('log')
/** The logarithm to the base of 10: `log10(a.x)`. */
export const log10: Number1 = /* @__PURE__ */ cypherFunction('log10')
/** The sine of an angle in radians: `sin(a.angle)`. */
export const sin: Number1 = /* @__PURE__ */ cypherFunction('sin')
/** The cosine of an angle in radians: `cos(a.angle)`. */
export const cos: Number1 = /* @__PURE__ */ cypherFunction('cos')
/** The tangent of an angle in radians: `tan(a.angle)`. */
export const tan: Number1 = /* @__PURE__ */ cypherFunction('tan')
/** The cotangent of an angle in radians: `cot(a.angle)`. */
export const cot: Number1 = /* @__PURE__ */ cypherFunction('cot')
/** The angle in radians that has this sine: `asin(a.x)`. */
export const asin: Number1 = /* @__PURE__ */ cypherFunction('asin')
/** The angle in radians that has this cosine: `acos(a.x)`. */
export const acos: Number1 = /* @__PURE__ */ cypherFunction('acos')
/** The angle in radians that has this tangent: `atan(a.x)`. */
export const atan: Number1 = /* @__PURE__ */ cypherFunction('atan')
/** The angle in radians of a point: `atan2(a.y, a.x)`. */
export const atan2: CypherFunction<[y: Numeric, x: Numeric], number> = /* @__PURE__ */ cypherFunction('atan2')
/** The hyperbolic sine, in Cypher 25: `sinh(a.x)`. */
export const sinh: Number1 = /* @__PURE__ */ cypherFunction('sinh')
/** The hyperbolic cosine, in Cypher 25: `cosh(a.x)`. */
export const cosh: Number1 = /* @__PURE__ */ cypherFunction('cosh')
/** The hyperbolic tangent, in Cypher 25: `tanh(a.x)`. */
export const tanh: Number1 = /* @__PURE__ */ cypherFunction('tanh')
/** The hyperbolic cotangent, in Cypher 25: `coth(a.x)`. */
export const coth: Number1 = /* @__PURE__ */ cypherFunction('coth')
/** Half of the versine of an angle in radians: `haversin(a.angle)`. */
export const haversin: Number1 = /* @__PURE__ */ cypherFunction('haversin')
/** Radians in degrees: `degrees(a.angle)`. */
export const degrees: Number1 = /* @__PURE__ */ cypherFunction('degrees')
/** Degrees in radians: `radians(a.heading)`. */
export const radians: Number1 = /* @__PURE__ */ cypherFunction('radians')
/** The number π: `pi()`. */
export const pi: Constant = /* @__PURE__ */ cypherFunction('pi')
/** The number e: `e()`. */
export const e: Constant = /* @__PURE__ */ cypherFunction('e')
/** A number from 0 up to 1, another for each row: `rand()`. */
export const rand: Constant = /* @__PURE__ */ cypherFunction('rand')
/** Whether a number is NaN: `isNaN(a.rate)`. */
export const isNaN: CypherFunction<[number: Numeric], boolean> = /* @__PURE__ */ cypherFunction('isNaN')
