import type { Address } from '../address.ts'

/** Picks the server with the fewest connections in use; equals take turns. */
export class LeastConnected {
  readonly #inUse: (address: Address) => number
  #turn = 0

  constructor(inUse: (address: Address) => number) {
    this.#inUse = inUse
  }

  pick(servers: readonly Address[]): Address | undefined {
    if (servers.length < 2) return servers[0]
    const start = this.#turn++ % servers.length
    let best: Address | undefined
    let fewest = Number.POSITIVE_INFINITY
    for (const address of [...servers.slice(start), ...servers.slice(0, start)]) {
      const used = this.#inUse(address)
      if (used < fewest) {
        best = address
        fewest = used
      }
    }
    return best
  }
}
