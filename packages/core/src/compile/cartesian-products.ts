import type { Clause } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import type { Pattern } from '../ast/pattern.ts'
import { clausesIn } from './clauses-in.ts'
import { elementNames } from './element-names.ts'

/** Names that are found together; `narrow` when something says which are wanted. */
interface Part {
  readonly names: ReadonlySet<string>
  readonly narrow: boolean
}

/** The parts with one more: those it shares a name with are one with it. */
const joined = (parts: readonly Part[], added: Part): readonly Part[] => {
  const touches = ({ names }: Part): boolean => [...added.names].some((name) => names.has(name))
  const met = parts.filter(touches)
  if (met.length === 0) return [...parts, added]
  const whole: Part = {
    names: new Set([added, ...met].flatMap(({ names }) => [...names])),
    narrow: [added, ...met].some(({ narrow }) => narrow),
  }
  return [...parts.filter((part) => !touches(part)), whole]
}

const isNarrow = (each: Pattern['elements'][number]): boolean =>
  each.where !== undefined ||
  (each.kind === 'group' ? each.pattern.elements.some(isNarrow) : each.properties !== undefined)

const partOf = ({ elements }: Pattern): Part => ({
  names: new Set(elementNames(elements)),
  narrow: elements.some(isNarrow),
})

const wide = (parts: readonly Part[]): readonly Part[] => parts.filter(({ narrow }) => !narrow)

/** All texts in a condition, its names among them; it may be a chain too long to go down. */
const spokenOf = (condition: Expression): ReadonlySet<unknown> => {
  const found = new Set<unknown>()
  const left: unknown[] = [condition]
  while (left.length > 0) {
    const part = left.pop()
    if (typeof part === 'string') for (const word of part.split(/\W+/)) found.add(word)
    else if (typeof part === 'object' && part !== null && (part as Partial<Expression>).kind !== 'value')
      for (const inner of Object.values(part)) left.push(inner)
  }
  return found
}

/** What a condition speaks of is connected by it, and narrow. */
const connected = (parts: readonly Part[], condition: Expression): readonly Part[] => {
  if (wide(parts).length < 2) return parts
  const spoken = spokenOf(condition)
  const names = new Set(parts.flatMap((part) => [...part.names]).filter((name) => spoken.has(name)))
  return names.size === 0 ? parts : joined(parts, { names, narrow: true })
}

const nameOf = ({ names }: Part): string => [...names][0] ?? '()'

/**
 * Reports patterns that nothing connects or narrows: every combination of what they find would be a row. Conditions
 * connect the names they speak of.
 */
export const cartesianProducts = (clauses: readonly Clause[], report: (what: string) => void): void => {
  let parts: readonly Part[] = []
  const settle = (): void => {
    const [one, other] = wide(parts)
    if (one !== undefined && other !== undefined)
      report(
        `MATCH makes every combination of ${nameOf(one)} and ${nameOf(other)}: connect them, or narrow one of them`,
      )
    parts = []
  }
  for (const clause of clauses) {
    if (clause.kind === 'match' && !clause.optional)
      for (const pattern of clause.patterns) parts = joined(parts, partOf(pattern))
    else if (clause.kind === 'where' || clause.kind === 'filter') parts = connected(parts, clause.condition)
    else settle()
    for (const inner of clausesIn(clause)) cartesianProducts(inner, report)
  }
  settle()
}
