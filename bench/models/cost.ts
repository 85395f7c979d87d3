/** What one run cost, in milliseconds. */
export interface Cost {
  readonly cpu: number
  readonly wall: number
}
