import type { Expression } from '../../ast/expression.ts'
import type { TemporalPolicy } from '../../schema/type-script-of.ts'
import type { ValueType } from '../../value/value-type.ts'
import { isReadAsText } from '../read-as-text.ts'
import { call, each, variable } from './tree.ts'

/** A value to compare with a property, whose text it may be where times are read as text: `date($p1)`. */
export const fromText = (given: Expression, { kind }: ValueType, policy: TemporalPolicy): Expression =>
  isReadAsText(kind, policy) ? call(kind.toLowerCase(), given) : given

/** As `fromText`, of each in a list, `[x IN $p1 | date(x)]`; `name` gives that of one of them, where it is needed. */
export const eachFromText = (
  given: Expression,
  type: ValueType,
  { policy, name }: { readonly policy: TemporalPolicy; readonly name: () => string },
): Expression => {
  if (!isReadAsText(type.kind, policy)) return given
  const item = name()
  return each(item, given, fromText(variable(item), type, policy))
}
