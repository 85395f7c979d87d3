import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { matrix } from '../../test/engines/capabilities/matrix.ts'

const path = new URL('../../docs/engines.md', import.meta.url)
const [begin, end] = ['<!-- capabilities: written by tools/test/capabilities.test.ts -->', '<!-- /capabilities -->']

// After a change that is meant, `npx vitest run tools/test/capabilities.test.ts -u` writes the table anew. That the
// engines do what it says is tried by test/engines/capabilities.
it('is what docs/engines.md shows', async () => {
  const page = readFileSync(path, 'utf8')
  const from = page.indexOf(begin) + begin.length
  const to = page.indexOf(end)
  expect(to).toBeGreaterThan(from)
  await expect(`${page.slice(0, from)}\n${matrix()}\n${page.slice(to)}`).toMatchFileSnapshot(path.pathname)
})
