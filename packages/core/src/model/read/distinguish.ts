import type { Definition } from '../definition.ts'
import type { Entry } from './chosen.ts'
import type { Draft } from './draft.ts'
import { call, variable } from './tree.ts'

/** Where the labels of a node stand in its row until they are read: no property has this name. */
const mark = '$labels'

type Row = Record<string, unknown>

/** Leaves a row what nodes of its labels have. */
const reduce = (row: Row, kinds: readonly Definition[]): void => {
  const labels = row[mark] as readonly string[] // put there below
  delete row[mark]
  const own = kinds.filter((kind) => kind.labels.every((label) => labels.includes(label)))
  for (const name of Object.keys(row)) {
    if (name === '$relationship' || own.some(({ fields, relations }) => fields.has(name) || relations.has(name)))
      continue
    delete row[name]
  }
}

const along = (found: unknown, way: readonly string[], then: (row: Row) => void): void => {
  if (found === null || found === undefined) return
  if (Array.isArray(found)) return found.forEach((each) => along(each, way, then))
  const [name, ...rest] = way
  const row = found as Row // neither null nor a list: it is what a choice made
  if (name === undefined) then(row)
  else along(row[name], rest, then)
}

/** Tells rows of nodes of one of several labels apart, so that each has what its own nodes have and no more. */
export const distinguish = (
  draft: Draft,
  kinds: readonly Definition[],
  node: string,
  way: readonly string[],
): Entry => {
  draft.finishing.push((row) => along(row, way, (each) => reduce(each, kinds)))
  return { name: mark, expression: call('labels', variable(node)) }
}
