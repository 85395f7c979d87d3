import type { Clause } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import type { LabelExpression, Pattern } from '../ast/pattern.ts'
import { walkClauses } from '../ast/walk.ts'
import { GraphError } from '../error/graph-error.ts'
import { declareFunction } from '../expression/declare-function.ts'
import { isLoopVariable } from '../expression/loop.ts'
import { names } from '../expression/names.ts'
import { Operation, treeOf } from '../expression/operation.ts'
import { Identifier } from '../raw/identifier.ts'
import type { Chain } from './chain.ts'

type Callback = (names: object, graph: object) => unknown

const refuse = (problem: string): never => {
  throw new GraphError('USAGE', problem)
}

/** A name that a pattern or UNWIND binds would stand for the element of a list around it. */
const refuseTaken = (clauses: readonly Clause[]): void => {
  const taken = (name: string | undefined): void => {
    if (name !== undefined && isLoopVariable(name))
      refuse(`'${name}' is the element of the list around this: give what is bound here another name`)
  }
  walkClauses(clauses, {
    clause: (each) => (each.kind === 'unwind' ? taken(each.variable) : undefined),
    pattern({ variable, elements }) {
      taken(variable)
      for (const element of elements) if ('variable' in element) taken(element.variable)
    },
  })
}

const clausesOf = (root: Chain, given: unknown): readonly Clause[] => {
  const built = typeof given === 'function' ? (given as (root: Chain) => Chain)(root) : root.match(given)
  const clauses = built.clauses()
  refuseTaken(clauses)
  return clauses
}

const subquery =
  (root: Chain, name: 'EXISTS' | 'COUNT' | 'COLLECT') =>
  (given: unknown): Operation =>
    new Operation({ kind: 'subquery', name, clauses: clausesOf(root, given) })

const listOf =
  (root: Chain, graph: () => object) =>
  (text: unknown, make: Callback, condition?: Callback): Operation => {
    const [match] = clausesOf(root, text)
    const [pattern, more] = (match as { readonly patterns: readonly Pattern[] }).patterns // what match() adds
    if (pattern === undefined || more !== undefined) return refuse('listOf() takes one path')
    const asked = (callback: Callback): Expression => treeOf(callback(names, graph()), 'listOf()')
    const where = condition && asked(condition)
    return new Operation({ kind: 'pattern-comprehension', pattern, where, yield: asked(make) })
  }

const is = (entity: unknown, ...labels: readonly unknown[]): Operation => {
  const of = labels.map(
    (label): LabelExpression => ({
      kind: 'label',
      name: label instanceof Identifier ? label.name : String(label),
    }),
  )
  const [first] = of
  if (first === undefined) return refuse('is() takes a label')
  const all: LabelExpression = of.length === 1 ? first : { kind: 'all-of', of }
  return new Operation({ kind: 'label-test', of: treeOf(entity, 'is()'), labels: all })
}

/** The run-time side of `Subqueries`: what callbacks get beside their names, to be taken apart or not. */
export const subqueriesOf = (root: Chain): object => {
  const graph: object = {
    exists: subquery(root, 'EXISTS'),
    count: subquery(root, 'COUNT'),
    collect: subquery(root, 'COLLECT'),
    listOf: listOf(root, () => graph),
    is,
    fn: declareFunction,
  }
  return graph
}
