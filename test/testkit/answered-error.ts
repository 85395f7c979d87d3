/** An answer that says that something failed: of the driver, of TestKit's own code, or of this backend. */
export class AnsweredError extends Error {
  readonly answer: string
  readonly data: Readonly<Record<string, unknown>>

  constructor(answer: 'DriverError' | 'FrontendError' | 'BackendError', data: Readonly<Record<string, unknown>>) {
    super(String(data['msg']))
    this.answer = answer
    this.data = data
  }
}
