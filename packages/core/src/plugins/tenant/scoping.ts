import type { Expression } from '../../ast/expression.ts'
import type { LabelExpression } from '../../ast/pattern.ts'
import { GraphError } from '../../error/graph-error.ts'
import { binary } from '../trees.ts'

/** What is added where, and to the nodes of which labels. */
export interface Scoping {
  readonly key: string
  /** The parameter that says who asks. */
  readonly value: Expression
  readonly labels: ReadonlySet<string>
  readonly fresh: (prefix: string) => string
}

export const refuse = (what: string): never => {
  throw new GraphError('USAGE', `a tenant's graph: ${what}`)
}

/** That something belongs to the tenant or to nobody. */
export const belongs = (of: Expression, { key, value }: Scoping): Expression => {
  const own: Expression = { kind: 'property', of, key }
  return binary('=', { kind: 'call', name: 'coalesce', distinct: false, star: false, arguments: [own, value] }, value)
}

const namesOf = (labels: LabelExpression): readonly string[] | undefined => {
  if (labels.kind === 'label') return [labels.name]
  if (labels.kind !== 'all-of') return undefined
  const all = labels.of.map(namesOf)
  return all.includes(undefined) ? undefined : all.flatMap((each) => each ?? [])
}

/** Whose nodes of these labels are: a tenant's or nobody's. Both at once would let a node leave its tenant. */
export const ownerOf = (labels: readonly string[], { labels: scoped, key }: Scoping): 'tenant' | 'nobody' => {
  const owned = labels.filter((label) => scoped.has(label))
  if (owned.length > 0 && owned.length < labels.length)
    refuse(`${labels.find((label) => !scoped.has(label))} is no label with ${key}: it does not go with ${owned[0]}`)
  return owned.length > 0 ? 'tenant' : 'nobody'
}

/** Whose a node that is written is. */
export const ownerWritten = (labels: LabelExpression, scoping: Scoping): 'tenant' | 'nobody' =>
  ownerOf(namesOf(labels) ?? refuse('name the labels of each node that is written'), scoping)
