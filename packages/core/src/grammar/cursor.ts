import type { Clause, ProjectionItem, SortItem } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import type { Pattern } from '../ast/pattern.ts'
import { meantKeyword, opensClause, startsClause } from './keyword.ts'
import { lex, type Token } from './lex.ts'
import { Misfit } from './misfit.ts'
import { DEEPEST, pair } from './pair.ts'
import { syntaxError } from './syntax-error.ts'
import { words } from '../value/words.ts'

/** Keys that end an expression at one place besides those that always do: `AS` in a column, `|` in a comprehension. */
export type Stops = ReadonlySet<string>

/**
 * Rules that are needed before the file that holds them may be imported: expressions hold patterns and clauses, and both
 * hold expressions.
 */
export interface Rules {
  /** An expression up to a comma, a closing bracket, a clause or a stop; opaque if it is not understood. */
  readonly expression: (cursor: Cursor, stops: Stops) => Expression
  /** An expression as far as it goes; does not fall back to opaque. */
  readonly operators: (cursor: Cursor) => Expression
  /** What CASE x WHEN may compare x with: `< 3`, `IS NULL`, or any value. */
  readonly compared: (cursor: Cursor) => Expression
  /** Clauses up to the end or the next closing bracket, or to one of some words. */
  readonly clauses: (cursor: Cursor, ends?: Stops) => readonly Clause[]
}

/** What is a tree of its own, or a part of one, and keeps the text it was written in. */
type Made = Expression | Clause | Pattern | ProjectionItem | SortItem

export const NO_STOPS: Stops = new Set()
/** What ends the list that a comprehension goes through. */
export const BAR: Stops = words('|')
/** What ends an expression that gets a name. */
export const ALIAS: Stops = words('AS')

const CLOSERS: Stops = words(', ) ] } ; <end>')

/** A place in a text: its tokens, where reading stands, and what reading has to keep in mind there. */
export class Cursor {
  declare readonly text: string
  declare readonly tokens: readonly Token[]
  declare readonly mates: Int32Array
  declare readonly rules: Rules
  /** Index of the next token. */
  at = 0
  /** What ends the expression that is being read. */
  stops: Stops = NO_STOPS
  /** How many readers stand on one another. */
  depth = 0
  /** How many chains of comparisons, `a < b < c`, stand in one another in what has been read. */
  chains = 0
  /** Index of the token that begins the clause being read, for messages. */
  clause = 0

  constructor(text: string, rules: Rules, tokens: readonly Token[] = lex(text)) {
    this.text = text
    this.rules = rules
    this.tokens = tokens
    this.mates = pair(text, tokens)
  }

  /** The token some places on; past the end, the last. */
  peek(ahead = 0): Token {
    // a text always has its end token
    return this.tokens[this.at + ahead] ?? (this.tokens[this.tokens.length - 1] as Token)
  }

  get key(): string {
    return this.peek().key
  }

  /** Steps over the next token if it has this key. */
  take(key: string): boolean {
    if (this.peek().key !== key) return false
    this.at += 1
    return true
  }

  /** Steps over some keys in a row, or over nothing. */
  takeAll(...keys: readonly string[]): boolean {
    if (!keys.every((key, ahead) => this.peek(ahead).key === key)) return false
    this.at += keys.length
    return true
  }

  expect(key: string, wanted = `'${key}'`): void {
    if (!this.take(key)) this.fail(`expected ${wanted}`)
  }

  /** A name, bare or in back-ticks. */
  name(wanted: string): string {
    const token = this.peek()
    if ((token.kind !== 'word' && token.kind !== 'name') || token.value === '') this.failMissing(`expected ${wanted}`)
    this.at += 1
    return token.value
  }

  /** A name with dots in it: `date.truncate`. */
  dotted(wanted: string, more: string = wanted): string {
    let name = this.name(wanted)
    while (this.take('.')) name += `.${this.name(more)}`
    return name
  }

