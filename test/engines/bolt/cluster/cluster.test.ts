import { connect } from '@motif/driver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BreakingLine } from './breaking-line.ts'
import { Changes } from './changes.ts'
import { Deposed } from './deposed.ts'
import { Member } from './member.ts'
import { Routers } from './routers.ts'
import { verdictOf } from './verdict.ts'
import { type AnyGraph, Workload } from './workload.ts'

/** Milliseconds in which work must go on after a member was lost, on a machine that has other things to do as well. */
const bound = 30_000
/** Milliseconds for three servers that start side by side. */
const patience = 300_000

const a = await Member.make()
const b = await Member.make()
const c = await Member.make()
const members = [a, b, c]
const everybody = members.map(({ address }) => address)
beforeAll(async () => {
  // One after the other: three at once need three times as long, and the last of them may be given up.
  for (const each of members) await each.start()
}, patience)
afterAll(() => Promise.all(members.map((each) => each.remove())), patience)

/** Waits no longer than the bound; says how many seconds it took. */
const within = async (what: string, work: Promise<unknown>): Promise<string> => {
  const start = performance.now()
  let late: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Error(`${what}: not within ${bound} ms`)), bound)
  })
  await Promise.race([work, tooLate]).finally(() => clearTimeout(late))
  return ((performance.now() - start) / 1000).toFixed(1)
}

const setup = async () => {
  const lineToC = await BreakingLine.to(c.port)
  const routers = await Routers.start(2, { writers: [a.address], readers: everybody, ttl: 300 })
  const deposed = await Deposed.start('Neo.ClientError.Cluster.NotALeader')
  const readOnly = await Deposed.start('Neo.ClientError.General.ForbiddenOnReadOnlyDatabase')
  const changes = new Changes()
  let discoveries = 0
  const resolver = (): readonly string[] => {
    discoveries++
    changes.happened()
    return routers.addresses
  }
  // Each server has data of its own: what was written on one can be waited for on no other.
  const options = { database: 'neo4j', bookmarkManager: false, resolver } as const
  const db = connect<AnyGraph>(`neo4j://${routers.addresses[0]}`, options)
  const work = new Workload(db)
  return {
    routers,
    deposed,
    readOnly,
    lineToC,
    work,
    /** Waits until nobody answered so often where the tables come from. */
    inVain: (times: number): Promise<void> => {
      const until = discoveries + times
      return changes.until(() => discoveries >= until)
    },
    /** Waits until writes go on there; the seconds until the first. */
    goesOn: async ({ address }: { readonly address: string }): Promise<string> => {
      const first = await within(`a write on ${address}`, work.acknowledgedBy(address, 1))
      await within(`writes on ${address}`, work.acknowledgedBy(address, 50))
      return first
    },
    end: async (): Promise<void> => {
      await work.stop()
      await db.close()
      await Promise.all([routers.close(), deposed.close(), readOnly.close(), lineToC.close()])
    },
  }
}

test(
  'while servers and routers come and go no acknowledged write is lost, none is applied twice, and work goes on',
  async () => {
    const { routers, deposed, readOnly, lineToC, work, inVain, goesOn, end } = await setup()
    const seconds: string[] = []
    work.start(32, 2)
    await goesOn(a)

    // The writer is lost; for a while the routers do not know.
    await a.kill()
    await within('tables fetched again', routers.asked(2))
    routers.say({ writers: [b.address], readers: everybody, ttl: 300 })
    seconds.push(await goesOn(b))
    const aIsBack = a.start()

    // So is its successor, and a router; and those who are said to lead then lead no more.
    await routers.stop(0)
    routers.say({ writers: [deposed.address], readers: everybody, ttl: 300 })
    await b.kill()
    await within('tables fetched after refusals', routers.asked(3))
    routers.say({ writers: [readOnly.address], readers: everybody, ttl: 300 })
    await within('tables fetched after more refusals', routers.asked(3))
    routers.say({ writers: [lineToC.address], readers: everybody, ttl: 1 })
    seconds.push(await goesOn(lineToC))
    expect([deposed.refused, readOnly.refused]).not.toContain(0)
    const bIsBack = b.start()

    // Commits succeed, and nobody is told: tried again, they would be applied twice.
    await within('commits withheld', lineToC.breakAfter(5))
    seconds.push(await goesOn(lineToC))

    // Another one leads, and the old one says nothing of it: tables expire.
    await aIsBack
    routers.say({ writers: [a.address], readers: everybody, ttl: 1 })
    seconds.push(await goesOn(a))

    // All routers are gone when the table expires.
    await bIsBack
    await routers.stop(1)
    routers.say({ writers: [b.address], readers: everybody, ttl: 1 })
    await within('tables asked for in vain', inVain(3))
    await Promise.all([routers.start(0), routers.start(1)])
    seconds.push(await goesOn(b))
    await end()

    const { lost, twice, denied, committedUnknown } = await verdictOf(work, [
      [a.address, a.port],
      [b.address, b.port],
      [lineToC.address, c.port],
    ])
    console.log(
      `${work.acknowledged.size} writes were acknowledged; of ${work.unknown.size} nobody knows, ` +
        `${committedUnknown.length} of them were committed; ${deposed.refused + readOnly.refused} were refused by ` +
        `members that do not lead, and tried again; ${work.reads} reads; writes went on after ${seconds.join(', ')} s`,
    )
    expect({ lost, twice, denied }).toEqual({ lost: [], twice: [], denied: [] })
    expect(committedUnknown.length).toBeGreaterThanOrEqual(5)
    expect([...work.refused]).toEqual([])
    expect(work.failedReads).toEqual([])
  },
  patience,
)
