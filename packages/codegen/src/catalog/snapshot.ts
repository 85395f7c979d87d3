import { GraphError } from '@motif/core'
import * as z from 'zod'
import type { Catalog } from './catalog.ts'
import { type TypeWord, typeWords } from './type-word.ts'

const width = 120

/** From the leaves up: what fits stands on one line, what does not has a line a child. */
const print = (value: unknown, indent: string, before: number): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = `${indent}  `
  const list = Array.isArray(value)
  const parts = list
    ? value.map((each) => print(each, inner, 1))
    : Object.entries(value).flatMap(([name, each]) => {
        const key = `${JSON.stringify(name)}: `
        return each === undefined ? [] : [key + print(each, inner, key.length + 1)]
      })
  const [open, close] = list ? ['[', ']'] : ['{', '}']
  if (parts.length === 0) return `${open}${close}`
  const space = list ? '' : ' '
  const length = parts.reduce((sum, part) => sum + part.length + 2, indent.length + before + 2)
  const fits = length <= width && parts.every((part) => !part.includes('\n'))
  if (fits) return `${open}${space}${parts.join(', ')}${space}${close}`
  return `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${close}`
}

/** A catalogue as JSON to be committed: about a line a property, so that a change of the graph reads as one. */
export const snapshotText = (catalog: Catalog): string => `${print(catalog, '', 0)}\n`

const count = z.int().nonnegative()
const word = z.enum(typeWords as [TypeWord, ...TypeWord[]])
const words = z.array(word)
const counts = z.partialRecord(word, count)
const names = z.array(z.string())
const property = z.object({
  name: z.string(),
  count,
  types: counts,
  elements: counts.optional(),
  values: z.array(z.union([z.string(), z.int()])).optional(),
  samples: names.optional(),
})
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
      kind: z.enum(['unique', 'exists', 'key', 'type', 'other']),
      on: z.enum(['node', 'relationship']),
      target: z.string(),
      properties: names,
      types: words.optional(),
      elements: words.optional(),
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
