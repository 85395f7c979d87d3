import type { Constraint } from './catalog.ts'

/** Constraints by what they are on. */
export class ConstraintTable {
  readonly #table = {
    node: new Map<string, Constraint[]>(),
    relationship: new Map<string, Constraint[]>(),
  }

  constructor(constraints: readonly Constraint[]) {
    for (const each of constraints) {
      const known = this.#table[each.on].get(each.target)
      if (known === undefined) this.#table[each.on].set(each.target, [each])
      else known.push(each)
    }
  }

  of(on: Constraint['on'], target: string): readonly Constraint[] {
    return this.#table[on].get(target) ?? []
  }
}
