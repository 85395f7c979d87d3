/** How far a dump, a load or a copy has come. */
export interface TransferProgress {
  readonly verb: string
  readonly what: string
  readonly done: number
  readonly total: number
  /** True for nodes and relationships, false for steps. */
  readonly counted: boolean
}
