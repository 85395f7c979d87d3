/** Who asks, as an engine is told: its scheme, and what that scheme needs. Kept off logs, errors and `inspect`. */
export interface AuthToken {
  readonly scheme: string
  readonly principal?: string | undefined
  readonly credentials?: string | undefined
  readonly realm?: string | undefined
  readonly parameters?: Readonly<Record<string, unknown>> | undefined
}
