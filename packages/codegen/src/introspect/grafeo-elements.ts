import type { ElementEntry, Scan } from '../catalog/catalog.ts'
import type { TypeWord } from '../catalog/type-word.ts'
import { type Question, text, whole } from './ask.ts'
import { typeWordOf } from './grafeo-types.ts'
import { PropertyCounts } from './property-counts.ts'
import { type Slice, slicesOf } from './slice.ts'

/** One label or relationship type to be read. */
export interface Target {
  readonly kind: 'node' | 'relationship'
  readonly name: string
  readonly count: number
  /** Properties known by name before a value is seen. */
  readonly named: readonly string[]
}

/** Asks the graph; see `ask`. */
export type Ask = <Row>(question: Question) => Promise<Row[]>

interface Counted {
  readonly key: string
  readonly word: TypeWord
  readonly count: number
}

const countedColumns = [
  { name: 'key', type: text },
  { name: 'word', type: text },
  { name: 'count', type: whole },
]

/** Grafeo's grammar has no way to write a backtick inside a name: such a label or type is found by value. */
const patternOf = ({ kind, name }: Target): { readonly pattern: string; readonly condition?: string } => {
  const plain = !name.includes('`') && name !== ''
  if (kind === 'node')
    return plain ? { pattern: `(x:\`${name}\`)` } : { pattern: '(x)', condition: '$name IN labels(x)' }
  return plain ? { pattern: `()-[x:\`${name}\`]->()` } : { pattern: '()-[x]->()', condition: 'type(x) = $name' }
}

/** The MATCH of one slice of a target, with its parameters. */
const matchOf = (target: Target, slice: Slice): Pick<Question, 'text' | 'params'> => {
  const { pattern, condition } = patternOf(target)
  const conditions = [condition, slice.condition].filter((each) => each !== undefined)
  return {
    text: `MATCH ${pattern}${conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`}`,
    params: condition === undefined ? slice.params : { ...slice.params, name: target.name },
  }
}

/** How many statements reading a target takes: the measure of progress. */
export const stepsOf = ({ count }: Target, scan: Scan): number => Math.max(1, slicesOf('x', count, scan).length)

/** Counts one slice's values by property and type inside the engine: no value leaves it. */
const countSlice = async (
  ask: Ask,
  match: Pick<Question, 'text' | 'params'>,
  counts: PropertyCounts,
): Promise<void> => {
  const values = `${match.text} UNWIND keys(x) AS key WITH key, x[key] AS v`
  const rows = await ask<Counted>({
    text: `${values} WITH key, ${typeWordOf('v')} AS word RETURN key, word, count(*) AS count`,
    columns: countedColumns,
    params: match.params,
  })
  for (const { key, word, count } of rows) counts.add(key, word, count)
  const lists = rows.filter((row) => row.word === 'list').map((row) => row.key)
  if (lists.length === 0) return
  const elements = await ask<Counted>({
    text:
      `${values} WHERE key IN $lists AND ${typeWordOf('v')} = 'list' UNWIND v AS e ` +
      `WITH key, ${typeWordOf('e')} AS word RETURN key, word, count(*) AS count`,
    columns: countedColumns,
    params: { ...match.params, lists },
  })
  for (const { key, word, count } of elements) counts.addElement(key, word, count)
}

const sizeOf = async (ask: Ask, match: Pick<Question, 'text' | 'params'>): Promise<number> => {
  const columns = [{ name: 'count', type: whole }]
  const [row] = await ask<{ count: number }>({
    text: `${match.text} RETURN count(x) AS count`,
    columns,
    params: match.params,
  })
  return row?.count ?? 0
}

/** Reads the properties of one label or type; `onStep` is called before each statement that may take long. */
export const readElement = async (ask: Ask, target: Target, scan: Scan, onStep: () => void): Promise<ElementEntry> => {
  const counts = new PropertyCounts()
  for (const name of target.named) counts.name(name)
  const slices = slicesOf('x', target.count, scan)
  if (slices.length === 0) onStep()
  const [first] = slices
  const sampled = scan.mode === 'sample' && target.count > scan.size && first !== undefined
  const scanned = sampled ? await sizeOf(ask, matchOf(target, first)) : target.count
  for (const slice of slices) {
    onStep()
    await countSlice(ask, matchOf(target, slice), counts)
  }
  return { name: target.name, count: target.count, scanned, properties: counts.entries() }
}
