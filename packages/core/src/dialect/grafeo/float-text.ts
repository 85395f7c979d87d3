import type { Expression } from '../../ast/expression.ts'
import { make } from './make.ts'

/** A float as text: the engine writes 1.0 as `1`. */
export const floatText = (node: Expression): Expression => {
  const text = make.call('toString', node)
  return make.choose(
    [[make.binary(node, '=', make.call('floor', node)), make.binary(text, '+', make.text('.0'))]],
    text,
  )
}
