/** One pooled thing, and what the pool knows of it. */
export interface Entry<T> {
  readonly item: T
  /** When it is too old. */
  readonly expiresAt: number
  state: 'idle' | 'held' | 'checking' | 'gone'
  /** When it came into this state. */
  since: number
  /** How often it was handed out. */
  uses: number
  /** Who holds it. */
  callSite: string | undefined
  /** Resolves when it is closed; there since that began. */
  closed: Promise<void> | undefined
}
