import { createGraph, type Executor } from '@motif/core'
import { neo4j2025 } from '@motif/core/dialects'
import { models } from '@motif/core/model'
import { recordingExecutor } from '@motif/core/testing'
import type { Database } from '@motif/driver'
import { type Social, social } from '../golden/social.ts'

/** What the guide declares beside the schema. */
export const extend = models<Social>()({
  User: { key: 'id', relations: { followers: '<FOLLOWS', posts: 'WROTE' } },
  Post: { key: 'id', fields: { headline: 'title' }, relations: { author: { type: '<WROTE', one: true } } },
})

type Added<E> = E extends (...given: never[]) => infer X ? X : never

/** The graph of the pages on models. */
export type People = Database<Social, Added<typeof extend>> & Added<typeof extend>

/** What a write is told: it looks for its row before it goes on. */
const row = { created: 1_000 }
const reads = recordingExecutor({ dialect: neo4j2025 })
const writes = recordingExecutor({ dialect: neo4j2025, answers: Array.from({ length: 1_000 }, () => [row]) })
const texts: string[] = []
const executor: Executor = {
  ...reads,
  execute(request, options) {
    texts.push(request.text)
    return (request.access === 'read' ? reads : writes).execute(request, options)
  },
}

/** Takes what is sent for the pages, which use no more of a database than its models. */
export const recorded: People = createGraph<Social, Added<typeof extend>>({
  executor,
  schema: social,
  extend,
}) as unknown as People

/** The texts that a call on `recorded` sends. */
export const textsSentBy = async (use: () => Promise<unknown>): Promise<readonly string[]> => {
  const before = texts.length
  await use()
  return texts.slice(before)
}
