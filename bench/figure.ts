/** What a figure must keep to. */
export type Bound = { readonly most: number } | { readonly least: number }

/** One thing measured. Without a bound it is there to compare with. */
export interface Figure {
  readonly name: string
  /** What tells it from other figures of its name, which stand in one row of a table with it. */
  readonly of?: string
  readonly value: number
  readonly unit: string
  readonly bound?: Bound
}

/** Whether a figure misses its bound. */
export const isShort = ({ value, bound }: Figure): boolean =>
  bound !== undefined && !('most' in bound ? value <= bound.most : value >= bound.least)

/** `ok`, `short`, or nothing where there is no bound. */
export const verdict = (figure: Figure): string => (figure.bound === undefined ? '' : isShort(figure) ? 'short' : 'ok')
