import { join } from 'node:path'
import { freshFolder } from '../folder.ts'

const compilerOptions = {
  strict: true,
  noEmit: true,
  target: 'ES2023',
  lib: ['ES2023'],
  module: 'NodeNext',
  moduleResolution: 'NodeNext',
  customConditions: ['motif-source'],
  allowImportingTsExtensions: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  types: [],
}

const schema = `import { defineSchema, type PlainDate, type SchemaDescriptor } from '@motif/core'

export interface UserProperties {
  /** Non-null: all nodes have it. */
  id: number
  name: string
  age: number | null
  born: PlainDate | null
}
export interface UserNode { properties: UserProperties; in: { FOLLOWS: 'User' }; out: { FOLLOWS: 'User' } }
export interface Schema {
  nodes: { User: UserNode }
  relationships: { FOLLOWS: { from: 'User'; to: 'User'; properties: { since: PlainDate } } }
}
export const schema: SchemaDescriptor<Schema> = defineSchema<Schema>({
  nodes: { User: { properties: { id: 'integer', name: 'string', age: 'integer?', born: 'date?' } } },
  relationships: { FOLLOWS: { from: ['User'], to: ['User'], properties: { since: 'date' } } },
})
`

/** What every source begins with that asks the graph `db`. */
export const head = `import type { Graph } from '@motif/core'
import type { Schema } from './graph.schema.ts'
declare const db: Graph<Schema>
`

/** The folder of a user's program, where `@motif/core` is found as a user's program finds it. */
export const programFolder = (files: Readonly<Record<string, string>>): string =>
  freshFolder(
    {
      'package.json': '{ "type": "module" }',
      'tsconfig.json': JSON.stringify({ compilerOptions, include: ['src'] }),
      'motif.config.ts': "export default { url: 'grafeo:./air.db', output: 'src/graph.schema.ts' }\n",
      'src/graph.schema.ts': schema,
      ...files,
    },
    join(import.meta.dirname, '../../.tmp'),
  )
