import type { NodePattern, Pattern, RelationshipPattern } from '../ast/pattern.ts'
import { noPrinter } from './print-expression.ts'
import type { Writer } from './writer.ts'

/** `u:User {id: $id}`, `f:FOLLOWS`: what stands between the brackets. */
const inner = (element: NodePattern | RelationshipPattern, to: Writer): string => {
  const { variable, properties } = element
  const label = element.kind === 'node' ? element.labels : element.types
  if (label !== undefined && label.kind !== 'label') return noPrinter(label.kind)
  const named = `${variable === undefined ? '' : to.name(variable)}${label === undefined ? '' : `:${to.name(label.name)}`}`
  return properties === undefined ? named : `${named} ${to.expression(properties)}`
}

const element = (each: NodePattern | RelationshipPattern, to: Writer): string => {
  if (each.kind === 'node') return `(${inner(each, to)})`
  return each.direction === 'in' ? `<-[${inner(each, to)}]-` : `-[${inner(each, to)}]->`
}

/** A path as it is put together at run time: one label or type each, an arrow, no condition. */
export const printPattern = ({ elements }: Pattern, to: Writer): string =>
  elements.map((each) => element(each, to)).join('')
