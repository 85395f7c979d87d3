import { aggregate } from '../call.ts'
import type { Operand } from '../operand.ts'
import type { Argument, ParamsIn, Value } from '../value.ts'

type Numeric = number | bigint | null
type Spread = <P = {}>(value: Value<Numeric, P>) => Operand<number, P>
type Percentile = <P, const A extends Argument<number>>(
  value: Value<Numeric, P>,
  percentile: A,
) => Operand<number | null, P & ParamsIn<A, number>>

const named = (name: string): never => ((...given: [unknown, ...unknown[]]) => aggregate(name, ...given)) as never

/** The standard deviation of a sample: `stDev(u.age)`; 0 over no rows. */
export const stDev: Spread = /* @__PURE__ */ named('stDev')
/** The standard deviation of all there is: `stDevP(u.age)`; 0 over no rows. */
export const stDevP: Spread = /* @__PURE__ */ named('stDevP')
/** The number under which so large a part of all lies, between two of them if need be: `percentileCont(u.age, $p1)`. */
export const percentileCont: Percentile = /* @__PURE__ */ named('percentileCont')
/** The number under which so large a part of all lies, one of them: `percentileDisc(u.age, $p1)`. */
export const percentileDisc: Percentile = /* @__PURE__ */ named('percentileDisc')
