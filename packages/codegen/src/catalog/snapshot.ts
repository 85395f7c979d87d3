import { GraphError } from '@motif/core'
import * as z from 'zod'
import type { Catalog } from './catalog.ts'
import { type TypeWord, typeWords } from './type-word.ts'

const width = 120

const flat = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(flat).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  if (entries.length === 0) return '{}'
  return `{ ${entries.map(([key, each]) => `${JSON.stringify(key)}: ${flat(each)}`).join(', ')} }`
}

const print = (value: unknown, indent: string, before: number): string => {
  const line = flat(value)
  if (typeof value !== 'object' || value === null || indent.length + before + line.length <= width) return line
  const inner = `${indent}  `
  if (Array.isArray(value)) return `[\n${value.map((each) => inner + print(each, inner, 1)).join(',\n')}\n${indent}]`
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  const lines = entries.map(([name, each]) => {
    const key = `${JSON.stringify(name)}: `
    return inner + key + print(each, inner, key.length + 1)
  })
  return `{\n${lines.join(',\n')}\n${indent}}`
}

/** A catalogue as JSON to be committed: about a line a property, so that a change of the graph reads as one. */
export const snapshotText = (catalog: Catalog): string => `${print(catalog, '', 0)}\n`

const count = z.int().nonnegative()
const counts = z.partialRecord(z.enum(typeWords as [TypeWord, ...TypeWord[]]), count)
const names = z.array(z.string())
const property = z.object({ name: z.string(), count, types: counts, elements: counts.optional() })
const element = z.object({ name: z.string(), count, scanned: count, properties: z.array(property) })

const form: z.ZodType<Catalog> = z.object({
  format: z.literal(1),
  engine: z.string(),
  scan: z.discriminatedUnion('mode', [
    z.object({ mode: z.literal('full') }),
    z.object({ mode: z.literal('sample'), size: count }),
  ]),
  labels: z.array(element),
  labelSets: z.array(z.object({ labels: names, count })),
  relationships: z.array(element.extend({ ends: z.array(z.object({ from: names, to: names, count })) })),
  constraints: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(['unique', 'exists', 'key', 'other']),
      on: z.enum(['node', 'relationship']),
      target: z.string(),
      properties: names,
    }),
  ),
  indexes: z.array(z.object({ name: z.string(), kind: z.string(), target: z.string(), properties: names })),
})

const json = (text: string, where: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new GraphError('USAGE', `${where} is not JSON; write it anew with \`motif generate\``, { cause })
  }
}

/**
 * Reads a snapshot. Throws USAGE, naming the place, for a text that is not one; `where` is what the message calls it.
 */
export const parseSnapshot = (text: string, where: string): Catalog => {
  const result = form.safeParse(json(text, where))
  if (result.success) return result.data
  const [issue] = result.error.issues
  const place = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`
  throw new GraphError(
    'USAGE',
    `${where} is not a snapshot of this version${place}; write it anew with \`motif generate\``,
  )
}
