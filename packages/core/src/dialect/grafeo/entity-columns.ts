import type { Clause, ProjectionItem } from '../../ast/clause.ts'
import type { Expression } from '../../ast/expression.ts'
import type { RewriteContext, Scope } from '../../compile/rewrite-context.ts'
import { bare } from './bare.ts'
import { type Block, type Pass, scopeAt } from './block.ts'
import { type Blurred, isBlurred } from './blur.ts'
import { knownType } from './known-type.ts'
import { make } from './make.ts'
import { wholeNode, wholeRelationship } from './whole-entity.ts'

type Projection = Extract<Clause, { kind: 'with' | 'return' }>
interface Where {
  readonly scope: Scope
  readonly context: RewriteContext
  readonly blurred: Blurred
}

const refuse = (context: RewriteContext, what: string): never =>
  context.refuse(
    'entity-expressions',
    `${what} made by a comprehension, reduce or +`,
    'write CALL (list) { UNWIND list AS x WITH x WHERE … RETURN collect(x) AS list2 }',
  )

/** `[x IN list WHERE … | x]`, with each element spelled out where the engine still knows what it is. */
const spelledElements = (
  node: Extract<Expression, { kind: 'list-comprehension' }>,
  { scope, context, blurred }: Where,
): Expression | undefined => {
  const plain = node.yield === undefined || (node.yield.kind === 'variable' && node.yield.name === node.variable)
  const type = context.inside(node, scope).get(node.variable)
  if (!plain || type === undefined) return undefined
  const { kind } = knownType(type)
  const sharp = !isBlurred(node.in, { scope, context, blurred })
  const whole =
    kind === 'node'
      ? wholeNode(node.variable)
      : kind === 'relationship' && sharp
        ? wholeRelationship(node.variable)
        : undefined
  if (whole === undefined) return undefined
  return { kind: 'list-comprehension', variable: node.variable, in: node.in, where: node.where, yield: whole }
}

/** `[p IN paths | head(nodes(p))]`: the engine makes maps of these nodes, which show all and stand for nothing. */
const ofPaths = (node: Expression): boolean => {
  const inner = bare(node)
  if (inner.kind !== 'list-comprehension' || inner.yield === undefined) return false
  const found = bare(inner.yield)
  const from =
    found.kind === 'index' ? found.of : found.kind === 'call' && found.name !== 'nodes' ? found.arguments[0] : found
  const [path] = from?.kind === 'call' && from.name === 'nodes' ? from.arguments : []
  return path?.kind === 'variable' && path.name === inner.variable
}

/** A blurred value as it has to be returned. Nodes are still found by their id; nothing else is. */
const sharpened = (node: Expression, where: Where): Expression => {
  const { scope, context } = where
  const inner = bare(node)
  if (!isBlurred(inner, where)) return node
  if (inner.kind === 'entity') return { kind: 'entity', of: sharpened(inner.of, where) }
  if (inner.kind === 'list-comprehension') {
    const spelled = spelledElements(inner, where)
    if (spelled !== undefined) return spelled
  }
  if (inner.kind === 'map') {
    return make.map(inner.entries.map(({ key, value }) => ({ key, value: sharpened(value, where) })))
  }
  const type = knownType(context.typeOf(inner, scope))
  const name = context.fresh('node')
  if (type.kind === 'node') {
    if (inner.kind === 'variable') return wholeNode(inner.name)
    return make.first({
      kind: 'list-comprehension',
      variable: name,
      in: make.list(inner),
      where: undefined,
      yield: wholeNode(name),
    })
  }
  if (type.kind === 'list' && knownType(type.of).kind === 'node') {
    return { kind: 'list-comprehension', variable: name, in: inner, where: undefined, yield: wholeNode(name) }
  }
  return refuse(context, 'columns of relationships, paths or maps')
}

/** Whether a blurred value may be given a name: reading and writing nodes by their id works, nothing else does. */
const refuseHidden = (node: Expression, { scope, context }: Where): void => {
  const type = knownType(context.typeOf(node, scope))
  const inner = type.kind === 'list' ? knownType(type.of) : type
  if (inner.kind !== 'node') refuse(context, 'names for relationships, paths or maps')
}

const projected = (clause: Projection, where: Where, block: Block, next: Set<string>): Clause => {
  const { context } = where
  const items = clause.items.map((item): ProjectionItem => {
    if (!isBlurred(item.expression, where)) return item
    if (ofPaths(item.expression)) {
      if (clause.kind === 'return' && block.final) return item
      refuse(context, 'names for nodes of paths')
    }
    const alias = context.columnName(item)
    if (clause.kind === 'return' && block.final) return { expression: sharpened(item.expression, where), alias }
    if (clause.kind === 'return') refuse(context, 'columns of CALL { … }')
    refuseHidden(item.expression, where)
    next.add(alias)
    return item
  })
  if (items.every((item, i) => item === clause.items[i])) return clause
  return { kind: clause.kind, distinct: clause.distinct, star: clause.star, items }
}

/** Whole nodes for the columns where the engine would give ids. */
export const entityColumns: Pass = (clauses, block) => {
  const { context, outer } = block
  let scopes: readonly Scope[] | undefined
  let blurred: Set<string> = new Set()
  let out: Clause[] | undefined
  clauses.forEach((clause, i) => {
    const scope = (): Scope => scopeAt((scopes ??= context.scopes(clauses, outer)), i)
    const each = clause.kind === 'unwind' || clause.kind === 'foreach' ? clause : undefined
    if (each !== undefined && isBlurred(each.list, { scope: scope(), context, blurred })) {
      refuseHidden(each.list, { scope: scope(), context, blurred })
      if (each.kind === 'unwind') blurred.add(each.variable)
    }
    if (clause.kind !== 'with' && clause.kind !== 'return') {
      out?.push(clause)
      return
    }
    const next = new Set<string>(clause.star ? blurred : [])
    const done = projected(clause, { scope: scope(), context, blurred }, block, next)
    blurred = next
    if (done !== clause) out ??= clauses.slice(0, i)
    out?.push(done)
  })
  return out ?? clauses
}
