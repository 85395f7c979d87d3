import type { Clause } from '../../src/ast/clause.ts'
import type { Expression, ProjectionEntry } from '../../src/ast/expression.ts'
import type { LabelExpression, PathSelector, Pattern, Quantifier } from '../../src/ast/pattern.ts'
import { parseClause } from '../../src/grammar/parse-clause.ts'

/** Short notations for trees, operator first, so that a test can state a whole tree in a line. */

type Maybe = Expression | undefined

const list = (...parts: readonly (string | undefined | false)[]): string =>
  `(${parts.filter((part) => part !== undefined && part !== false && part !== '').join(' ')})`

export const labelForm = (labels: LabelExpression): string => {
  switch (labels.kind) {
    case 'label':
      return labels.name
    case 'wildcard':
      return '%'
    case 'not':
      return list('!', labelForm(labels.of))
    case 'dynamic':
      return list(labels.all ? '$' : '$any', form(labels.of))
    default:
      return list(labels.kind === 'any-of' ? '|' : '&', ...labels.of.map(labelForm))
  }
}

const given = (word: string, expression: Maybe): string | undefined => expression && list(word, form(expression))

const rangeForm = (sign: string, range: Quantifier | undefined): string | undefined =>
  range && `${sign}${range.min ?? ''}..${range.max ?? ''}`

const elementForm = (element: Pattern['elements'][number]): string => {
  if (element.kind === 'group')
    return list(
      'group',
      patternForm(element.pattern),
      given('where', element.where),
      rangeForm('#', element.quantifier),
    )
  const { kind, variable, properties, where } = element
  const named = kind === 'node' ? element.labels : element.types
  const parts = [
    variable,
    named && `:${labelForm(named)}`,
    kind === 'relationship' && rangeForm('*', element.length),
    properties && form(properties),
    given('where', where),
    kind === 'relationship' && rangeForm('#', element.quantifier),
  ]
  return list(kind === 'node' ? 'node' : element.direction, ...parts)
}

const selectorForm = ({ kind, count, groups }: PathSelector): string =>
  list(kind, count && form(count), groups && 'groups')

export const patternForm = ({ variable, search, selector, mode, elements }: Pattern): string =>
  list(
    'path',
    variable && `${variable} =`,
    search,
    selector && selectorForm(selector),
    mode,
    ...elements.map(elementForm),
  )

const literalForm = (value: unknown): string =>
  typeof value === 'bigint' ? `${value}n` : typeof value === 'string' ? `'${value}'` : String(value)

const entryForm = (entry: ProjectionEntry): string => {
  if (entry.kind === 'all') return '.*'
  if (entry.kind === 'property') return `.${entry.key}`
  return entry.kind === 'variable' ? entry.name : `${entry.key}: ${form(entry.value)}`
}

const compound: { readonly [K in Expression['kind']]?: (node: Extract<Expression, { kind: K }>) => string } = {
  case: ({ operand, branches, otherwise }) =>
    list(
      'case',
      given('of', operand),
      ...branches.map(({ when, or = [], then }) => list('when', ...[when, ...or].map(form), form(then))),
      given('else', otherwise),
    ),
  'list-comprehension': (node) =>
    list('each', node.variable, form(node.in), given('where', node.where), given('yield', node.yield)),
  'pattern-comprehension': (node) =>
    list('paths', patternForm(node.pattern), given('where', node.where), given('yield', node.yield)),
  quantifier: ({ name, variable, in: of, where }) => list(name, variable, form(of), form(where)),
  reduce: (node) =>
    list(
      'reduce',
      node.accumulator,
      form(node.initial),
      node.variable,
      form(node.in),
      form(node.step),
      node.predicate && form(node.predicate),
    ),
  subquery: ({ name, clauses }) => list(name, ...clauses.map(clauseForm)),
  call: (node) => list(node.name, node.distinct && 'distinct', node.star && '*', ...node.arguments.map(form)),
  slice: ({ of, from, to }) => list('slice', form(of), from ? form(from) : '_', to ? form(to) : '_'),
}

