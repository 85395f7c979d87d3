import { failed, fulfilled, Pending, type Settled } from '../../builder/pending.ts'
import { GraphError } from '../../error/graph-error.ts'

/** A call that waits for its batch. */
interface Waiting<K, V> {
  readonly key: K
  readonly settle: (settled: Settled<V>) => void
}

/** What works off a batch: a value for each key, in order. */
export type Batch<K, V> = (keys: readonly K[]) => Promise<readonly V[]>

const split = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))

/** Keys are tried with fewer others, so that one that cannot be sent, or whose row cannot be read, spoils no other's call. */
const mayBeOneKey = (error: unknown, count: number): boolean =>
  count > 1 &&
  error instanceof GraphError &&
  (error.code === 'RESULT_SHAPE' || (error.code === 'PARAMETER' && (error.outcome ?? 'not sent') === 'not sent'))

const workOff = async <K, V>(batch: Batch<K, V>, calls: readonly Waiting<K, V>[]): Promise<void> => {
  try {
    const values = await batch(calls.map(({ key }) => key))
    calls.forEach(({ settle }, at) => settle(fulfilled(values[at] as V))) // there is one for each key
  } catch (error) {
    if (mayBeOneKey(error, calls.length))
      await Promise.all(split(calls, Math.ceil(calls.length / 2)).map((half) => workOff(batch, half)))
    else {
      for (const { settle } of calls) settle(failed(error))
      throw error
    }
  }
}

/**
 * Calls issued in one tick are worked off together, `most` at a time. A tick is over when a turn of the microtask queue
 * brought no further call: those that go on after the same `await` meet here again. `begin` is handed the work of a tick,
 * which fails with the first of its calls.
 *
 * @example
 * const get = inOneTick((ids: readonly number[]) => namesOf(ids), { most: 1_000, begin: (work) => work() })
 * await Promise.all([get(1), get(2)])   // namesOf is called once, with [1, 2]
 */
export const inOneTick = <K, V>(
  batch: Batch<K, V>,
  { most, begin }: { readonly most: number; readonly begin: (work: () => Promise<void>) => Promise<void> },
): ((key: K) => Promise<V>) => {
  let waiting: Waiting<K, V>[] = []
  let ask = (): void => {}
  const flush = async (): Promise<void> => {
    for (let seen = 0; seen < waiting.length; ) {
      seen = waiting.length
      await Promise.resolve()
    }
    const calls = waiting
    waiting = []
    await Promise.all(split(calls, most).map((part) => workOff(batch, part)))
  }
  return (key) => {
    const call = new Promise<Settled<V>>((settle) => {
      waiting.push({ key, settle })
    })
    if (waiting.length === 1) {
      const work = begin(flush)
      let asked = false
      ask = () => {
        if (!asked) work.catch(() => {}) // whoever asks for a call is told by it
        asked = true
      }
    }
    return new Pending(call, ask)
  }
}
