/** A table of a FlatBuffer, the form of Arrow's metadata: its fields by their number; a field that is left out is 0. */
export class FlatTable {
  readonly #view: DataView
  readonly #at: number

  constructor(view: DataView, at: number) {
    this.#view = view
    this.#at = at
  }

  /** The table that a buffer begins with. */
  static root(view: DataView, at: number): FlatTable {
    return new FlatTable(view, at + view.getUint32(at, true))
  }

  /** Where a field stands, or 0. */
  #place(field: number): number {
    const offsets = this.#at - this.#view.getInt32(this.#at, true)
    const slot = 4 + 2 * field
    const offset = slot < this.#view.getUint16(offsets, true) ? this.#view.getUint16(offsets + slot, true) : 0
    return offset === 0 ? 0 : this.#at + offset
  }

  byte(field: number): number {
    const at = this.#place(field)
    return at === 0 ? 0 : this.#view.getUint8(at)
  }

  short(field: number): number {
    const at = this.#place(field)
    return at === 0 ? 0 : this.#view.getInt16(at, true)
  }

  int(field: number): number {
    const at = this.#place(field)
    return at === 0 ? 0 : this.#view.getInt32(at, true)
  }

  /** Lengths and offsets: far below 2^53. */
  long(field: number): number {
    const at = this.#place(field)
    return at === 0 ? 0 : Number(this.#view.getBigInt64(at, true))
  }

  table(field: number): FlatTable | undefined {
    const at = this.#place(field)
    return at === 0 ? undefined : FlatTable.root(this.#view, at)
  }

  tables(field: number): FlatTable[] {
    return this.#items(field, 4).map((at) => FlatTable.root(this.#view, at))
  }

  /** Pairs of 64-bit numbers. */
  pairs(field: number): [number, number][] {
    const long = (at: number): number => Number(this.#view.getBigInt64(at, true))
    return this.#items(field, 16).map((at) => [long(at), long(at + 8)])
  }

  text(field: number): string {
    const at = this.#items(field, 1)
    const [first = 0] = at
    return new TextDecoder().decode(new Uint8Array(this.#view.buffer, this.#view.byteOffset + first, at.length))
  }

  /** Where the items of a vector stand. */
  #items(field: number, size: number): number[] {
    const place = this.#place(field)
    if (place === 0) return []
    const vector = place + this.#view.getUint32(place, true)
    return Array.from({ length: this.#view.getUint32(vector, true) }, (_, i) => vector + 4 + i * size)
  }
}