  /** The name after AS, if there is one. */
  alias(): string | undefined {
    return this.take('AS') ? this.name('a name after AS') : undefined
  }

  isName(ahead = 0): boolean {
    const { kind } = this.peek(ahead)
    return kind === 'word' || kind === 'name'
  }

  /** True where no expression can go on: a comma, a closing bracket, a clause, the end, or one of the stops. */
  ended(): boolean {
    const { key } = this
    return CLOSERS.has(key) || this.stops.has(key) || startsClause(this.tokens, this.at)
  }

  /** True where a bar goes on a comprehension, and not labels or types in it: it is the last one there. */
  barEnds(): boolean {
    if (!this.stops.has('|')) return false
    for (let at = this.at + 1; ; at = Math.max(at, this.mates[at] ?? 0) + 1) {
      const { key } = this.tokens[at] ?? this.peek()
      if (key === '|' || (key !== ',' && CLOSERS.has(key))) return key !== '|'
    }
  }

  /** True where an expression should begin, but something that holds it does not go on: `f(a, )`, `WHERE RETURN u`. */
  missing(): boolean {
    const { kind, key } = this.peek()
    const stopped = CLOSERS.has(key) || this.stops.has(key)
    return kind === 'word' ? opensClause(this.tokens, this.at) || (stopped && key === 'AS') : stopped
  }

  /** Steps over the next token, and over what lies in it when it is a bracket. */
  skip(): void {
    this.at = Math.max(this.at, this.mates[this.at] ?? 0) + 1
  }

  /** Steps over everything up to where no expression can go on. */
  skipToClause(): void {
    while (!this.ended()) this.skip()
  }

  /** An expression up to a comma, a closing bracket, a clause or one of the stops. */
  expression(stops: Stops = NO_STOPS): Expression {
    return this.rules.expression(this, stops)
  }

  /** Things with commas between them, one at least. */
  list<T>(read: (cursor: Cursor) => T): readonly T[] {
    const items: T[] = []
    do items.push(read(this))
    while (this.take(','))
    return items
  }

  /** Things with commas between them, or none, up to a closing bracket. */
  listTo<T>(close: string, read: (cursor: Cursor) => T): readonly T[] {
    const items = this.key === close ? [] : this.list(read)
    this.expect(close, `',' or '${close}'`)
    return items
  }

  /** The names of the parameters from a token to the last one read. */
  parameters(from: number): readonly string[] {
    const read = this.tokens.slice(from, this.at)
    return [...new Set(read.filter(({ kind }) => kind === 'parameter').map(({ value }) => value))]
  }

  /** A node made of the tokens from `from` to the last one read, with their text as its source. */
  made<N extends Made>(from: number, node: N): N {
    const written: { source?: string | undefined } = node
    written.source = this.source(from)
    return node
  }

  /** The text from a token to the last one read, as written. */
  source(from: number): string {
    return this.text.slice(this.tokens[from]?.start, this.tokens[this.at - 1]?.end)
  }

  /** The next token does not fit. */
  fail(problem: string): never {
    const meant = this.peek().kind === 'word' ? meantKeyword(this.peek().key) : undefined
    throw new Misfit(this.at, meant === undefined ? problem : `${problem} (did you mean ${meant}?)`)
  }

  /** Something is wanted here; if nothing is here at all, that is an error everywhere. */
  failMissing(problem: string): never {
    throw new Misfit(this.at, problem, this.missing())
  }

  /** Goes one reader deeper; leave by taking `depth` back. */
  enter(): void {
    this.depth += 1
    if (this.depth > DEEPEST) throw this.error(this.at, `expressions nest more than ${DEEPEST} deep`)
  }

  error(at: number, problem: string): Error {
    const end = this.tokens[at]?.kind === 'end'
    const offset = end ? this.tokens[at - 1]?.end : this.tokens[at]?.start
    return syntaxError(this.text, { offset: offset ?? 0, clause: this.tokens[this.clause]?.start, end }, problem)
  }
}
