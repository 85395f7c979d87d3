import { brand, isOfKind } from './kind-of.ts'

/** A number that is sent as a float even when it is whole; made by `float`. */
export class Float {
  declare readonly value: number

  constructor(value: number) {
    this.value = value
  }

  static {
    brand(this, 'float')
  }

  valueOf(): number {
    return this.value
  }

  toJSON(): number {
    return this.value
  }
}

/**
 * Marks a number as a float where its type cannot be told: JavaScript has one kind of number, and a whole one is sent
 * as an integer. Grafeo, which takes 1.0 for an integer, refuses it unless the schema says float, and names `toFloat`.
 *
 * @example
 * await db.cypher.as<{ half: number }, { x: Float }>('RETURN $x / 2 AS half').one({ x: float(1) })
 * // 0.5 and not 0, on an engine that keeps the two apart
 */
export const float = (value: number): Float => new Float(value)

/** True for a float made by any copy of Motif in the process. */
export const isFloat = (value: unknown): value is Float => isOfKind(value, 'float')
