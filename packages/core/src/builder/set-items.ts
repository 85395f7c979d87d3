import type { Expression } from '../ast/expression.ts'
import type { SetItem } from '../ast/clause.ts'
import { GraphError } from '../error/graph-error.ts'
import { treeOf } from '../expression/operation.ts'

type Property = Extract<Expression, { kind: 'property' }>

/** `u.name` */
export const propertyOf = (name: string, key: string): Property => ({
  kind: 'property',
  of: { kind: 'variable', name },
  key,
})

/** `u.name = …, u.age = …`; throws USAGE when there is nothing to set. */
export const setItems = (name: string, properties: object): readonly SetItem[] => {
  const items = Object.entries(properties).map(
    ([key, value]): SetItem => ({
      kind: 'property',
      target: propertyOf(name, key),
      value: treeOf(value, `set('${name}', { ${key} })`),
    }),
  )
  if (items.length === 0) throw new GraphError('USAGE', `set('${name}', {}) names no property`)
  return items
}
