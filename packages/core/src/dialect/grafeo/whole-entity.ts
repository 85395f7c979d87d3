import type { Expression, ProjectionEntry } from '../../ast/expression.ts'
import { make } from './make.ts'

const entry = (key: string, value: Expression): ProjectionEntry => ({ kind: 'entry', key, value })

/** A node by name, as the map that the engine itself would give for it; null for null. */
export const wholeNode = (name: string): Expression => {
  const node = make.name(name)
  const parts = [entry('_id', make.call('id', node)), entry('_labels', make.call('labels', node))]
  const map: Expression = { kind: 'map-projection', of: name, entries: [{ kind: 'all' }, ...parts] }
  return make.choose([[make.isNull(node), make.nothing]], map)
}

/** A relationship by name, likewise. */
export const wholeRelationship = (name: string): Expression => {
  const relationship = make.name(name)
  const end = (which: string): Expression => make.call('id', make.call(which, relationship))
  const entries: readonly ProjectionEntry[] = [
    { kind: 'all' },
    entry('_id', make.call('id', relationship)),
    entry('_type', make.call('type', relationship)),
    entry('_source', end('startNode')),
    entry('_target', end('endNode')),
  ]
  return make.choose([[make.isNull(relationship), make.nothing]], { kind: 'map-projection', of: name, entries })
}
