import type { GraphModel, PropertyModel } from './model.ts'

interface Element {
  readonly count: number
  readonly properties: readonly PropertyModel[]
}

const told = <E extends Element>(element: E, live: E | undefined): E => {
  const found = new Map((live?.properties ?? []).map((each) => [each.name, each]))
  return {
    ...element,
    count: live?.count ?? element.count,
    properties: element.properties.map((each) => {
      const { reason, notes } = found.get(each.name) ?? { reason: 'none of those read has it', notes: [] }
      return { ...each, reason, notes }
    }),
  }
}

/** A model with the reasons of another: what was just read is told, not sums with what was known before. */
export const toldBy = (model: GraphModel, live: GraphModel): GraphModel => ({
  ...model,
  nodes: model.nodes.map((each) =>
    told(
      each,
      live.nodes.find(({ label }) => label === each.label),
    ),
  ),
  relationships: model.relationships.map((each) =>
    told(
      each,
      live.relationships.find(({ type }) => type === each.type),
    ),
  ),
})
