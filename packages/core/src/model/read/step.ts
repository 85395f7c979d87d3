import type { LabelExpression, Pattern } from '../../ast/pattern.ts'
import type { Relation } from '../definition.ts'
import type { Draft } from './draft.ts'

/** The way from a node to its related ones. The relationship gets a name when something is asked of it. */
export class Step {
  declare readonly relation: Relation
  readonly #draft: Draft
  readonly #from: string
  #variable: string | undefined

  constructor(draft: Draft, relation: Relation, from: string) {
    this.#draft = draft
    this.relation = relation
    this.#from = from
  }

  get variable(): string {
    this.#variable ??= this.#draft.name('r')
    return this.#variable
  }

  /** Whether something was asked of the relationship. */
  get isNamed(): boolean {
    return this.#variable !== undefined
  }

  pattern(to: string, labels: LabelExpression): Pattern {
    const { type, direction } = this.relation
    const nothing = { properties: undefined, where: undefined }
    return {
      variable: undefined,
      search: undefined,
      elements: [
        { kind: 'node', variable: this.#from, labels: undefined, ...nothing },
        {
          kind: 'relationship',
          variable: this.#variable,
          types: { kind: 'label', name: type },
          direction,
          length: undefined,
          ...nothing,
        },
        { kind: 'node', variable: to, labels, ...nothing },
      ],
    }
  }
}
