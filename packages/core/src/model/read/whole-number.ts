import { refusal } from '../refuse.ts'
import type { Path } from './draft.ts'

/** A number of rows. */
export const wholeNumber = (value: unknown, at: Path): number => {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number // it is a safe integer
  throw refusal(`${at.join('.')} takes a whole number of rows, 0 or more`)
}
