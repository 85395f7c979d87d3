import type { ValueType } from '@motif/core'
import { texts, whole } from '../../introspect/ask.ts'
import type { Batch } from '../batch.ts'
import type { ElementQuery, Found } from './element-query.ts'
import type { Reading } from './reading.ts'
import type { TypePlan } from './type-plan.ts'

const anything: ValueType = { kind: 'any', nullable: true }
const list: ValueType = { kind: 'list', of: anything, nullable: false }

const typeOf = (column: string): ValueType =>
  column === 'id' || column === 'end' ? whole : column === 'labels' || column === 'keys' ? texts : list

/**
 * Asks for elements with whatever properties they have, as two lists, and for the types of those that the plan does not
 * settle. `isBare`: some nodes are of no label that the census knows, and all their properties are asked for.
 */
export const wholeQuery = (kind: Batch['kind'], plan: TypePlan, reading: Reading, isBare: boolean): ElementQuery => {
  const { asked, known, isDeep } = plan
  const isNode = kind === 'node'
  const which = [
    ...(asked.length > 0 ? ['k IN $asked'] : []),
    ...(isBare ? ['none(l IN labels(x) WHERE l IN $known)'] : []),
  ]
  const told = `[k IN keys(x) WHERE ${which.join(' OR ')} | [k, ${reading.told('x[k]', isDeep || isBare)}]]`
  const columns: Readonly<Record<string, string>> = {
    id: isNode ? 'id(x)' : 'id(a)',
    ...(isNode ? {} : { end: 'id(b)' }),
    labels: isNode ? 'labels(x)' : '[type(x)]',
    keys: 'keys(x)',
    values: '[k IN keys(x) | x[k]]',
    ...(which.length === 0 ? {} : { told }),
  }
  return {
    returned: Object.entries(columns)
      .map(([name, expression]) => `${expression} AS ${name}`)
      .join(', '),
    columns: Object.keys(columns).map((name) => ({ name, type: typeOf(name) })),
    params: { ...(asked.length > 0 ? { asked } : {}), ...(isBare ? { known } : {}) },
    read: (row) => row as unknown as Found, // the columns asked for
  }
}
