import type { Clause } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import type { Pattern } from '../ast/pattern.ts'
import { clausesIn } from './clauses-in.ts'
import { elementNames } from './element-names.ts'
import { wordsIn } from './words-in.ts'

/** Names that are found together. */
interface Part {
  readonly name: string
  /** Its place among the others: the last of those it was made of. */
  readonly order: number
  /** Something says which are wanted. */
  narrow: boolean
  /** The part that it has become one with. */
  whole?: Part
}

const wholeOf = (part: Part): Part => {
  let at = part
  while (at.whole !== undefined) at = at.whole = at.whole.whole ?? at.whole
  return at
}

/** What the patterns of neighbouring MATCH find; adding to it takes as long however much there is. */
class Parts {
  readonly #all: Part[] = []
  readonly #of = new Map<string, Part>()
  #wide = 0

  /** Whether there may be two that nothing narrows. */
  get several(): boolean {
    return this.#wide > 1
  }
  has(name: string): boolean {
    return this.#of.has(name)
  }
  /** A part more: those it shares a name with are one with it. */
  add(names: readonly string[], narrow: boolean): void {
    const added: Part = { name: names[0] ?? '()', order: this.#all.length, narrow }
    for (const name of names) {
      const met = this.#of.get(name)
      if (met !== undefined) this.#join(wholeOf(met), added)
      this.#of.set(name, added)
    }
    if (!added.narrow) this.#wide++
    this.#all.push(added)
  }
  #join(met: Part, added: Part): void {
    if (met === added) return
    if (!met.narrow) this.#wide--
    added.narrow ||= met.narrow
    met.whole = added
  }
  wide(): readonly Part[] {
    return this.several ? this.#all.filter(({ narrow, whole }) => whole === undefined && !narrow) : []
  }
}

const isNarrow = (each: Pattern['elements'][number]): boolean =>
  each.where !== undefined ||
  (each.kind === 'group' ? each.pattern.elements.some(isNarrow) : each.properties !== undefined)

/** What a condition speaks of is connected by it, and narrow. */
const connect = (parts: Parts, condition: Expression): void => {
  if (!parts.several) return
  const names = [...wordsIn(condition)].filter((each) => parts.has(each))
  if (names.length > 0) parts.add(names, true)
}

/**
 * Reports patterns that nothing connects or narrows: every combination of what they find would be a row. Conditions
 * connect the names they speak of.
 */
export const cartesianProducts = (clauses: readonly Clause[], report: (what: string) => void): void => {
  let parts = new Parts()
  const settle = (): void => {
    const [one, other] = parts.wide()
    if (one !== undefined && other !== undefined)
      report(`MATCH makes every combination of ${one.name} and ${other.name}: connect them, or narrow one of them`)
    parts = new Parts()
  }
  for (const clause of clauses) {
    if (clause.kind === 'match' && !clause.optional)
      for (const { elements } of clause.patterns) parts.add(elementNames(elements), elements.some(isNarrow))
    else if (clause.kind === 'where' || clause.kind === 'filter') connect(parts, clause.condition)
    else settle()
    for (const inner of clausesIn(clause)) cartesianProducts(inner, report)
  }
  settle()
}
