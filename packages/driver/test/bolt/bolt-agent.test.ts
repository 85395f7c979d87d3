import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { boltAgent } from '../../src/bolt/bolt-agent.ts'

it('names the version that is published', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  expect(boltAgent.product).toBe(`motif/${version}`)
})
