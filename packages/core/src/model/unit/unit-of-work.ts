import type { Definition } from '../definition.ts'
import type { ModelContext } from '../model-context.ts'
import { IdentityMap } from './identity-map.ts'
import { type Batch, inOneTick } from './in-one-tick.ts'
import { later } from './later.ts'

type Row = Record<string, unknown>

/** Keys of one statement: more are several, which a pool runs beside each other. */
const most = 5_000

/** Kinds of batches remembered: far above what a program asks for in one tick. */
const mostKinds = 1_000

/** What the models of one graph share: calls that wait for each other and, in a transaction, the objects that were read. */
export class UnitOfWork {
  readonly transaction: boolean
  readonly #identities: Map<Definition, IdentityMap> = new Map()
  readonly #batches: Map<string, (key: Row) => Promise<Row | undefined>> = new Map()

  constructor(transaction: boolean) {
    this.transaction = transaction
  }

  /** The objects that were read of some nodes; undefined outside a transaction, where nothing says how long they hold. */
  identities(definition: Definition): IdentityMap | undefined {
    if (!this.transaction || definition.key.length === 0) return undefined
    let found = this.#identities.get(definition)
    if (found === undefined)
      this.#identities.set(definition, (found = new IdentityMap(definition.key.map(({ name }) => name))))
    return found
  }

  /** Says that something was written: what was read before is read anew. */
  written(): void {
    for (const each of this.#identities.values()) each.outdate()
  }

  /** What reads a key together with others of its kind, asked for in the same tick; `reader` makes what reads them. */
  batch(
    context: Pick<ModelContext, 'given'>,
    kind: string,
    reader: () => Batch<Row, Row | undefined>,
  ): (key: Row) => Promise<Row | undefined> {
    let found = this.#batches.get(kind)
    if (found === undefined) {
      if (this.#batches.size >= mostKinds) this.#batches.clear()
      this.#batches.set(kind, (found = inOneTick(reader(), { most, begin: (work) => later(context, work) })))
    }
    return found
  }
}
