import type { ProjectionEntry } from '../../ast/expression.ts'
import { holdsEntity } from './holds-entity.ts'
import { knownType } from './known-type.ts'
import type { Change } from './change.ts'
import { make } from './make.ts'

const spelledOut = (entry: ProjectionEntry): ProjectionEntry =>
  entry.kind === 'variable' ? { kind: 'entry', key: entry.name, value: make.name(entry.name) } : entry

/** `m {.*}` of null is null, and the engine makes a map; `m {x}` is spelled out. */
export const changeProjection: Change<'map-projection'> = (node, { scope, context }) => {
  const short = node.entries.some(({ kind }) => kind === 'variable')
  const full = short ? ({ kind: 'map-projection', of: node.of, entries: node.entries.map(spelledOut) } as const) : node
  const of = scope.get(node.of)
  if (of !== undefined && !knownType(of).nullable) return full
  const name = make.name(node.of)
  // The engine loses sight of a node inside a CASE, not inside a list.
  if (holdsEntity(context.typeOf(full, scope))) {
    return { kind: 'index', of: make.list(full), at: make.choose([[make.isNotNull(name), make.number(0)]]) }
  }
  return make.choose([[make.isNull(name), make.nothing]], full)
}
