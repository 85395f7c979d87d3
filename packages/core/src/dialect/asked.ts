import type { Clause } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import type { LabelExpression, Pattern } from '../ast/pattern.ts'
import { walkClauses } from '../ast/walk.ts'
import type { Capability } from './dialect.ts'

/** A capability that a part of a query asks for, how it is written there, and what to write where it is lacking. */
export type Asked = readonly [capability: Capability, what: string, instead: string]

const clauses: { readonly [K in Clause['kind']]?: Asked } = {
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

const prefixes: Readonly<Record<string, Asked>> = {
  EXPLAIN: ['explain', 'EXPLAIN', 'leave it out'],
  PROFILE: ['profile', 'PROFILE', 'leave it out'],
  CYPHER: ['planner-hints', 'CYPHER', 'leave it out'],
  USING: ['planner-hints', 'USING', 'leave it out'],
  USE: ['use-graph', 'USE', 'open the other graph with a connection of its own'],
  DEFINE: ['definitions', 'DEFINE', 'write a CALL { … } where it is used'],
}

const dynamic: Asked = ['dynamic-labels', '$(…) as a label', 'write a text for each label, made by the program']
const dynamicType: Asked = ['dynamic-types', '$(…) as a type', 'write a text for each type, made by the program']
const dynamicKey: Asked = ['dynamic-properties', 'n[…] as what is set', 'write n += $map']
const tested: Asked = ['label-expressions', 'a label expression', 'write n:A OR n:B, NOT n:A in WHERE']
const extended: Asked = ['extended-case', 'comparison or list after CASE x WHEN', 'write CASE WHEN x > … OR … THEN …']
const repeated: Asked = [
  'quantified-paths',
  'path of a repeated part',
  'write [:TYPE*1..3] where one relationship is repeated',
]
const where: Asked = ['inline-where', 'WHERE inside a pattern', 'write it after the pattern']
const nothing: readonly Asked[] = []

const isDynamic = (node: string | LabelExpression | undefined): boolean => {
  if (typeof node !== 'object' || node.kind === 'label' || node.kind === 'wildcard') return false
  if (node.kind === 'dynamic') return true
  return node.kind === 'not' ? isDynamic(node.of) : node.of.some(isDynamic)
}

/** Whether labels are more than a list that all must be there; `:A|B` of relationships every dialect knows. */
const isExpression = (node: LabelExpression | undefined, types: boolean): boolean => {
  if (node === undefined || node.kind === 'label' || node.kind === 'dynamic') return false
  const plain = types ? 'any-of' : 'all-of'
  return node.kind !== plain || node.of.some((each) => each.kind !== 'label' && each.kind !== 'dynamic')
}

const ofSubquery = (clause: Extract<Clause, { kind: 'call-subquery' }>): readonly Asked[] => {
  const out: Asked[] = [['call-subquery', 'CALL { … }', 'write its clauses into the statement']]
  if (clause.optional) out.push(['optional-call', 'OPTIONAL CALL', 'write OPTIONAL MATCH inside the CALL'])
  const { transactions } = clause
  if (transactions === undefined) return out
  const batches = 'send the rows in batches, a transaction each'
  out.push(['call-in-transactions', 'CALL { … } IN TRANSACTIONS', batches])
  const { concurrency, onError, status } = transactions
  if (concurrency !== undefined || onError !== undefined || status !== undefined)
    out.push(['transaction-status', 'CONCURRENT, ON ERROR or REPORT STATUS', batches])
  return out
}

const ofClause = (clause: Clause): readonly Asked[] => {
  switch (clause.kind) {
    case 'create':
      return clause.insert === true ? [['insert', 'INSERT', 'write CREATE']] : nothing
    case 'match':
      return clause.matchMode === undefined
        ? nothing
        : [['match-modes', clause.matchMode, 'leave it out, or walk each relationship in a MATCH of its own']]
    case 'call-procedure':
      return clause.optional ? [['optional-call', 'OPTIONAL CALL', 'CALL the procedure']] : nothing
    case 'call-subquery':
      return ofSubquery(clause)
    case 'prefix':
      return prefixes[clause.name] === undefined ? nothing : [prefixes[clause.name] as Asked] // just seen
    case 'skip':
    case 'limit':
      return clause.count.kind === 'literal' || clause.count.kind === 'parameter' || clause.count.kind === 'value'
        ? nothing
        : [['skip-limit-expressions', `${clause.kind.toUpperCase()} of an expression`, 'compute it in the program']]
    case 'set':
    case 'remove':
      return clause.items.flatMap((item): readonly Asked[] => {
        if (item.kind === 'labels') return item.labels.some(isDynamic) ? [dynamic] : nothing
        return item.kind === 'property' && item.target.kind === 'index' ? [dynamicKey] : nothing
      })
    default:
      return clauses[clause.kind] === undefined ? nothing : [clauses[clause.kind] as Asked] // just seen
  }
}

const ofPattern = ({ elements, search, selector, mode }: Pattern): readonly Asked[] => {
  const out: Asked[] = []
  if (selector !== undefined)
    out.push(['shortest-k', selector.kind.toUpperCase(), 'write shortestPath(…) or allShortestPaths(…)'])
  if (search !== undefined) out.push(['shortest-path', `${search}()`, 'send the text of the engine by cypher.as'])
  if (mode !== undefined) out.push(['path-modes', mode, 'leave it out'])
  for (const element of elements) {
    if (element.where !== undefined) out.push(where)
    if (element.kind === 'group') {
      out.push(repeated)
      continue
    }
    const isNode = element.kind === 'node'
    if (!isNode && element.quantifier !== undefined) out.push(repeated)
    const labels = isNode ? element.labels : element.types
    if (isDynamic(labels)) out.push(isNode ? dynamic : dynamicType)
    if (isExpression(labels, !isNode)) out.push(tested)
  }
  return out
}

const subqueries = {
  EXISTS: ['exists-subquery', 'EXISTS { … }', 'write the pattern as a condition'],
  COUNT: ['count-subquery', 'COUNT { … }', 'write size([(a)-->(b) | 1])'],
  COLLECT: [
    'collect-subquery',
    'COLLECT { … }',
    'write [(a)-->(b) | b.name], or CALL (a) { … RETURN collect(…) AS list }',
  ],
} as const satisfies Record<string, Asked>

const calls: readonly (readonly [names: RegExp, asked: Asked])[] = [
  [/^(coll\.|vector(_|$))/i, ['collection-functions', 'coll.… and vector(…)', 'compute it in the program']],
  [/^point$/i, ['points', 'point(…)', 'keep the coordinates as properties']],
  [
    /^(duration\.\w+|(local)?(date)?time\.\w+|date\.\w+)$/i,
    ['namespaced-functions', 'functions such as duration.between', 'compute it in the program'],
  ],
]

const ofExpression = (node: Expression): readonly Asked[] => {
  switch (node.kind) {
    case 'type-test':
      return [['type-predicates', 'IS :: TYPE', 'look at the value in the program']]
    case 'normal-form-test':
      return [['normal-forms', 'IS NORMALIZED', 'look at the value in the program']]
    case 'case-operand':
      return [extended]
    case 'case':
      return node.branches.some((branch) => branch.or !== undefined) ? [extended] : nothing
    case 'label-test': {
      const asked = isDynamic(node.labels) ? [dynamic] : nothing
      return isExpression(node.labels, false) ? [...asked, tested] : asked
    }
    case 'reduce':
      return node.predicate === undefined
        ? nothing
        : [['all-reduce', 'allReduce()', 'write reduce() and a condition on what it gives']]
    case 'subquery':
      return [subqueries[node.name]]
    case 'binary':
      return node.operator === '||' ? [['concatenation-operator', '||', 'write +']] : nothing
    case 'call':
      return calls.flatMap(([names, asked]) => (names.test(node.name) ? [asked] : nothing))
    default:
      return nothing
  }
}

/** Tells of every capability that a statement asks for, in the order it is written. */
export const eachAsked = (statement: readonly Clause[], tell: (asked: Asked) => void): void =>
  walkClauses(statement, {
    clause: (each) => ofClause(each).forEach(tell),
    pattern: (each) => ofPattern(each).forEach(tell),
    expression: (each) => ofExpression(each).forEach(tell),
  })
