/**
 * Stands in the place of a value whose type the version of Bolt cannot carry; everything beside it is as it should be.
 *
 * @example
 * if (value instanceof UnsupportedValue) console.warn(`${value.type} needs Bolt ${value.minimumVersion}`)
 */
export class UnsupportedValue {
  /** The name of its type, in the server's words. */
  readonly type: string
  /** The version of Bolt that has it: `6.2`. */
  readonly minimumVersion: string
  /** What the server says of it. */
  readonly message: string | undefined

  constructor(type: string, minimumVersion: string, message: string | undefined) {
    this.type = type
    this.minimumVersion = minimumVersion
    this.message = message
  }
}
