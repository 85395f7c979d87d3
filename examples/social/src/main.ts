// A network by models: filled, read, changed. Run it with `pnpm --filter @motif/example-social demo`, or on an empty graph
// elsewhere: `… demo --url bolt://localhost:7687`.
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { fill } from './fill.ts'
import { openNetwork, type Social } from './models.ts'
import { networkOf } from './network.ts'
import { mutual, namesOf, profile, recommended, timeline } from './reading.ts'
import { like, rename, write } from './writing.ts'

const here = fileURLToPath(new URL('..', import.meta.url))
const { values } = parseArgs({
  options: { work: { type: 'string', default: join(here, '.tmp') }, url: { type: 'string' } },
})
const file = join(values.work, 'social.db')

const heading = (text: string): void => console.log(`\n${text}\n${'═'.repeat(text.length)}`)
const day = (moment: { toString(): string }): string => moment.toString().slice(0, 10)

const read = async (db: Social): Promise<void> => {
  heading('A profile, three levels deep')
  const { name, followers, follows } = await profile(db, 3)
  console.log(`${name}, followed by ${followers}, follows among others`)
  for (const { name: other, wrote, $relationship } of follows)
    console.log(
      `  ${other} since ${day($relationship.since)}: ${wrote.map(({ text, at }) => `${text} (${day(at)})`).join(', ')}`,
    )

  heading('A timeline, page by page')
  let after: string | null | undefined
  for (let page = 1; page <= 2; page++) {
    const found = await timeline(db, 3, 4, after)
    for (const { text, at, author } of found.rows) console.log(`  ${page}  ${day(at)}  ${author?.name}: ${text}`)
    after = found.after
  }

  heading('Mutual friends, and who might be one')
  console.log(`both of 3 and 18 follow: ${(await mutual(db, 3, 18)).map((each) => each.name).join(', ')}`)
  for (const { name: other, by } of await recommended(db, 3, 3)) console.log(`  ${other}, by ${by}`)
  console.log(
    `40 names by one statement: ${
      (
        await namesOf(
          db,
          Array.from({ length: 40 }, (_, at) => at),
        )
      ).length
    }`,
  )
}

const change = async (db: Social): Promise<void> => {
  heading('Changes')
  const post = await write(db, 3, 'On models', new Date('2026-04-01T12:00:00Z'))
  const { name, posts } = await db.model('Person').getOrThrow(3, { select: { name: true, posts: true } })
  console.log(`${name} wrote '${post.text}', and has ${posts} ${posts === 1 ? 'post' : 'posts'} counted`)
  await Promise.all(Array.from({ length: 20 }, (_, person) => like(db, person + 10, post.id)))
  const liked = await db.model('Post').getOrThrow(post.id, { select: { likes: true, likedBy: { count: true } } })
  console.log(`20 like it at once: ${liked.likes} counted, ${liked.likedBy} joined`)
  await Promise.all(['!', '?', '.'].map((sign) => rename(db, 4, (old) => old + sign)))
  const renamed = await db.model('Person').getOrThrow(4, { select: { name: true, version: true } })
  console.log(
    `three rename one person at once: each was heard, ${renamed.name.length - 'Eva Abel'.length} signs, version ${renamed.version}`,
  )
}

const main = async (): Promise<void> => {
  if (values.url === undefined) {
    await rm(file, { force: true })
    await mkdir(values.work, { recursive: true })
  }
  await using db = openNetwork(values.url ?? `grafeo:${file}?create=true`)
  console.log(`${(await fill(db, networkOf(150))).toLocaleString('en-US')} nodes made`)
  await read(db)
  await change(db)
}

await main()
