import {
  failure,
  ignored,
  type ReceivedRequest,
  type ScriptedReply,
  type ScriptedServer,
  scriptedServer,
  success,
} from '@motif/driver/testing'

/** A member that leads no more and says so; no single real server can be made to. */
export class Deposed {
  readonly #code: string
  #server: ScriptedServer | undefined
  #refused = 0

  private constructor(code: string) {
    this.#code = code
  }

  static async start(code: string): Promise<Deposed> {
    const deposed = new Deposed(code)
    deposed.#server = await scriptedServer({ connections: () => (request) => deposed.#answer(request) })
    return deposed
  }

  get address(): string {
    return `127.0.0.1:${this.#server?.port}`
  }

  /** Writes that it refused. */
  get refused(): number {
    return this.#refused
  }

  async close(): Promise<void> {
    await this.#server?.close()
  }

  #answer({ name }: ReceivedRequest): readonly ScriptedReply[] {
    if (name === 'HELLO') return [success({ server: 'Neo4j/5.26.0', connection_id: 'deposed' })]
    if (name === 'GOODBYE') return [{ cut: 'end' }]
    if (name === 'RUN') {
      this.#refused++
      return [failure(this.#code)]
    }
    return [['PULL', 'DISCARD', 'COMMIT', 'ROLLBACK'].includes(name) ? ignored : success()]
  }
}
