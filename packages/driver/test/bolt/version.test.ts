import { describe, expect, it } from 'vitest'
import { versions } from '../../src/bolt/version.ts'

/** The version each feature came with, by the protocol's manual. */
const since = {
  elementIds: 5.0,
  logon: 5.1,
  boltAgent: 5.3,
  telemetry: 5.4,
  statuses: 5.6,
  gqlErrors: 5.7,
  homeDatabase: 5.8,
  vectors: 6.0,
  uuids: 6.1,
} as const

describe('the versions of Bolt', () => {
  it('are these, the newest first', () => {
    expect(versions.map(({ version }) => version)).toEqual('6.1 6.0 5.8 5.7 5.6 5.4 5.3 5.2 5.1 5.0 4.4'.split(' '))
  })

  it('have each feature from the version on that brought it', () => {
    for (const features of versions) {
      for (const [name, version] of Object.entries(since)) {
        expect([features.version, name, features[name as keyof typeof since]]).toEqual([
          features.version,
          name,
          Number(features.version) >= version,
        ])
      }
    }
  })
})
