import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { userAgent } from '../../src/bolt/user-agent.ts'

it('names the version that is published', () => {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  expect(userAgent).toBe(`motif/${(JSON.parse(manifest) as { version: string }).version}`)
})
