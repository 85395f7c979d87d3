// Creates 100,000 nodes by createMany and by the UNWIND that a program would write, in turns; prints what each took.
import { defineSchema } from '@motif/core'
import { models } from '@motif/core/model'
import { connect } from '@motif/driver'

interface Schema {
  nodes: { P: { key: 'i'; properties: { i: number; s: string; f: number; b: boolean; d: number }; in: {}; out: {} } }
  relationships: {}
}

const properties = { i: 'integer', s: 'string', f: 'float', b: 'boolean', d: 'integer' }
const schema = defineSchema<Schema>({ nodes: { P: { key: ['i'], properties } }, relationships: {} })

const [url = 'grafeo::memory:', rounds = '5'] = process.argv.slice(2)
const db = connect(url, { schema, extend: models<Schema>() })

const batch = 1_000
const rows = Array.from({ length: 100_000 }, (_, i) => ({ i, s: `name ${i}`, f: i + 0.5, b: i % 2 === 0, d: i * 7 }))
const unwind = db.unwind('$rows AS r').create('(:P {i: r.i, s: r.s, f: r.f, b: r.b, d: r.d})')

const works = {
  raw: async () => {
    for (let from = 0; from < rows.length; from += batch) await unwind.execute({ rows: rows.slice(from, from + batch) })
  },
  models: () => db.model('P').createMany(rows, { batchSize: batch }),
}

/** In pieces, for which a small heap is enough. */
const clear = async (): Promise<void> => {
  const some = db.match('(p:P)').with('p').limit(20_000).detachDelete('p')
  while ((await some.execute()).counters.nodesDeleted > 0);
}

/** Milliseconds of the wall and of this process. */
const timed = async (work: () => Promise<unknown>): Promise<{ readonly wall: number; readonly cpu: number }> => {
  await clear()
  const [begun, used] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(used)
  return { wall: performance.now() - begun, cpu: (user + system) / 1_000 }
}

const all: Record<keyof typeof works, { wall: number; cpu: number }[]> = { raw: [], models: [] }
for (let round = 0; round <= Number(rounds); round++) {
  for (const name of ['raw', 'models'] as const) {
    const time = await timed(works[name])
    if (round > 0) all[name].push(time) // the first warms up both
  }
}
await clear()
await db.close()
console.log(JSON.stringify(all))
