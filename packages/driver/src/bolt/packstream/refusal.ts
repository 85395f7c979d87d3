/** As many steps of a path as a person reads. */
const told = 12

/** Why a value cannot be packed; the lists and maps around it add where it stands while the error passes through. */
export class Refusal extends Error {
  readonly code: 'PARAMETER' | 'UNSUPPORTED_FEATURE'
  readonly #path: (string | number)[] = []

  constructor(why: string, code: 'PARAMETER' | 'UNSUPPORTED_FEATURE' = 'PARAMETER') {
    super(why)
    this.code = code
  }

  /** It stands in this place of a list, or under this key of a map. */
  under(step: string | number): void {
    this.#path.push(step)
  }

  /** `rows[3].name` */
  get path(): string {
    const steps = this.#path.toReversed()
    const shown = steps.slice(0, told).map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    return shown.join('').replace(/^\./, '') + (steps.length > told ? '…' : '')
  }
}
