/** The value below which a part of the values lies; 0.05 gives the calm end of a noisy machine. */
export const quantile = (values: readonly number[], part: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]
  if (value === undefined) throw new RangeError('no values')
  return value
}

/** The value in the middle. */
export const median = (values: readonly number[]): number => quantile(values, 0.5)
