/**
 * Why reading stopped, thrown inside the grammar only. Not an Error: most are caught at once, since an expression that
 * is not understood is sent as it stands, and a message with its position is made only for the one that gets out.
 */
export class Misfit {
  /** Index of the token that does not fit. */
  declare readonly at: number
  declare readonly problem: string
  /** True where something is missing altogether: that is an error, however little is understood around it. */
  declare readonly missing: boolean

  constructor(at: number, problem: string, missing = false) {
    this.at = at
    this.problem = problem
    this.missing = missing
  }
}
