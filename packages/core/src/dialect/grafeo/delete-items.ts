import type { Clause } from '../../ast/clause.ts'
import type { Expression } from '../../ast/expression.ts'
import type { RewriteContext, Scope } from '../../compile/rewrite-context.ts'
import { bare } from './bare.ts'
import type { Block, Pass } from './block.ts'
import { eachClause } from './each-clause.ts'
import { guarded } from './guarded.ts'
import { knownType } from './known-type.ts'
import { make } from './make.ts'

type Delete = Extract<Clause, { kind: 'delete' }>

/** What no value of such a type can be deleted from: the engine is left to say so. */
const deletable: ReadonlySet<string> = new Set(['any', 'union', 'node', 'relationship', 'path', 'null'])

/** `DELETE list[0]`: the engine deletes names alone, so the value gets one. */
const ofExpression = (item: Expression, detach: boolean, scope: Scope, { context, inForeach }: Block): Clause => {
  const { kind } = knownType(context.typeOf(item, scope))
  if (!deletable.has(kind)) return { kind: 'delete', detach, items: [item] }
  if (inForeach) context.refuse('delete-expressions', 'DELETE of an expression inside FOREACH', 'UNWIND instead')
  const name = context.fresh('deleted')
  const deletes: readonly Clause[] =
    kind === 'path' ? ofPath(name, detach, context) : [{ kind: 'delete', detach, items: [make.name(name)] }]
  return {
    kind: 'call-subquery',
    scope: [...context.namesIn(item)],
    optional: false,
    clauses: [
      { kind: 'with', distinct: false, star: false, items: [{ expression: item, alias: name }] },
      { kind: 'where', condition: make.isNotNull(make.name(name)) },
      ...deletes,
    ],
  }
}

/** `DELETE p`: what the path is made of, relationships first. */
const ofPath = (name: string, detach: boolean, context: RewriteContext): readonly Clause[] => {
  const each = (part: string): Clause => {
    const variable = context.fresh('part')
    return {
      kind: 'foreach',
      variable,
      list: make.call(part, make.name(name)),
      clauses: [{ kind: 'delete', detach: detach && part === 'nodes', items: [make.name(variable)] }],
    }
  }
  return detach ? [each('nodes')] : [each('relationships'), each('nodes')]
}

/** Relationships before nodes: the engine does not delete a node that still has one. */
const rank = (item: Expression, scope: Scope, context: RewriteContext): number =>
  knownType(context.typeOf(item, scope)).kind === 'relationship' ? 0 : 1

const deleted = (item: Expression, scope: Scope, detach: boolean, block: Block): readonly Clause[] => {
  const target = bare(item)
  if (target.kind !== 'variable') return [ofExpression(target, detach, scope, block)]
  const type = knownType(scope.get(target.name) ?? { kind: 'any', nullable: false })
  const clauses: readonly Clause[] =
    type.kind === 'path' ? ofPath(target.name, detach, block.context) : [{ kind: 'delete', detach, items: [target] }]
  const unsure = type.nullable && type.kind !== 'any'
  return unsure ? [guarded(target.name, clauses, block.context)] : clauses
}

const isPlain = (item: Expression, scope: Scope): boolean => {
  if (item.kind !== 'variable') return false
  const type = knownType(scope.get(item.name) ?? { kind: 'any', nullable: false })
  return type.kind === 'any' || (!type.nullable && type.kind !== 'path')
}

const rewritten = (clause: Delete, scope: Scope, block: Block): readonly Clause[] | undefined => {
  const { context } = block
  const sorted = clause.detach
    ? clause.items
    : [...clause.items].sort((a, b) => rank(a, scope, context) - rank(b, scope, context))
  if (sorted.every((item) => isPlain(item, scope))) {
    const same = sorted.every((item, i) => item === clause.items[i])
    return same ? undefined : [{ kind: 'delete', detach: clause.detach, items: sorted }]
  }
  return sorted.flatMap((item) => deleted(item, scope, clause.detach, block))
}

/** DELETE of null is a no-op; of an expression and of a path it is spelled out. */
export const deleteItems: Pass = eachClause((clause, scope, block) =>
  clause.kind === 'delete' ? rewritten(clause, scope(), block) : undefined,
)
