import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { motif } from '../cli/motif.ts'
import { freshFolder, graphFile } from '../folder.ts'

const page = readFileSync(new URL('../../../../docs/migrations.md', import.meta.url), 'utf8')

/** The fenced blocks of the page that are of this language. */
const blocks = (language: string): readonly string[] =>
  [...page.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].flatMap(([, found, text = '']) => (found === language ? [text] : []))

/** What stands in console blocks: a command, and what it says. */
const sessions = blocks('console').flatMap((block) =>
  block
    .split(/^\$ /m)
    .slice(1)
    .map((session) => {
      const end = session.indexOf('\n')
      return { line: session.slice(0, end).replace(/^motif /, ''), out: session.slice(end + 1).trimEnd() }
    }),
)

it('the page about migrations says what the command says', { timeout: 60_000 }, async () => {
  const [wanted = '', written] = blocks('ts')
  const folder = freshFolder({ 'graph.wanted.ts': wanted })
  await graphFile(
    folder,
    "UNWIND range(1, 3000) AS i CREATE (:Person {id: i, fullName: 'Ada', age: i})",
    'CREATE INDEX person_age FOR (n:Person) ON (n.age)',
    'MATCH (b:Person {id: 1}) WITH b MATCH (a:Person) WHERE a.id IN [2, 3] CREATE (a)-[:KNOWS]->(b)',
  )
  expect(sessions.length).toBeGreaterThan(5)
  for (const { line, out } of sessions) {
    const said = await motif(folder, `${line} --url grafeo:${join(folder, 'air.db')}`)
    expect([line, said.out.trimEnd()]).toEqual([line, out])
  }
  expect(readFileSync(join(folder, 'migrations/0001-people-become-users.ts'), 'utf8')).toBe(written)
})
