import type { Design, Place } from './design.ts'
import { motif } from './motif.ts'

const head = `import type { Graph } from '@motif/core'
import type { ModelDoor } from '@motif/core/model'
import type { Schema } from './schema.ts'
declare const db: Graph<Schema> & ModelDoor<Schema, {}>
`

/** A condition, two relations with conditions, columns, order and limit of their own, order, limit. */
const find = ({ index, at }: Place): string => `db.model('Label${at(0)}').find({
  where: { name: 'n${index}', age: { gte: 18 } },
  include: {
    FOLLOWS${at(0)}: { select: { name: true, age: true }, where: { age: { gte: ${index} } }, orderBy: 'name', limit: 3 },
    WROTE${at(0)}: { select: { title: true }, orderBy: { at: 'desc' }, limit: 3 },
  },
  orderBy: 'name',
  limit: 10,
})`

/** Motif's models over the interface that `motif generate` writes. */
export const models: Design = { name: 'Motif models', schema: motif.schema, head, queries: { find } }
