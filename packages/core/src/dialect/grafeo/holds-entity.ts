import type { ValueType } from '../../value/value-type.ts'
import { knownType } from './known-type.ts'

/** Whether a value of a type is, or holds, a node, a relationship or a path. */
export const holdsEntity = (type: ValueType): boolean => {
  const known = knownType(type)
  switch (known.kind) {
    case 'node':
    case 'relationship':
    case 'path':
      return true
    case 'list':
      return holdsEntity(known.of)
    case 'map':
      return Object.values(known.entries).some(holdsEntity)
    case 'union':
      return known.of.some(holdsEntity)
    default:
      return false
  }
}
