import type { Channel } from '../channel.ts'

/** Whether this server passes work on to the server it belongs to, and says which home database it took. */
export const passesOn = ({ features, hints }: Pick<Channel, 'features' | 'hints'>): boolean =>
  features.homeDatabase && hints['ssr.enabled'] === true

/** Whether all servers of the open connections pass work on. */
export class PassingOn {
  readonly #able: Set<Channel> = new Set()
  readonly #unable: Set<Channel> = new Set()

  opened(channel: Channel): void {
    ;(passesOn(channel) ? this.#able : this.#unable).add(channel)
  }

  closed(channel: Channel): void {
    this.#able.delete(channel)
    this.#unable.delete(channel)
  }

  /** False while no connection is open: nothing is known of servers then. */
  get everywhere(): boolean {
    return this.#able.size > 0 && this.#unable.size === 0
  }
}
