import type { Clause, SetItem } from '../ast/clause.ts'
import type { Expression, ProjectionEntry } from '../ast/expression.ts'
import type { NodePattern, Pattern, RelationshipPattern } from '../ast/pattern.ts'

/** A tree that holds something no key is made of. */
class Unkeyed {}

/** A parsed clause is one object as long as its text is known: a number for it is shorter than the text. */
const numbers = new WeakMap<Clause, number>()
let lastNumber = 0
const numberOf = (clause: Clause): number => {
  const before = numbers.get(clause)
  if (before !== undefined) return before
  numbers.set(clause, ++lastNumber)
  return lastNumber
}

const kinds: Readonly<Record<string, string>> = { string: 's', number: 'n', boolean: 'b', bigint: 'g', object: 'o' }

/**
 * What a statement is but for its inline values: a key that only statements have that differ in nothing else, and the
 * values in the order they are printed. Names carry their length, so that no name can end one part and begin another.
 */
class Keys {
  key = ''
  readonly values: unknown[] = []
  readonly #seen: Expression[] = []

  text(text: string): void {
    this.key += `${text.length}:${text}`
  }

  /** A value that stands in two places is one parameter. */
  value(node: Extract<Expression, { kind: 'value' }>): void {
    const kind = kinds[typeof node.value]
    if (kind === undefined) throw new Unkeyed()
    const before = this.#seen.indexOf(node)
    this.key += before >= 0 ? `#${before}` : `?${node.value === null ? '0' : kind}${node.type?.kind ?? ''}`
    if (before >= 0) return
    this.#seen.push(node)
    this.values.push(node.value)
  }

  /** The kinds that callbacks make; what was parsed is known by its text. */
  expression(node: Expression): void {
    if (node.source !== undefined) {
      this.key += node.kind
      return this.text(node.source)
    }
    switch (node.kind) {
      case 'value':
        return this.value(node)
      case 'variable':
      case 'parameter':
        this.key += node.kind === 'variable' ? '@' : '$'
        return this.text(node.name)
      case 'property':
        this.expression(node.of)
        this.key += '.'
        return this.text(node.key)
      case 'binary':
        this.key += `(${node.operator} `
        this.expression(node.left)
        return this.expression(node.right)
      default:
        return this.#rarer(node)
    }
  }

  #rarer(node: Expression): void {
    switch (node.kind) {
      case 'unary':
        this.key += `(${node.operator} `
        return this.expression(node.operand)
      case 'null-test':
        this.key += node.negated ? '!0' : '=0'
        return this.expression(node.operand)
      case 'call':
        this.key += `f${node.distinct ? 'd' : ''}${node.star ? '*' : ''}${node.arguments.length}`
        this.text(node.name)
        for (const each of node.arguments) this.expression(each)
        return
      case 'entity':
        this.key += 'e'
        return this.expression(node.of)
      case 'map':
        this.key += `{${node.entries.length}`
        for (const { key, value } of node.entries) this.#entry(key, value)
        return
      case 'map-projection':
        this.key += `p${node.entries.length}`
        this.text(node.of)
        for (const each of node.entries) this.#projected(each)
        return
      default:
        throw new Unkeyed()
    }
  }

  #entry(key: string, value: Expression): void {
    this.text(key)
    this.expression(value)
  }

  #projected(entry: ProjectionEntry): void {
    this.key += entry.kind
    if (entry.kind === 'property') this.text(entry.key)
    else if (entry.kind === 'entry') this.#entry(entry.key, entry.value)
    else if (entry.kind === 'variable') this.text(entry.name)
  }

  #element(element: NodePattern | RelationshipPattern): void {
    const names = element.kind === 'node' ? element.labels : element.types
    if (element.where !== undefined || (names !== undefined && names.kind !== 'label')) throw new Unkeyed()
    if (element.kind === 'relationship' && element.length !== undefined) throw new Unkeyed()
    this.key += element.kind === 'node' ? '(' : element.direction
    this.text(element.variable ?? '')
    this.text(names?.name ?? '')
    if (element.properties !== undefined) this.expression(element.properties)
  }

  #pattern({ variable, search, elements }: Pattern): void {
    if (search !== undefined) throw new Unkeyed()
    this.text(variable ?? '')
    for (const element of elements) this.#element(element)
  }

  #set(item: SetItem): void {
    if (item.kind !== 'property') throw new Unkeyed()
    this.expression(item.target)
    this.expression(item.value)
  }

  clause(clause: Clause): void {
    if (clause.source !== undefined && clause.kind !== 'opaque') {
      this.key += `\n${numberOf(clause)}`
      return
    }
    this.key += `\n${clause.kind}`
    switch (clause.kind) {
      case 'where':
        return this.expression(clause.condition)
      case 'with':
      case 'return':
        this.key += `${clause.distinct ? 'd' : ''}${clause.star ? '*' : ''}`
        for (const { expression, alias } of clause.items) this.#entry(alias ?? '', expression)
        return
      case 'order-by':
        for (const { expression, descending, nulls } of clause.items)
          this.#entry(`${descending}${nulls ?? ''}`, expression)
        return
      case 'skip':
      case 'limit':
        return this.expression(clause.count)
      case 'match':
      case 'create':
        this.key += clause.kind === 'match' && clause.optional ? 'o' : ''
        for (const pattern of clause.patterns) this.#pattern(pattern)
        return
      case 'merge':
        return this.#pattern(clause.pattern)
      case 'unwind':
        return this.#entry(clause.variable, clause.list)
      case 'set':
        this.key += clause.on ?? ''
        for (const item of clause.items) this.#set(item)
        return
      default:
        throw new Unkeyed()
    }
  }
}

/** A statement's key and its inline values in the order they are printed; `undefined` where it holds what has no key. */
export const shapeOf = (
  clauses: readonly Clause[],
): { readonly key: string; readonly values: readonly unknown[] } | undefined => {
  const keys = new Keys()
  try {
    for (const clause of clauses) keys.clause(clause)
    return keys
  } catch (error) {
    if (error instanceof Unkeyed) return undefined
    throw error
  }
}
