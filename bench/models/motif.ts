import type { Design, Place } from '../types/design.ts'
import { motif as graph } from '../types/motif.ts'

const head = `import type { Graph } from '@motif/core'
import type { ModelDoor } from '@motif/core/model'
import type { Schema } from './schema.ts'
declare const db: Graph<Schema> & ModelDoor<Schema, {}>
`

/** A find with two includes: conditions, columns, order and limit of their own. */
const find = ({ index, at }: Place): string => `db.model('Label${at(0)}').find({
  where: { name: 'n${index}', age: { gte: 18 } },
  include: {
    FOLLOWS${at(0)}: { select: { name: true, age: true }, where: { age: { gte: ${index} } }, orderBy: 'name', limit: 3 },
    WROTE${at(0)}: { select: { title: true }, orderBy: { at: 'desc' }, limit: 3 },
  },
  orderBy: 'name',
  limit: 10,
})`

/** Models over the interface that `motif generate` writes. */
export const motif: Design = { name: 'Motif models', schema: graph.schema, head, queries: { find } }
