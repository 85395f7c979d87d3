/** A cursor over one whole message. */
export interface PackReader {
  /** Reads the head of a list and returns its length. */
  listHead(): number
  /** Reads one value: neutral values of Motif. */
  value(): unknown
  /** Steps over one value. */
  skip(): void
}
