// A program that is asked to end while it works. Says on its output what it does; what it is to do stands in its arguments.
import { connect, shutdownOn } from '@motif/driver'

const [path = '', how = ''] = process.argv.slice(2)
const say = (what: string): void => console.log(what)
const db = connect(`grafeo:${path}?create=true`)
const create = db.cypher.as<{}, { by: string }>('CREATE (:Done {by: $by})')
let goOn = (): void => {}
const signalled = new Promise<void>((resolve) => {
  goOn = resolve
})

if (how === 'two') {
  const close = async (): Promise<void> => {
    await work.catch(() => undefined)
    for (let turns = 0; turns < 100; turns++) await new Promise((resolve) => setImmediate(resolve))
    say('the other is closed')
  }
  shutdownOn({ close })
}
if (how === 'others listen') process.once('SIGTERM', () => say('mine'))
shutdownOn(db, {
  timeout: how === 'late' ? 500 : 10_000,
  before: async () => {
    say('before')
    await create.run({ by: 'before' })
    goOn()
  },
})

await create.run({ by: 'autocommit' })
const open = await db.begin()
await open.run(create, { by: 'left open' })
const work = db.write(async (tx) => {
  await tx.run(create, { by: 'managed' })
  say('ready')
  await signalled
  if (how === 'late') await new Promise(() => {})
  // Closing has begun by now.
  await new Promise((resolve) => setTimeout(resolve, 20))
  say(
    await db
      .outside(() => create.run({ by: 'refused' }))
      .then(
        () => 'taken',
        ({ code }: { code: string }) => code,
      ),
  )
  if (how === 'throws') throw new Error('mine')
})
work.then(
  () => say('committed'),
  (error: Error) => say(`failed: ${error.message}`),
)
// Something that keeps a program going.
setInterval(() => {}, 1_000)
if (how === 'others listen') work.finally(() => setTimeout(() => process.exit(7), 50)).catch(() => {})
