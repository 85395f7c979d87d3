import { isPlain } from '../read/plain.ts'

/** Arguments as they are now, whatever becomes of the caller's objects: what is read later goes by these. */
export const copied = (given: unknown): unknown => {
  if (Array.isArray(given)) return given.map(copied)
  if (given instanceof Date) return new Date(given)
  return isPlain(given) ? Object.fromEntries(Object.entries(given).map(([key, each]) => [key, copied(each)])) : given
}
