import { newestCompiler } from '../../tools/types/compilers.ts'
import { diagnose } from '../../tools/types/diagnose.ts'
import type { Design } from '../types/design.ts'
import { generateLines } from '../types/project.ts'

const users = `export interface Users {
  nodes: {
    User: {
      properties: { id: number; name: string; age: number | null }
      out: { KNOWS: 'User'; WROTE: 'Post'; LIKES: 'Post' }
      in: { KNOWS: 'User' }
    }
    Admin: { properties: { level: number }; out: {}; in: {} }
    Post: { properties: { id: number; title: string; at: Date }; out: {}; in: { WROTE: 'User'; LIKES: 'User' } }
  }
  relationships: {
    KNOWS: { from: 'User'; to: 'User'; properties: {} }
    WROTE: { from: 'User'; to: 'Post'; properties: {} }
    LIKES: { from: 'User'; to: 'Post'; properties: { stars: number } }
  }
}
`

const design: Design = {
  name: 'Motif, users',
  schema: () => users,
  head: `import type { Graph } from '@motif/core'
import type { Users } from './schema.ts'
declare const db: Graph<Users>
`,
  queries: {},
}

/** Those of some statements that the newest compiler refuses, each with what it says. */
export const refusedStatements = async (statements: readonly string[]): Promise<readonly string[]> => {
  const lines = statements.map((text) => `db.cypher(${JSON.stringify(text)})`)
  const { config, file } = generateLines({ design, labels: 0, queries: 0 }, 'odd', lines)
  const first = design.head.split('\n').length
  const faults = (await diagnose(newestCompiler, config)).filter((fault) => fault.file === file)
  return faults.map(({ line, text }) => `${statements[line - first]}: ${text}`)
}
