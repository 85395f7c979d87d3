import { readFileSync } from 'node:fs'
import { GraphError } from '@motif/core'
import * as z from 'zod'
import type { Problem } from './fault.ts'

const problem = z.strictObject({
  problem: z.string(),
  offset: z.int().optional(),
  severity: z.enum(['error', 'warning']),
})

const cacheSchema = z.strictObject({
  version: z.literal(1),
  /** Fingerprint of the schema that the statements were asked with: what was said under another is void. */
  schema: z.string(),
  /** What the graph said, by dialect and by the text that was sent. */
  asked: z.record(z.string(), z.record(z.string(), z.array(problem))),
})

/** What a graph said of statements, to be committed, so that they can be checked where there is none. */
export interface Cache {
  readonly schema: string
  readonly asked: Readonly<Record<string, Readonly<Record<string, readonly Problem[]>>>>
}

/** Reads what an earlier run kept; nothing when there is none. Throws USAGE for a file that is something else. */
export const readCache = (path: string): Cache | undefined => {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
  try {
    return cacheSchema.parse(JSON.parse(text))
  } catch (cause) {
    throw new GraphError('USAGE', `${path} is not what \`motif statements\` wrote; remove it and run that again`, {
      cause,
    })
  }
}

const sorted = <T>(entries: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(entries).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))

/** The file's text: the same answers always give the same. */
export const cacheText = ({ schema, asked }: Cache): string => {
  const byDialect = sorted(Object.fromEntries(Object.entries(asked).map(([name, texts]) => [name, sorted(texts)])))
  return `${JSON.stringify({ version: 1, schema, asked: byDialect }, undefined, 2)}\n`
}
