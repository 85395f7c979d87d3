import type { Executor, Signal } from '@motif/core'
import { ask, text, whole } from '../../introspect/ask.ts'
import { IdList } from '../ids/id-list.ts'
import { markerLabel, markKey } from './marks.ts'
import { send } from './send.ts'

/** Stands for the dump's id where there is none: a copy cannot be resumed. */
export const copied = 'copy'

/** How far a load has come, as the graph itself says it: it is written in the transaction of each batch. */
export interface Marker {
  /** That of the dump. */
  readonly id: string
  readonly phase: 'loading' | 'tidying'
  readonly nodes: number
  readonly relationships: number
}

/** The marker of a load that has not come to its end. */
export const readMarker = async (executor: Executor, signal?: Signal): Promise<Marker | undefined> => {
  const question = {
    text: `MATCH (m:${markerLabel}) RETURN m.id AS id, m.phase AS phase, m.nodes AS nodes, m.relationships AS relationships`,
    columns: [
      { name: 'id', type: text },
      { name: 'phase', type: text },
      { name: 'nodes', type: whole },
      { name: 'relationships', type: whole },
    ],
  }
  const [marker] = await ask<Marker>(executor, question, signal)
  return marker
}

export const writeMarker = async (executor: Executor, marker: Marker): Promise<void> => {
  const text = `MERGE (m:${markerLabel} {id: $id}) SET m.phase = $phase, m.nodes = $nodes, m.relationships = $relationships`
  await send(executor, { text, params: { ...marker } })
}

export const removeMarker = async (executor: Executor): Promise<void> => {
  await send(executor, { text: `MATCH (m:${markerLabel}) DELETE m` })
}

/** The nodes that a load has made so far: the id of each by its number in the dump. */
export const markedNodes = async (executor: Executor, signal?: Signal): Promise<IdList> => {
  const text = `MATCH (n) WHERE n.${markKey} IS NOT NULL RETURN n.${markKey} AS number, id(n) AS id`
  const columns = ['number', 'id'].map((name) => ({ name, type: whole }))
  const ids = new IdList()
  const request = { text, params: {}, parameters: [], columns, access: 'read' } as const
  for await (const { layout, rows } of executor.execute(request, { signal, fetchSize: 1_000 })) {
    for (const row of rows) {
      const { number, id } = row as Readonly<Record<string, number>> // in a batch of records
      const [first, second] = layout === 'records' ? [number, id] : (row as readonly number[])
      ids.set(first ?? 0, second ?? 0)
    }
  }
  return ids
}
