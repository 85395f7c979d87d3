import type { Expression } from '../../ast/expression.ts'
import { bare } from './bare.ts'
import { knownType } from './known-type.ts'
import type { Change, Place } from './change.ts'

type Call = Extract<Expression, { kind: 'call' }>

const elsewhere = 'compute it outside the query and pass it as a parameter'

/** Functions the engine does not have, and the nearest way to do without. */
const missing: ReadonlyMap<string, string> = new Map([
  ['randomuuid', 'make it in the program (crypto.randomUUID()) and pass it as a parameter'],
  ['valuetype', 'look at the value where it is read'],
  ['isnan', elsewhere],
  ['sinh', elsewhere],
  ['cosh', elsewhere],
  ['tanh', elsewhere],
  ['coth', elsewhere],
  ['format', 'write the text in the program'],
  ['vector', 'give the numbers as a list'],
  ['vector_distance', elsewhere],
  ['vector_norm', elsewhere],
  ['vector_dimension_count', 'write size(list)'],
])

/** Functions the engine has, but only for so many arguments. */
const most: ReadonlyMap<string, readonly [count: number, instead: string]> = new Map([
  ['round', [1, 'write round(x * 10.0 ^ digits) / 10.0 ^ digits']],
  ['ltrim', [1, elsewhere]],
  ['rtrim', [1, elsewhere]],
  ['btrim', [1, elsewhere]],
  ['trim', [1, elsewhere]],
  ['replace', [3, elsewhere]],
  ['normalize', [1, elsewhere]],
])

const isEmptyText = (node: Expression | undefined): boolean => {
  const inner = node === undefined ? undefined : bare(node)
  return inner?.kind === 'literal' && inner.value === ''
}

const split = (node: Call, { context, scope }: Place): void => {
  const by = node.arguments[1]
  if (isEmptyText(by))
    context.refuse('functions', "split(text, '')", 'take the characters with substring() over range()')
  const isList = by?.kind === 'value' && typeof by.value === 'object' && by.value !== null
  if (isList || (by !== undefined && knownType(context.typeOf(by, scope)).kind === 'list')) {
    context.refuse('functions', 'split() by several separators', 'replace() the separators by one of them first')
  }
}

const named = (node: Call, name: string, { context }: Place): void => {
  if (name === 'point' || name.startsWith('point.') || name === 'distance') {
    context.refuse('points', `${node.name}()`, 'store the coordinates as numbers')
  }
  if (!name.includes('.')) return
  const instead = /^(?:date|time|localtime|datetime|localdatetime|duration)\./.test(name)
    ? elsewhere
    : 'write it in plain Cypher'
  context.refuse('namespaced-functions', `${node.name}()`, instead)
}

/** The engine adds up numbers alone. */
const total = (node: Call, { context, scope }: Place): void => {
  const [first] = node.arguments
  if (first !== undefined && knownType(context.typeOf(first, scope)).kind === 'duration')
    context.refuse('functions', `${node.name}() of lengths of time`, 'add up a number of seconds')
}

/** Refuses the functions that the engine lacks and that no other way of writing replaces. */
export const refuseMissingFunction: Change<'call'> = (node, place) => {
  const name = node.name.toLowerCase()
  named(node, name, place)
  const instead = missing.get(name)
  if (instead !== undefined) place.context.refuse('functions', `${node.name}()`, instead)
  const limit = most.get(name)
  if (limit !== undefined && node.arguments.length > limit[0]) {
    place.context.refuse('functions', `${node.name}() of ${node.arguments.length} arguments`, limit[1])
  }
  if (name === 'split') split(node, place)
  if (name === 'sum' || name === 'avg') total(node, place)
  return node
}
