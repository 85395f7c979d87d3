import { bare } from './bare.ts'
import type { Change } from './change.ts'
import { holdsEntity } from './holds-entity.ts'
import { make } from './make.ts'

/** The fractions for which the engine's percentileDisc picks the element Cypher picks. */
const exact: ReadonlySet<unknown> = new Set([0, 0.5, 1])

/**
 * `sum` over no rows is 0, and the engine says null; a percentile that is not a literal counts as 0.5; percentileDisc
 * picks the wrong element for most fractions.
 */
export const changeAggregate: Change<'call'> = (node, { context, scope }) => {
  const name = node.name.toLowerCase()
  if (name === 'sum') return make.call('coalesce', node, make.number(0))
  if (name === 'min' || name === 'max') {
    const [of] = node.arguments
    if (of === undefined || !holdsEntity(context.typeOf(of, scope))) return node
    context.refuse(
      'entity-expressions',
      `${node.name}() of nodes or relationships`,
      'sort by a property and take the first',
    )
  }
  if (name !== 'percentiledisc' && name !== 'percentilecont') return node
  const fraction = node.arguments[1] === undefined ? undefined : bare(node.arguments[1])
  if (fraction?.kind !== 'literal' || typeof fraction.value !== 'number') {
    context.refuse(
      'percentile-parameter',
      `${node.name}() with a fraction that is not a literal number`,
      'write the number into the text',
    )
  }
  if (name === 'percentiledisc' && !exact.has(fraction?.kind === 'literal' ? fraction.value : undefined)) {
    context.refuse(
      'percentile-disc',
      `percentileDisc() of another fraction than 0, 0.5 and 1`,
      'write percentileCont(), or collect() the sorted values',
    )
  }
  return node
}
