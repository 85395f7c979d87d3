/** A value that has its own tag on the wire, ready to be packed. */
export class Structure {
  readonly tag: number
  readonly fields: readonly unknown[]

  constructor(tag: number, fields: readonly unknown[]) {
    this.tag = tag
    this.fields = fields
  }
}
