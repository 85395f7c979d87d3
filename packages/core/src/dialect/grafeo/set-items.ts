import type { Clause, RemoveItem, SetItem } from '../../ast/clause.ts'
import type { Expression } from '../../ast/expression.ts'
import type { RewriteContext, Scope } from '../../compile/rewrite-context.ts'
import { bare } from './bare.ts'
import type { Pass } from './block.ts'
import { eachClause } from './each-clause.ts'
import { guarded } from './guarded.ts'
import { knownType } from './known-type.ts'
import { make } from './make.ts'

const entities: ReadonlySet<string> = new Set(['node', 'relationship'])

/** The name whose property is written. */
const nameOf = (target: Expression, context: RewriteContext): string => {
  const inner = bare(target)
  if (inner.kind === 'variable') return inner.name
  if (inner.kind === 'property') return nameOf(inner.of, context)
  if (inner.kind === 'index') {
    context.refuse(
      'dynamic-properties',
      'n[key] where a property is written',
      'write n += $map, with the key in the map',
    )
  }
  return context.refuse(
    'dynamic-properties',
    'SET and REMOVE on an expression',
    'name it first: WITH … AS x SET x.key = …',
  )
}

const plainTarget = (target: Expression, name: string): Expression => {
  const property = bare(target)
  if (property.kind !== 'property' || property.of.kind === 'variable') return property
  return bare(property.of).kind === 'variable' ? { kind: 'property', of: make.name(name), key: property.key } : property
}

/** `SET a = b` of two entities copies the properties; the engine copies nothing unless told so. */
const copied = (item: SetItem, scope: Scope, context: RewriteContext): SetItem => {
  if (item.kind === 'property') {
    const target = plainTarget(item.target, nameOf(item.target, context))
    return target === item.target ? item : { kind: 'property', target, value: item.value }
  }
  if (item.kind === 'labels') return item
  if (!entities.has(knownType(context.typeOf(item.value, scope)).kind)) return item
  return { kind: item.kind, variable: item.variable, value: make.call('properties', item.value) }
}

const removed = (item: RemoveItem, context: RewriteContext): RemoveItem => {
  if (item.kind === 'labels') return item
  const target = plainTarget(item.target, nameOf(item.target, context))
  return target === item.target ? item : { kind: 'property', target }
}

/** The name an item writes to, when it may be null. */
const unsure = (item: SetItem | RemoveItem, scope: Scope, context: RewriteContext): string | undefined => {
  const name = item.kind === 'property' ? nameOf(item.target, context) : item.variable
  const type = scope.get(name)
  const known = type === undefined ? undefined : knownType(type)
  return known !== undefined && known.nullable && entities.has(known.kind) ? name : undefined
}

/** Items in a row that share a guard become one clause. */
const grouped = <T extends SetItem | RemoveItem>(
  items: readonly T[],
  guard: (item: T) => string | undefined,
  clause: (items: readonly T[]) => Clause,
  context: RewriteContext,
): readonly Clause[] => {
  const groups: { readonly name: string | undefined; readonly items: T[] }[] = []
  for (const item of items) {
    const name = guard(item)
    const last = groups.at(-1)
    if (last !== undefined && last.name === name) last.items.push(item)
    else groups.push({ name, items: [item] })
  }
  return groups.map((group) =>
    group.name === undefined ? clause(group.items) : guarded(group.name, [clause(group.items)], context),
  )
}

const refuseUnsure = (items: readonly SetItem[], scope: Scope, context: RewriteContext): void => {
  const name = items.map((item) => unsure(item, scope, context)).find((each) => each !== undefined)
  if (name === undefined) return
  const instead = `write FOREACH (x IN CASE WHEN ${name} IS NULL THEN [] ELSE [1] END | SET …) after it`
  context.refuse('set-on-null', `ON CREATE / ON MATCH SET on ${name}, which may be null`, instead)
}

const set = (clause: Extract<Clause, { kind: 'set' }>, scope: Scope, context: RewriteContext) => {
  const items = clause.items.map((item) => copied(item, scope, context))
  const same = items.every((item, i) => item === clause.items[i])
  if (clause.on !== undefined) {
    refuseUnsure(items, scope, context)
    return same ? undefined : [{ kind: 'set', on: clause.on, items } as const]
  }
  const guard = (item: SetItem): string | undefined => unsure(item, scope, context)
  if (same && items.every((item) => guard(item) === undefined)) return undefined
  return grouped(items, guard, (each) => ({ kind: 'set', on: undefined, items: each }), context)
}

const remove = (clause: Extract<Clause, { kind: 'remove' }>, scope: Scope, context: RewriteContext) => {
  const items = clause.items.map((item) => removed(item, context))
  const guard = (item: RemoveItem): string | undefined => unsure(item, scope, context)
  if (items.every((item, i) => item === clause.items[i] && guard(item) === undefined)) return undefined
  return grouped(items, guard, (each) => ({ kind: 'remove', items: each }), context)
}

/** SET and REMOVE: no-ops on null, and properties copied from another entity. */
export const setItems: Pass = eachClause((clause, scope, { context }) => {
  if (clause.kind === 'set') return set(clause, scope(), context)
  return clause.kind === 'remove' ? remove(clause, scope(), context) : undefined
})
