import { type Executor, type GraphNode, type GraphRelationship, isGraphNode, isGraphRelationship } from '@motif/core'
import { ask } from './answer.ts'
import { canonical } from './canonical.ts'

/** All that a graph holds. */
export interface GraphState {
  readonly nodes: readonly GraphNode[]
  readonly relationships: readonly GraphRelationship[]
}

const column = async (executor: Executor, text: string): Promise<unknown[]> => {
  const answer = await ask(executor, { text, params: {} })
  if ('error' in answer) throw answer.error
  return answer.rows.map(({ x }) => x)
}

export const stateOf = async (executor: Executor): Promise<GraphState> => {
  const nodes = (await column(executor, 'MATCH (x) RETURN x')).filter(isGraphNode)
  const relationships = (await column(executor, 'MATCH ()-[x]->() RETURN x')).filter(isGraphRelationship)
  return { nodes, relationships }
}

/** A graph as lines that are the same for graphs that look the same: which of two equal nodes is at an end is not told. */
export const portrait = ({ nodes, relationships }: GraphState): string => {
  const byId = new Map(nodes.map((node) => [node.elementId, canonical(node)]))
  const lines = relationships.map(
    (each) => `${byId.get(each.startElementId)}-${canonical(each)}->${byId.get(each.endElementId)}`,
  )
  return [...byId.values(), ...lines].toSorted().join('\n')
}

/** What the kit counts, each as a set of things that a query can see. */
const counted = ({ nodes, relationships }: GraphState): Readonly<Record<string, ReadonlySet<string>>> => {
  const ids = (entities: readonly { readonly elementId: string }[]): string[] => entities.map((each) => each.elementId)
  const properties = [...nodes, ...relationships].flatMap(({ elementId, properties }) =>
    Object.entries(properties).map(([key, value]) => `${elementId} ${key} ${canonical(value)}`),
  )
  return {
    nodes: new Set(ids(nodes)),
    relationships: new Set(ids(relationships)),
    labels: new Set(nodes.flatMap(({ labels }) => labels)),
    properties: new Set(properties),
  }
}

/** How many of each kind came and went: `{ '+nodes': 1 }`. */
export const effectsOf = (before: GraphState, after: GraphState): Readonly<Record<string, number>> => {
  const out: Record<string, number> = {}
  const [had, has] = [counted(before), counted(after)]
  for (const [kind, now] of Object.entries(has)) {
    const old = had[kind] ?? new Set<string>()
    const came = [...now].filter((each) => !old.has(each)).length
    const went = [...old].filter((each) => !now.has(each)).length
    if (came > 0) out[`+${kind}`] = came
    if (went > 0) out[`-${kind}`] = went
  }
  return out
}
