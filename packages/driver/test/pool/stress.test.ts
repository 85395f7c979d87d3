import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Pool } from '../../src/pool/pool.ts'
import { fateOf, given, settled, type Fate, type Given, type Thing } from './support.ts'

const refused = new Error('refused')

const which = fc.nat({ max: 1_000 })
const acquiring = fc.record({
  do: fc.constant('acquire' as const),
  timeout: fc.constantFrom(0, 1, 50, 2_000, 60_000),
  high: fc.boolean(),
  abortable: fc.boolean(),
})
const sizing = fc.record({
  do: fc.constant('resize' as const),
  max: fc.integer({ min: 1, max: 8 }),
  min: fc.nat({ max: 3 }),
})
const making = fc.record({
  do: fc.constant('make' as const),
  mode: fc.constantFrom('made', 'made', 'never', 'held', 'refused'),
})
const living = fc.record({
  do: fc.constant('live' as const),
  alive: fc.constantFrom<Thing['alive'][]>(true, true, false, 'rejects', 'never'),
})
const passing = fc.record({
  do: fc.constant('pass' as const),
  milliseconds: fc.constantFrom(1, 10, 60, 900, 4_000, 40_000),
})
const step = fc.oneof(
  { weight: 12, arbitrary: acquiring },
  { weight: 12, arbitrary: fc.record({ do: fc.constant('release' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('destroy' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('break' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('abort' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('let go' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('fail' as const), which }) },
  { weight: 1, arbitrary: sizing },
  { weight: 2, arbitrary: making },
  { weight: 1, arbitrary: living },
  { weight: 4, arbitrary: passing },
)
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never

/** One who asked: what became of it, and what ends it early. */
interface Caller {
  readonly fate: Fate<Thing>
  readonly controller: AbortController | undefined
}

class World {
  readonly given: Given = given({
    max: 4,
    min: 1,
    acquireTimeout: 30_000,
    createTimeout: 5_000,
    idleTimeout: 3_000,
    maxLifetime: 60_000,
    maxUses: 20,
    livenessAfter: 1_000,
  })
  readonly callers: Caller[] = []
  /** Lent by our own books. */
  readonly holding: Set<Thing> = new Set()
  /** What did not hold. */
  readonly faults: string[] = []
  /** The most there may be: more than max after that became smaller, until they came back. */
  #allowed = 4
  #alive: Thing['alive'] = true

  get pool(): Pool<Thing> {
    return this.given.pool
  }

  async take(step: Step): Promise<void> {
    const { clock, factory } = this.given
    if (step.do === 'acquire') this.#acquire(step)
    else if (step.do === 'abort') pick(this.callers, step.which)?.controller?.abort()
    else if (step.do === 'resize') this.pool.resize({ max: step.max, min: Math.min(step.min, step.max) })
    else if (step.do === 'make') factory.mode = step.mode === 'refused' ? refused : step.mode
    else if (step.do === 'let go') factory.held.splice(step.which % (factory.held.length + 1), 1)[0]?.succeed()
    else if (step.do === 'fail') factory.held.splice(step.which % (factory.held.length + 1), 1)[0]?.fail(refused)
    else if (step.do === 'live') this.#alive = step.alive
    else if (step.do === 'pass') await clock.pass(step.milliseconds)
    else this.giveBack(step.do, step.which)
    await this.settle()
    this.#check()
  }

  /** Lets all run that can, and enters into our books who was served. */
  async settle(): Promise<void> {
    for (const thing of this.given.factory.made) thing.alive = this.#alive
    await settled()
    for (const { fate } of this.callers) {
      const { value } = fate
      if (value === undefined) continue
      this.#must(!this.holding.has(value), 'nobody else has what is lent')
      this.holding.add(value)
      fate.value = undefined
    }
  }

  giveBack(how: 'release' | 'destroy' | 'break', which: number): void {
    const thing = pick([...this.holding], which)
    if (thing === undefined) return
    this.holding.delete(thing)
    if (how === 'break') thing.usable = false
    if (how === 'destroy') void this.pool.destroy(thing)
    else this.pool.release(thing)
  }

  pending(): number {
    return this.callers.filter(({ fate }) => fate.state === 'pending').length
  }

  #check(): void {
    const { clock, factory, pool } = this.given
    const { inUse, idle, creating, waiting, max } = pool.statistics()
    const size = inUse + idle + creating
    this.#must(
      [...this.holding].every(({ destroyed }) => !destroyed),
      'what is lent is not closed',
    )
    this.#must(inUse === this.holding.size, `${inUse} in use are the ${this.holding.size} lent`)
    this.#must(inUse + idle === factory.living.length, `${inUse} + ${idle} are all of ${factory.living.length}`)
    this.#must(waiting === this.pending(), `${waiting} waiting are all of ${this.pending()}`)
    this.#must(size <= this.#allowed || size <= max, `${size} are no more than ${max}, or ${this.#allowed} from before`)
    this.#allowed = Math.max(max, Math.min(this.#allowed, size))
    if (waiting === 0) return
    const timers = [...clock.timers]
    this.#must(
      timers.some(({ holds }) => holds),
      'who waits has a deadline',
    )
    this.#must(size + timers.length > 1, 'and something to wait for: in use, on its way, or to be tried again')
  }

  #must(holds: boolean, what: string): void {
    if (!holds) this.faults.push(what)
  }

  #acquire({ timeout, high, abortable }: Extract<Step, { readonly do: 'acquire' }>): void {
    const controller = abortable ? new AbortController() : undefined
    const asked = this.pool.acquire({
      timeout,
      signal: controller?.signal,
      priority: high ? 'high' : 'normal',
    })
    this.callers.push({ fate: fateOf(asked), controller })
  }
}

const pick = <E>(all: readonly E[], which: number): E | undefined => all[which % Math.max(1, all.length)]

/** Ends it: in one half of the runs those who hold one give it back, in the other the deadline takes it. */
const end = async (world: World, givenBack: boolean): Promise<Fate<void>> => {
  const drained = fateOf(world.pool.drain({ timeout: 3_000 }))
  for (let left = givenBack ? 2_000 : 0; left > 0; left--) {
    await world.settle()
    if (world.holding.size === 0) break
    world.giveBack('release', left)
  }
  await world.given.clock.pass(3_000)
  await world.settle()
  return drained
}

test('whatever happens, never more than max, nobody lost, and in the end all settle', { timeout: 60_000 }, async () => {
  const run = async (steps: readonly Step[], givenBack: boolean): Promise<void> => {
    const world = new World()
    for (const each of steps) {
      await world.take(each)
      expect(world.faults).toEqual([])
    }
    const drained = await end(world, givenBack)
    expect([drained.state, world.pending(), world.given.factory.living, world.faults]).toEqual(['resolved', 0, [], []])
    expect(world.pool.statistics()).toMatchObject({ inUse: 0, idle: 0, creating: 0, waiting: 0 })
    // A question still open whether one lives ends by itself.
    await world.given.clock.pass(5_000)
    expect([...world.given.clock.timers]).toEqual([])
  }
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 50, maxLength: 300 }), fc.boolean(), run), {
    numRuns: 60,
  })
})
