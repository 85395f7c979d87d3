import type { Clause } from '../../ast/clause.ts'
import type { Expression } from '../../ast/expression.ts'
import type { LabelExpression, Pattern } from '../../ast/pattern.ts'
import { walkClauses } from '../../ast/walk.ts'
import type { RewriteContext } from '../../compile/rewrite-context.ts'
import type { Capability } from '../dialect.ts'

/** What is lacking, how it is written, and what to write instead. */
type Lack = readonly [capability: Capability, what: string, instead: string]

const clauses: { readonly [K in Clause['kind']]?: Lack } = {
  let: ['let', 'LET', 'write WITH *, … AS x'],
  filter: ['filter', 'FILTER', 'write WITH * WHERE …'],
  next: ['next', 'NEXT', 'write WITH … in place of RETURN … NEXT'],
  finish: ['finish', 'FINISH', 'leave it out'],
  'group-by': ['group-by', 'GROUP BY', 'leave it out: the columns that hold no aggregate are the groups'],
  search: ['search', 'SEARCH', 'call a procedure of the engine'],
  'load-csv': ['load-csv', 'LOAD CSV', 'read the file in the program and UNWIND its rows'],
  conditional: ['conditional-queries', 'WHEN … THEN … ELSE …', 'write UNION of two parts, each with its WHERE'],
  block: ['conditional-queries', 'a statement in braces', 'leave the braces out'],
}

const dynamic: Lack = ['dynamic-labels', '$(…) as a label', 'write a text for each label, made by the program']

const extended: Lack = ['extended-case', 'comparison or list after CASE x WHEN', 'write CASE WHEN x > … OR … THEN …']

const isDynamic = (node: string | LabelExpression | undefined): boolean => {
  if (typeof node !== 'object' || node.kind === 'label' || node.kind === 'wildcard') return false
  if (node.kind === 'dynamic') return true
  return node.kind === 'not' ? isDynamic(node.of) : node.of.some(isDynamic)
}

const ofClause = (clause: Clause): Lack | undefined => {
  if (clause.kind === 'create' && clause.insert === true) return ['insert', 'INSERT', 'write CREATE']
  if (clause.kind === 'match' && clause.matchMode !== undefined)
    return ['match-modes', clause.matchMode, 'leave it out, or walk each relationship in a MATCH of its own']
  if (clause.kind === 'call-procedure' && clause.optional)
    return ['optional-call', 'OPTIONAL CALL', 'CALL the procedure']
  if (clause.kind === 'prefix' && clause.name === 'DEFINE')
    return ['definitions', 'DEFINE', 'write what it gives where it is needed']
  if (clause.kind !== 'set' && clause.kind !== 'remove') return clauses[clause.kind]
  return clause.items.some((item) => item.kind === 'labels' && item.labels.some(isDynamic)) ? dynamic : undefined
}

const ofPattern = ({ elements, selector, mode }: Pattern): Lack | undefined => {
  if (selector !== undefined)
    return ['shortest-k', selector.kind.toUpperCase(), 'write shortestPath(…) or allShortestPaths(…)']
  if (mode !== undefined) return ['path-modes', mode, 'leave it out']
  for (const element of elements) {
    if (element.kind === 'group' || (element.kind === 'relationship' && element.quantifier !== undefined))
      return ['quantified-paths', 'path of a repeated part', 'write [:TYPE*1..3] where one relationship is repeated']
    if (isDynamic(element.kind === 'node' ? element.labels : element.types)) return dynamic
  }
  return undefined
}

const ofExpression = (node: Expression): Lack | undefined => {
  switch (node.kind) {
    case 'type-test':
      return ['type-predicates', 'IS :: TYPE', 'look at the value in the program']
    case 'normal-form-test':
      return ['normal-forms', 'IS NORMALIZED', 'look at the value in the program']
    case 'case-operand':
      return extended
    case 'case':
      return node.branches.some((branch) => branch.or !== undefined) ? extended : undefined
    case 'label-test':
      return isDynamic(node.labels) ? dynamic : undefined
    case 'reduce':
      return node.predicate && ['all-reduce', 'allReduce()', 'write reduce() and a condition on what it gives']
    default:
      return undefined
  }
}

/** Refuses, by name, what the engine's Cypher has no words for and what has not been written another way. */
export const refuseNewLanguage = (statement: readonly Clause[], context: RewriteContext): void => {
  const refuse = (lack: Lack | undefined): void => {
    if (lack !== undefined) context.refuse(...lack)
  }
  walkClauses(statement, {
    clause: (each) => refuse(ofClause(each)),
    pattern: (each) => refuse(ofPattern(each)),
    expression: (each) => refuse(ofExpression(each)),
  })
}
