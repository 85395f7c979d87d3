/** Text for a value of a key, to tell keys apart as a graph does: `1` and `'1'` are two, a number and a bigint of one size are one. */
export const keyText = (value: unknown): string => {
  // The text of a date has no milliseconds, and that of a point nothing at all.
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return `${typeof value === 'number' || typeof value === 'bigint' ? 'n' : typeof value}${text.length}:${text}`
}
