import { GraphNode, GraphPath, GraphRelationship } from '@motif/core'

const tokens =
  /\s*(?:'(?:[^'\\]|\\.)*'|[+-]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|Inf(?:inity)?)|[A-Za-z_]\w*|`[^`]*`|<-|->|[-()[\]{}<>:,|])/y

const words: Readonly<Record<string, unknown>> = {
  null: null,
  true: true,
  false: false,
  Inf: Number.POSITIVE_INFINITY,
  '-Inf': Number.NEGATIVE_INFINITY,
  NaN: Number.NaN,
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' }

const split = (text: string): string[] => {
  const out: string[] = []
  tokens.lastIndex = 0
  while (tokens.lastIndex < text.trimEnd().length) {
    const found = tokens.exec(text)
    if (found === null) throw new Error(`not a value of the kit: ${text}`)
    out.push(found[0].trimStart())
  }
  return out
}

const number = (token: string): unknown => {
  if (token in words) return words[token]
  if (!/^[+-]?\d+$/.test(token)) return Number(token)
  const whole = Number(token)
  return Number.isSafeInteger(whole) ? whole : BigInt(token)
}

/** Reads one value from its beginning to its end. */
class Reader {
  readonly #tokens: readonly string[]
  #at = 0
  #ids = 0

  constructor(text: string) {
    this.#tokens = split(text)
  }

  get #next(): string {
    return this.#tokens[this.#at] ?? ''
  }

  #take(token: string): boolean {
    const is = this.#next === token
    if (is) this.#at += 1
    return is
  }

  #pop(): string {
    return this.#tokens[this.#at++] ?? ''
  }

  #expect(token: string): void {
    const found = this.#pop()
    if (found !== token) throw new Error(`a value of the kit has '${found}' where '${token}' should be`)
  }

  whole(): unknown {
    const value = this.#value()
    this.#expect('')
    return value
  }

  #value(): unknown {
    const token = this.#pop()
    if (token === '') throw new Error('a value of the kit ends too early')
    if (token.startsWith("'")) return token.slice(1, -1).replace(/\\(.)/gs, (_, each: string) => escapes[each] ?? each)
    if (token === '(') return this.#node()
    if (token === '<') return this.#path()
    if (token === '{') return this.#map()
    if (token === '[') return this.#next === ':' ? this.#relationship('', '') : this.#list()
    return token in words ? words[token] : number(token)
  }

  #list(): unknown[] {
    const out: unknown[] = []
    while (!this.#take(']')) {
      out.push(this.#value())
      this.#take(',')
    }
    return out
  }

  #map(): Record<string, unknown> {
    const out: Record<string, unknown> = {}
    while (!this.#take('}')) {
      const key = this.#pop().replaceAll('`', '')
      this.#expect(':')
      out[key] = this.#value()
      this.#take(',')
    }
    return out
  }

  #names(): string[] {
    const out: string[] = []
    while (this.#take(':')) out.push(this.#pop())
    return out
  }

  #node(): GraphNode {
    const labels = this.#names()
    const properties = this.#take('{') ? this.#map() : {}
    this.#expect(')')
    return new GraphNode(labels, String(++this.#ids), properties)
  }

  #relationship(start: string, end: string): GraphRelationship {
    const [type = ''] = this.#names()
    const properties = this.#take('{') ? this.#map() : {}
    this.#expect(']')
    return new GraphRelationship(type, String(++this.#ids), [start, end], properties)
  }

  #path(): GraphPath {
    this.#expect('(')
    const nodes = [this.#node()]
    const relationships: GraphRelationship[] = []
    while (!this.#take('>')) {
      const inward = this.#take('<-')
      if (!inward) this.#expect('-')
      this.#expect('[')
      const { type, elementId, properties } = this.#relationship('', '')
      this.#expect(inward ? '-' : '->')
      this.#expect('(')
      const from = nodes.at(-1)?.elementId ?? ''
      const node = this.#node()
      nodes.push(node)
      const ends = inward ? ([node.elementId, from] as const) : ([from, node.elementId] as const)
      relationships.push(new GraphRelationship(type, elementId, ends, properties))
    }
    return new GraphPath(nodes, relationships)
  }
}

/**
 * A value in the kit's own notation, as the values that engines give.
 *
 * @example
 * readValue("[1, 'two', (:Three {n: 3})]")
 */
export const readValue = (text: string): unknown => new Reader(text).whole()