const simple: { readonly [K in Expression['kind']]?: (node: Extract<Expression, { kind: K }>) => string } = {
  literal: ({ value, float }) => `${literalForm(value)}${float === true ? 'f' : ''}`,
  parameter: ({ name }) => `$${name}`,
  variable: ({ name }) => name,
  property: ({ of, key }) => `${form(of)}.${key}`,
  index: ({ of, at }) => list('at', form(of), form(at)),
  unary: ({ operator, operand }) => list(operator, form(operand)),
  binary: ({ operator, left, right }) => list(operator, form(left), form(right)),
  'null-test': ({ negated, operand }) => list(negated ? 'some' : 'null', form(operand)),
  'label-test': ({ of, labels }) => list('is', form(of), labelForm(labels)),
  'type-test': ({ negated, operand, type }) => list(negated ? 'not' : '', '::', form(operand), type),
  'normal-form-test': ({ negated, operand, form: name }) => list(negated ? 'not' : '', name, form(operand)),
  'case-operand': () => '_',
  list: ({ items }) => list('list', ...items.map(form)),
  map: ({ entries }) => list('map', ...entries.map(({ key, value }) => `${key}: ${form(value)}`)),
  'map-projection': ({ of, entries }) => list('pick', of, ...entries.map(entryForm)),
  'pattern-predicate': ({ pattern }) => patternForm(pattern),
  parenthesised: ({ inner }) => list('group', form(inner)),
  opaque: ({ source, parameters }) => `«${source}»${parameters.map((name) => `$${name}`).join('')}`,
}

export const form = (node: Expression): string => {
  const show = { ...simple, ...compound }[node.kind] as ((of: Expression) => string) | undefined // keyed by its kind
  if (show === undefined) throw new Error(`no form for ${node.kind}`)
  return show(node)
}

/** Enough of a clause to tell it by. */
export const clauseForm = (clause: Clause): string => {
  switch (clause.kind) {
    case 'match':
      return list(clause.optional && 'optional', 'match', clause.matchMode, ...clause.patterns.map(patternForm))
    case 'where':
    case 'filter':
      return list(clause.kind, form(clause.condition))
    case 'let':
      return list('let', ...clause.items.map(({ variable, value }) => list(variable, form(value))))
    case 'group-by':
      return list('group', ...(clause.keys === 'all' ? ['all'] : clause.keys.map(form)))
    case 'conditional':
      return list(
        'conditional',
        ...clause.branches.map(({ when, clauses }) => list('when', form(when), ...clauses.map(clauseForm))),
        clause.otherwise && list('else', ...clause.otherwise.map(clauseForm)),
      )
    case 'block':
      return list('block', ...clause.clauses.map(clauseForm))
    case 'with':
    case 'return':
      return list(
        clause.kind,
        clause.distinct && 'distinct',
        clause.star && '*',
        ...clause.items.map(({ expression, alias }) =>
          alias === undefined ? form(expression) : list('as', form(expression), alias),
        ),
      )
    case 'order-by':
      return list(
        'order',
        ...clause.items.map(({ expression, descending, nulls }) =>
          list(descending ? 'desc' : 'asc', nulls, form(expression)),
        ),
      )
    case 'skip':
    case 'limit':
      return list(clause.kind, form(clause.count))
    case 'unwind':
      return list('unwind', form(clause.list), clause.variable)
    case 'create':
      return list(clause.insert ? 'insert' : 'create', ...clause.patterns.map(patternForm))
    case 'merge':
      return list('merge', patternForm(clause.pattern))
    default:
      return list(clause.kind)
  }
}

/** The form of an expression as it stands after WHERE. */
export const formOf = (text: string): string => {
  const [clause] = parseClause('where', text)
  if (clause?.kind !== 'where') throw new Error('not a condition')
  return form(clause.condition)
}
