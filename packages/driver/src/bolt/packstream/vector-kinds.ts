/** What a vector may hold; the array's own name, since there is no telling two kinds of typed arrays apart by type. */
interface VectorKind {
  readonly name: string
  /** What stands before its data; the marker of one such number elsewhere, but for the short float. */
  readonly marker: number
  /** Bytes of one number. */
  readonly size: 1 | 2 | 4 | 8
  readonly make: new (buffer: ArrayBuffer) => object
}

/** The kinds of vectors that Bolt has, by the typed array that holds one. */
export const vectorKinds: readonly VectorKind[] = [
  { name: 'Int8Array', marker: 0xc8, size: 1, make: Int8Array },
  { name: 'Int16Array', marker: 0xc9, size: 2, make: Int16Array },
  { name: 'Int32Array', marker: 0xca, size: 4, make: Int32Array },
  { name: 'BigInt64Array', marker: 0xcb, size: 8, make: BigInt64Array },
  { name: 'Float32Array', marker: 0xc6, size: 4, make: Float32Array },
  { name: 'Float64Array', marker: 0xc1, size: 8, make: Float64Array },
]
