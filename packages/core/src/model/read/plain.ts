/** An object written as `{ … }`: operators, options, a choice of names. Dates, points and their like are values. */
export type Plain = Readonly<Record<string, unknown>>

/** Whether something is written as `{ … }`. */
export const isPlain = (value: unknown): value is Plain => {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
