import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { boltAgent } from '../../src/bolt/bolt-agent.ts'
import { userAgent } from '../../src/bolt/user-agent.ts'

it('names the version that is published', () => {
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
    version: string
  }
  expect(userAgent).toBe(`motif/${manifest.version}`)
})

it('is the product of the agent that HELLO carries besides, whose other entries name machine and language', () => {
  expect(boltAgent).toEqual({
    product: userAgent,
    platform: expect.stringMatching(/^\w+; \w+$/),
    language: 'JavaScript',
    language_details: expect.stringMatching(/^Node\/\d+\.\d+\.\d+ \(v8 .+\)$/),
  })
})
