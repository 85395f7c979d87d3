import { OGM } from '@neo4j/graphql-ogm'
import neo4j from 'neo4j-driver'
import type { Client } from './client.ts'

const typeDefs = `
  type User {
    id: Int! name: String! age: Int! team: Int!
    posts: [Post!]! @relationship(type: "WROTE", direction: OUT)
  }
  type Post {
    id: Int! title: String! at: Int!
    comments: [Comment!]! @relationship(type: "HAS", direction: OUT)
  }
  type Comment {
    id: Int! text: String!
    by: [User!]! @relationship(type: "SAID", direction: IN)
  }
`
const selectionSet = `{
  id name age team
  posts { id title at comments { id text by { id name age team } } }
}`

interface Found {
  readonly posts: readonly { readonly comments: readonly { readonly by: readonly unknown[] }[] }[]
}

/** The object mapper of Neo4j's GraphQL library. */
export const ogm = async (port: number): Promise<Client> => {
  const driver = neo4j.driver(`bolt://127.0.0.1:${port}`, undefined, { telemetryDisabled: true })
  const mapper = new OGM({ typeDefs, driver: driver as never }) // of another major version, to its types alone
  await mapper.init()
  const users = mapper.model('User')
  return {
    find: async (team) => {
      const found = await users.find<readonly Found[]>({ where: { team }, selectionSet })
      return found
        .flatMap(({ posts }) => posts.flatMap(({ comments }) => comments.map(({ by }) => by.length)))
        .reduce((sum, each) => sum + each, 0)
    },
    close: () => driver.close(),
  }
}
