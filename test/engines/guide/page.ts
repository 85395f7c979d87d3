import { GraphError } from '@motif/core'
import { neo4j2025 } from '@motif/core/dialects'
import type { AnyExample } from './example.ts'
import { textsSentBy } from './people.ts'
import type { Region } from './regions.ts'

const messageOf = async (use: () => unknown): Promise<string> => {
  try {
    await use()
  } catch (error) {
    if (error instanceof GraphError) return error.message
    throw error
  }
  throw new Error(`the guide says that this is refused: ${use.toString()}`)
}

const textsOf = async (example: AnyExample): Promise<readonly string[]> => {
  if (example.kind === 'refused') return []
  if (example.kind === 'call') return textsSentBy(example.use)
  return [example.compile(example.dialect ?? neo4j2025).text]
}
const eachIn = async <T>(
  examples: readonly AnyExample[],
  find: (each: AnyExample) => Promise<readonly T[]>,
): Promise<T[]> => {
  const all: T[] = []
  for (const each of examples) all.push(...(await find(each)))
  return all
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)]
/** A statement is sent as it was written, on one line or on several: once is enough on the page. */
const isNew = (text: string, at: number, all: readonly string[]): boolean => {
  const onOneLine = all.map((each) => each.replace(/\s+/g, ' '))
  return onOneLine.indexOf(text.replace(/\s+/g, ' ')) === at
}
const warningsOf = (example: AnyExample): string[] =>
  example.kind === 'query' ? (example.compile(neo4j2025).warnings ?? []).map(({ description }) => description) : []
const fence = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``
const comment = (mark: string, text: string): string => `// ${mark}${text.split('\n').join('\n// ')}`

/** How a region stands on a page: its code, the type of a row, what is refused; and the Cypher it makes. */
export const blockOf = async (
  { name, code, rows, gives }: Region,
  examples: readonly AnyExample[],
): Promise<string> => {
  const refused = await eachIn(examples, async (each) => (each.kind === 'refused' ? [await messageOf(each.use)] : []))
  const texts = (await eachIn(examples, textsOf)).filter(isNew)
  const said = [
    ...unique(rows).map((row) => comment('a row: ', row)),
    ...unique(gives).map((type) => comment('gives: ', type)),
    ...unique(examples.flatMap(warningsOf)).map((text) => comment('⚠ ', text)),
    ...refused.map((message) => comment('✖ ', message)),
  ]
  const shown = fence(`ts ${name}`, [code.trimEnd(), ...said].join('\n'))
  return texts.length === 0 ? shown : `${shown}\n\n${fence('cypher', texts.join('\n\n'))}`
}

const block = /^```ts (?<name>[^\n]+)\n[^]*?^```$(?:\n\n```cypher\n[^]*?^```$)?/gm

/** The names of the regions that a page shows, in their order. */
export const namesOn = (page: string): string[] => [...page.matchAll(block)].map(({ groups }) => groups?.['name'] ?? '')

/** The page with its code as the sources have it. */
export const filled = (page: string, blocks: ReadonlyMap<string, string>): string =>
  page.replace(block, (was, name: string) => blocks.get(name) ?? was)
