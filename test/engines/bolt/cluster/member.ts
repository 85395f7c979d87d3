import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { folders } from '../../../../tools/servers/folders.ts'
import { freePort } from '../../../../tools/servers/free-port.ts'
import { startNeo4j } from '../../../../tools/servers/neo4j/start-neo4j.ts'
import type { Server } from '../../../../tools/servers/server.ts'

/** A real server with data of its own, which can be killed and comes back at the same address. */
export class Member {
  readonly port: number
  readonly #dataDir: string
  #server: Server | undefined

  private constructor(port: number) {
    this.port = port
    this.#dataDir = join(folders.data, `cluster-${port}`)
  }

  /** It runs from `start` on. */
  static async make(): Promise<Member> {
    return new Member(await freePort())
  }

  get address(): string {
    return `127.0.0.1:${this.port}`
  }

  async start(): Promise<void> {
    this.#server = await startNeo4j({ port: this.port, dataDir: this.#dataDir, heap: '256m' })
  }

  /** Ends it as a loss of power would. */
  async kill(): Promise<void> {
    await this.#server?.kill()
  }

  async remove(): Promise<void> {
    await this.#server?.kill()
    rmSync(this.#dataDir, { recursive: true, force: true })
  }
}
