import { GraphError } from '@motif/core'
import { type Batch, type Row, type Shape, shapeOf } from '../batch.ts'
import { floatText, withoutFloats } from './float-text.ts'
import { markKey } from './marks.ts'
import type { Writing } from './writing.ts'

/** By label: the properties that a node with it is told by. */
export type MergeKeys = ReadonlyMap<string, readonly string[]>

/** Some rows that one text writes. */
export interface Statement {
  readonly text: string
  readonly rows: readonly Record<string, unknown>[]
}

/** How rows become statements. */
export interface StatementsGiven {
  readonly writing: Writing
  /** The number in the dump of the batch's first node. */
  readonly from: number
  /** The id in the graph of the node with a number. */
  readonly idOf: (number: number) => number
  /** Nodes are found by these, and made when they are not there; otherwise all are made, and marked. */
  readonly mergeBy?: MergeKeys | undefined
}

const refuse = (why: string): GraphError => new GraphError('UNSUPPORTED_FEATURE', why, { outcome: 'not sent' })

const nameOf = ({ labels, keys }: Shape, at: number): string => `${labels.join(':')}.${keys[at] ?? ''}`

/** Puts the rows of a batch into statements, one for each text that they need. */
export class Statements {
  readonly #batch: Batch
  readonly #given: StatementsGiven
  readonly #found = new Map<string, Record<string, unknown>[]>()

  constructor(batch: Batch, given: StatementsGiven) {
    this.#batch = batch
    this.#given = given
  }

  /** @throws GraphError UNSUPPORTED_FEATURE naming what the engine cannot hold. */
  all(): readonly Statement[] {
    for (const [at, row] of this.#batch.rows.entries()) this.#put(row, at)
    return [...this.#found].map(([text, rows]) => ({ text, rows }))
  }

  #put(row: Row, at: number): void {
    const shape = shapeOf(this.#batch, row)
    const properties: Record<string, unknown> = {}
    const floats = new Map<string, string>()
    for (const [place, key] of shape.keys.entries()) {
      const value = row.values[place]
      this.#mustFit(shape, place, value)
      const expression = this.#given.writing.takesFloatsForIntegers
        ? floatText(value, `row.p.${this.#quotedFor(key)}`, this.#quoted)
        : undefined
      if (expression !== undefined) floats.set(this.#quoted(key), expression)
      put(properties, key, expression === undefined ? value : withoutFloats(value))
    }
    const isNode = row.ends === undefined
    const text = isNode ? this.#nodeText(shape, floats) : this.#relationshipText(shape, floats)
    const number = this.#given.from + at
    if (isNode && this.#given.mergeBy === undefined) properties[markKey] = number
    const [start, end] = row.ends?.map(this.#given.idOf) ?? []
    const rows = this.#found.get(text) ?? []
    this.#found.set(text, rows)
    rows.push(isNode ? { i: number, p: properties } : { s: start, e: end, p: properties })
  }

  #mustFit(shape: Shape, place: number, value: unknown): void {
    const { refusal, engine } = this.#given.writing
    const why = refusal(value)
    if (why !== undefined) throw refuse(`${nameOf(shape, place)} holds ${why}, which ${engine} cannot keep`)
  }

  readonly #quoted = (name: string): string => {
    const quoted = this.#given.writing.quoted(name)
    if (quoted !== undefined) return quoted
    throw refuse(`the name ${JSON.stringify(name)} cannot be written in the Cypher of ${this.#given.writing.engine}`)
  }

  /** A name that is only needed where there is a whole float. */
  #quotedFor(key: string): string {
    return this.#given.writing.quoted(key) ?? ''
  }

  #nodeText({ labels, keys }: Shape, floats: ReadonlyMap<string, string>): string {
    const { mergeBy } = this.#given
    const all = labels.map((label) => `:${this.#quoted(label)}`).join('')
    const back = 'RETURN row.i AS i, id(x) AS id'
    if (mergeBy === undefined)
      return `UNWIND $rows AS row CREATE (x${all}) SET ${['x = row.p', ...assigned(floats)].join(', ')} ${back}`
    const label = labels.find((each) => mergeBy.has(each))
    const by = label === undefined ? undefined : mergeBy.get(label)
    if (label === undefined || by === undefined)
      throw refuse(`a node labelled ${labels.join(':') || 'nothing'} has none of the labels that are merged by`)
    const missing = by.find((key) => !keys.includes(key))
    if (missing !== undefined) throw refuse(`a node of ${label} lacks ${missing}, by which it would be merged`)
    const key = by
      .map(this.#quoted)
      .map((each) => `${each}: ${floats.get(each) ?? `row.p.${each}`}`)
      .join(', ')
    const others = labels.filter((each) => each !== label).map((each) => `:${this.#quoted(each)}`)
    const set = ['x += row.p', ...assigned(floats), ...(others.length === 0 ? [] : [`x${others.join('')}`])]
    return `UNWIND $rows AS row MERGE (x:${this.#quoted(label)} {${key}}) SET ${set.join(', ')} ${back}`
  }

  /** A relationship is told by all it has: where one of its type and ends has that too, none is made. */
  #relationshipText({ labels, keys }: Shape, floats: ReadonlyMap<string, string>): string {
    const [type = ''] = labels
    const ends = 'MATCH (a) WHERE id(a) = row.s MATCH (b) WHERE id(b) = row.e'
    const back = 'RETURN count(x) AS count'
    if (this.#given.mergeBy === undefined) {
      const set = ['x = row.p', ...assigned(floats)].join(', ')
      return `UNWIND $rows AS row ${ends} CREATE (a)-[x:${this.#quoted(type)}]->(b) SET ${set} ${back}`
    }
    const all = keys.map(this.#quoted).map((key) => `${key}: ${floats.get(key) ?? `row.p.${key}`}`)
    return `UNWIND $rows AS row ${ends} MERGE (a)-[x:${this.#quoted(type)} {${all.join(', ')}}]->(b) ${back}`
  }
}

/** Properties that are set by an expression of their own. */
const assigned = (floats: ReadonlyMap<string, string>): string[] =>
  [...floats].map(([key, expression]) => `x.${key} = ${expression}`)

/** Sets a property by whatever name: `__proto__` is one like any other. */
const put = (map: Record<string, unknown>, name: string, value: unknown): void => {
  if (name !== '__proto__') map[name] = value
  else Object.defineProperty(map, name, { value, enumerable: true, configurable: true, writable: true })
}
