import { ModelFactory, Neogma } from 'neogma'
import type { Client } from './client.ts'

interface Entry {
  readonly node: Readonly<Record<string, readonly Entry[] | undefined>>
}

/** Its models, as its README writes them. */
export const neogma = (port: number): Client => {
  const graph = new Neogma(
    { url: `bolt://127.0.0.1:${port}`, username: '', password: '' },
    { disableLosslessIntegers: true },
  )
  const number = { type: 'number', required: true } as const
  const text = { type: 'string', required: true } as const
  const model = (label: string, schema: object, relationships: object) =>
    // Its types ask for the properties of each node by hand; what is measured is what it runs.
    ModelFactory({ label, schema, primaryKeyField: 'id', relationships } as never, graph) as unknown as {
      findMany: (options: object) => Promise<readonly Entry['node'][]>
    }
  const people = model('User', { id: number, name: text, age: number, team: number }, {})
  const comments = model('Comment', { id: number, text }, { by: { model: people, direction: 'in', name: 'SAID' } })
  const posts = model(
    'Post',
    { id: number, title: text, at: number },
    { comments: { model: comments, direction: 'out', name: 'HAS' } },
  )
  const users = model(
    'User',
    { id: number, name: text, age: number, team: number },
    { posts: { model: posts, direction: 'out', name: 'WROTE' } },
  )
  const below = (node: Entry['node'], [name, ...rest]: readonly string[]): number =>
    name === undefined ? 1 : (node[name] ?? []).reduce((sum, entry) => sum + below(entry.node, rest), 0)
  return {
    find: async (team) => {
      const relationships = { posts: { relationships: { comments: { relationships: { by: {} } } } } }
      const found = await users.findMany({ where: { team }, plain: true, relationships })
      return found.reduce((sum, user) => sum + below(user, ['posts', 'comments', 'by']), 0)
    },
    close: () => graph.driver.close(),
  }
}
