import { GraphError, type Issue } from '../../error/graph-error.ts'

/** Faults that a message names; `issues` has all. */
const most = 5

/** Where something stands: of which row when there are several, and the way from the row to it. */
export interface Place {
  readonly index: number | undefined
  readonly path: readonly (string | number)[]
}

/** A place further in. */
export const inside = ({ index, path }: Place, ...steps: readonly (string | number)[]): Place => ({
  index,
  path: [...path, ...steps],
})

/** A place in words: `[3].WROTE.connect[0]`. */
export const shownPlace = ({ index, path }: Place): string => {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('')
  const row = index === undefined ? '' : `[${index}]`
  return row === '' && steps.startsWith('.') ? steps.slice(1) : `${row}${steps}` || 'it'
}

/** Everything that is wrong with the data of one call, gathered before anything is sent. */
export class Faults {
  readonly #issues: Issue[] = []
  readonly #words: string[] = []

  /** `words` are those of a message, which tells no values. */
  add(place: Place, words: string, message: string = words): void {
    this.#issues.push({ ...(place.index === undefined ? {} : { index: place.index }), path: place.path, message })
    if (this.#words.length < most) this.#words.push(`${shownPlace(place)} ${words}`)
  }

  /** Throws VALIDATION when there is a fault. */
  check(what: string): void {
    const { length } = this.#issues
    if (length === 0) return
    const more = length > this.#words.length ? [`and ${length - this.#words.length} more`] : []
    throw new GraphError(
      'VALIDATION',
      `${what} was refused, and nothing was sent: ${[...this.#words, ...more].join('; ')}`,
      { issues: this.#issues, outcome: 'not sent' },
    )
  }
}
