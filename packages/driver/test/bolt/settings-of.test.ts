import { describe, expect, it } from 'vitest'
import { basicAuth } from '../../src/bolt/auth/tokens.ts'
import type { NetworkOptions } from '../../src/bolt/options.ts'
import { settingsOf } from '../../src/bolt/settings-of.ts'

const settings = (url: string, options: NetworkOptions = {}) => settingsOf({ ...options, url })

describe('settings', () => {
  it('have a value for everything that was left out', () => {
    const { auth, ...others } = settings('bolt://localhost')
    expect(auth.token()).toMatchObject({ scheme: 'none' })
    expect(others).toEqual({
      address: { host: 'localhost', port: 7687 },
      routing: undefined,
      database: undefined,
      tls: undefined,
      userAgent: expect.stringMatching(/^motif\//) as string,
      resolver: undefined,
      connectTimeout: 30_000,
      keepAlive: true,
      pool: { createTimeout: 35_000 },
      fetchSize: 1_000,
      prefetch: true,
      notifications: undefined,
      telemetry: false,
    })
  })

  it('take what is given', async () => {
    const notifications = { minimumSeverity: 'OFF' } as const
    const { auth, tls, resolver, ...others } = settings('neo4j+s://localhost/movies?region=eu', {
      auth: basicAuth('ada', 'secret'),
      userAgent: 'shop/7',
      resolver: () => ['a:1'],
      connectTimeout: 1_000,
      keepAlive: false,
      pool: { max: 7, createTimeout: 2_000 },
      fetchSize: -1,
      prefetch: false,
      notifications,
      telemetry: true,
    })
    expect(auth.token()).toMatchObject({ principal: 'ada' })
    expect(await resolver?.({ host: 'localhost', port: 7687 })).toEqual([{ host: 'a', port: 1 }])
    expect(await tls?.()).toMatchObject({ rejectUnauthorized: true })
    expect(others).toEqual({
      address: { host: 'localhost', port: 7687 },
      routing: { region: 'eu' },
      database: 'movies',
      userAgent: 'shop/7',
      connectTimeout: 1_000,
      keepAlive: false,
      pool: { max: 7, createTimeout: 2_000 },
      fetchSize: -1,
      prefetch: false,
      notifications,
      telemetry: true,
    })
  })

  it('take the user of the URL', () => {
    expect(settings('bolt://ada:secret@localhost').auth.token()).toMatchObject({ credentials: 'secret' })
  })
})

it.each<[string, NetworkOptions, string]>([
  ['bolt://ada:secret@localhost', { auth: basicAuth('eve', 'hidden') }, 'the URL names a user already'],
  ['bolt+s://localhost', { tls: false }, 'the URL asks for encryption'],
  ['bolt://localhost', { connectTimeout: 0 }, 'the option connectTimeout must be a number of milliseconds above 0'],
  ['bolt://localhost', { connectTimeout: Number.NaN }, 'the option connectTimeout must be'],
  ['bolt://localhost', { fetchSize: 0 }, 'the option fetchSize must be a whole number from 1, or -1'],
  ['bolt://localhost', { fetchSize: 1.5 }, 'the option fetchSize must be'],
  ['bolt://localhost', { fetchSize: -2 }, 'the option fetchSize must be'],
])('%s with %j is refused', (url, options, message) => {
  expect(() => settings(url, options)).toThrow(message)
  expect(() => settings(url, options)).not.toThrow(/secret|hidden/)
})
