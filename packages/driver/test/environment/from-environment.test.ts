import { readFileSync } from 'node:fs'
import { inspect } from 'node:util'
import { GraphError } from '@motif/core'
import { describe, expect, it } from 'vitest'
import { settingsOf } from '../../src/bolt/settings-of.ts'
import { connect } from '../../src/connect.ts'
import { fromEnvironment } from '../../src/environment/index.ts'
import { variableNames } from '../../src/environment/from-environment.ts'

type Variables = Readonly<Record<string, string>>

const url = 'neo4j+s://graph.example.com'

/** Options without what was left open. */
const optionsOf = (environment: Variables): unknown => JSON.parse(JSON.stringify(fromEnvironment(environment).options))

const faultsOf = (environment: Variables): readonly string[] => {
  try {
    fromEnvironment(environment)
  } catch (error) {
    expect(error).toBeInstanceOf(GraphError)
    expect(error).toMatchObject({ code: 'USAGE', outcome: 'not sent' })
    return (error as GraphError).message.split('\n  ').slice(1)
  }
  return []
}

describe('a profile', () => {
  it('for development gives up soon and holds little', () => {
    expect(fromEnvironment({ GRAPH_URL: url }).profile).toBe('development')
    expect(optionsOf({ GRAPH_URL: url })).toEqual({
      connectTimeout: 5_000,
      maxRetryTime: 5_000,
      pool: { max: 10, acquireTimeout: 5_000 },
    })
  })

  it('for production keeps what the driver has by itself, and asks idle connections whether they live', () => {
    expect(optionsOf({ GRAPH_URL: url, GRAPH_PROFILE: 'production' })).toEqual({ pool: { livenessAfter: 60_000 } })
  })

  it.each([
    [{}, 'development'],
    [{ NODE_ENV: 'production' }, 'production'],
    [{ NODE_ENV: 'test' }, 'development'],
    [{ NODE_ENV: 'production', GRAPH_PROFILE: 'development' }, 'development'],
    [{ GRAPH_PROFILE: 'production' }, 'production'],
  ])('of %j is %s', (environment, profile) => {
    expect(fromEnvironment({ GRAPH_URL: url, ...environment }).profile).toBe(profile)
  })
})

describe('variables', () => {
  it('go before the profile', () => {
    const environment = {
      GRAPH_URL: `${url}?region=eu`,
      GRAPH_DATABASE: 'movies',
      GRAPH_POOL_MAX: '7',
      GRAPH_POOL_MIN: '0',
      GRAPH_POOL_ACQUIRE_TIMEOUT: '500ms',
      GRAPH_POOL_IDLE_TIMEOUT: '2m',
      GRAPH_POOL_MAX_LIFETIME: '1h',
      GRAPH_POOL_LIVENESS_AFTER: '30s',
      GRAPH_CONNECT_TIMEOUT: '3s',
      GRAPH_TIMEOUT: '10s',
      GRAPH_MAX_RETRY_TIME: '20s',
      GRAPH_FETCH_SIZE: '250',
      GRAPH_USER_AGENT: 'shop/7',
    }
    expect(fromEnvironment(environment).url).toBe(`${url}?region=eu`)
    expect(optionsOf(environment)).toEqual({
      database: 'movies',
      connectTimeout: 3_000,
      timeout: 10_000,
      maxRetryTime: 20_000,
      fetchSize: 250,
      userAgent: 'shop/7',
      pool: {
        max: 7,
        min: 0,
        acquireTimeout: 500,
        idleTimeout: 120_000,
        maxLifetime: 3_600_000,
        livenessAfter: 30_000,
      },
    })
  })

  it.each([
    [
      { GRAPH_URL: url, GRAPH_USER: 'ada', GRAPH_PASSWORD: ' se cret ' },
      { scheme: 'basic', principal: 'ada', credentials: ' se cret ' },
    ],
    [
      { GRAPH_URL: url, GRAPH_TOKEN: 'secret' },
      { scheme: 'bearer', credentials: 'secret' },
    ],
    [
      { GRAPH_URL: 'bolt://ada:se%20cret@localhost:7688/movies' },
      { scheme: 'basic', principal: 'ada', credentials: 'se cret' },
    ],
  ])('say who asks: %j', (environment, token) => {
    const { url: shown, options } = fromEnvironment(environment)
    expect(options.auth).toMatchObject(token)
    expect(shown).not.toContain('ada')
    expect(settingsOf({ ...options, url: shown }).auth.token()).toMatchObject(token)
    expect(inspect({ shown, options }, { depth: null, showHidden: true })).not.toMatch(/se.{0,3}cret/)
  })

  it.each([
    [{ GRAPH_TLS: 'true' }, true],
    [{ GRAPH_TLS: 'false' }, false],
    [{ GRAPH_TLS_CA: 'ca.pem' }, { ca: 'ca.pem' }],
    [
      { GRAPH_TLS: 'true', GRAPH_TLS_CERT: 'a.pem', GRAPH_TLS_KEY: 'a.key', GRAPH_TLS_PASSPHRASE: 'x' },
      { clientCertificate: { cert: 'a.pem', key: 'a.key', passphrase: 'x' } },
    ],
  ])('say how it is encrypted: %j', (environment, tls) => {
    expect(optionsOf({ GRAPH_URL: 'bolt://localhost', ...environment })).toMatchObject({ tls })
  })

  it('that are empty count as none', () => {
    const environment = { GRAPH_URL: url, GRAPH_USER: '', GRAPH_PASSWORD: '', GRAPH_POOL_MAX: '', GRAPH_PROFILE: '' }
    expect(optionsOf(environment)).toEqual(optionsOf({ GRAPH_URL: url }))
  })

  it('of an embedded graph are few', () => {
    const { url: shown, options } = fromEnvironment({ GRAPH_URL: 'grafeo:./air.db?create=true', GRAPH_TIMEOUT: '10s' })
    expect(shown).toBe('grafeo:./air.db?create=true')
    expect(options).toEqual({ maxRetryTime: 5_000, timeout: 10_000, fetchSize: undefined })
  })

  it('are those of the process where no others are given', () => {
    process.env['GRAPH_URL'] = 'grafeo::memory:'
    try {
      expect(fromEnvironment().url).toBe('grafeo::memory:')
    } finally {
      delete process.env['GRAPH_URL']
    }
  })
})

it('what it gives is what connect takes', async () => {
  const { url: shown, options } = fromEnvironment({ GRAPH_URL: 'grafeo::memory:' })
  await using db = connect(shown, options)
  expect(await db.open()).toMatchObject({ name: 'grafeo' })
})

describe('production', () => {
  const production = (environment: Variables): readonly string[] =>
    faultsOf({ GRAPH_PROFILE: 'production', ...environment })

  it.each([
    { GRAPH_URL: 'neo4j+s://graph.example.com' },
    { GRAPH_URL: 'bolt://localhost' },
    { GRAPH_URL: 'bolt://127.0.0.7:7688' },
    { GRAPH_URL: 'bolt+ssc://[::1]' },
    { GRAPH_URL: 'bolt://graph', GRAPH_TLS: 'true' },
    { GRAPH_URL: 'bolt://graph', GRAPH_TLS_CA: 'ca.pem' },
    { GRAPH_URL: 'bolt://graph', GRAPH_TLS: 'false' },
    { GRAPH_URL: 'grafeo:./air.db' },
  ])('takes %j', (environment) => {
    expect(production(environment)).toEqual([])
  })

  it.each([
    [
      { GRAPH_URL: 'neo4j://graph.example.com' },
      /^GRAPH_URL asks for no encryption, and production needs it: write \+s/,
    ],
    [{ GRAPH_URL: 'bolt://127.example.com' }, /^GRAPH_URL asks for no encryption/],
    [{ GRAPH_URL: 'neo4j+ssc://graph.example.com' }, /^GRAPH_URL believes any certificate \(\+ssc\)/],
  ])('refuses %j, which development takes', (environment, message) => {
    expect(production(environment)).toEqual([expect.stringMatching(message)])
    expect(faultsOf(environment)).toEqual([])
  })
})

describe('a fault', () => {
  it.each<[Variables, string]>([
    [{}, 'GRAPH_URL is missing: it says what to connect to, as in neo4j+s://graph.example.com'],
    [{ GRAPH_URL: '' }, 'GRAPH_URL is missing: it says what to connect to, as in neo4j+s://graph.example.com'],
    [{ GRAPH_URL: 'bolt://graph:0' }, 'GRAPH_URL: its port is a number from 1 to 65535'],
    [{ GRAPH_URL: url, GRAPH_PROFILE: 'staging' }, 'GRAPH_PROFILE must be development or production'],
    [{ GRAPH_URL: url, GRAPH_POOL_MAX: '0' }, 'GRAPH_POOL_MAX must be a whole number from 1'],
    [{ GRAPH_URL: url, GRAPH_POOL_MAX: '7.5' }, 'GRAPH_POOL_MAX must be a whole number from 1'],
    [{ GRAPH_URL: url, GRAPH_POOL_MIN: '-1' }, 'GRAPH_POOL_MIN must be a whole number'],
    [{ GRAPH_URL: url, GRAPH_POOL_MIN: '11' }, 'GRAPH_POOL_MIN is above the most there may be, 10'],
    [{ GRAPH_URL: url, GRAPH_POOL_MIN: '3', GRAPH_POOL_MAX: '2' }, 'GRAPH_POOL_MIN is above the most there may be, 2'],
    [{ GRAPH_URL: url, GRAPH_TIMEOUT: '30' }, 'GRAPH_TIMEOUT must be a time with its unit, as in 500ms, 30s, 5m or 1h'],
    [{ GRAPH_URL: url, GRAPH_TIMEOUT: '0s' }, 'GRAPH_TIMEOUT must be a time'],
    [{ GRAPH_URL: url, GRAPH_FETCH_SIZE: 'all' }, 'GRAPH_FETCH_SIZE must be a whole number from 1'],
    [{ GRAPH_URL: url, GRAPH_TLS: 'yes' }, 'GRAPH_TLS must be true or false'],
    [{ GRAPH_URL: url, GRAPH_TLS: 'false' }, 'GRAPH_TLS: it is false, and the URL asks for encryption'],
    [
      { GRAPH_URL: 'bolt+ssc://graph', GRAPH_TLS_CA: 'ca.pem' },
      'GRAPH_TLS: it says whom to believe, and +ssc in the URL',
    ],
    [
      { GRAPH_URL: 'bolt://graph', GRAPH_TLS: 'false', GRAPH_TLS_CA: 'ca.pem' },
      'GRAPH_TLS is false, and certificates are given',
    ],
    [{ GRAPH_URL: url, GRAPH_TLS_CERT: 'a' }, 'GRAPH_TLS_CERT is set, and GRAPH_TLS_KEY is missing'],
    [{ GRAPH_URL: url, GRAPH_TLS_PASSPHRASE: 'a' }, 'GRAPH_TLS_PASSPHRASE is set, and GRAPH_TLS_KEY is missing'],
    [{ GRAPH_URL: url, GRAPH_USER: 'ada' }, 'GRAPH_USER is set, and GRAPH_PASSWORD is missing'],
    [{ GRAPH_URL: url, GRAPH_PASSWORD: 'secret' }, 'GRAPH_PASSWORD is set, and GRAPH_USER is missing'],
    [
      { GRAPH_URL: url, GRAPH_USER: 'ada', GRAPH_PASSWORD: 'secret', GRAPH_TOKEN: 'secret' },
      'GRAPH_TOKEN and GRAPH_USER are set',
    ],
    [
      { GRAPH_URL: 'bolt://ada:secret@graph', GRAPH_TOKEN: 'secret' },
      'GRAPH_URL names a user, and so does another variable',
    ],
    [
      { GRAPH_URL: 'bolt://graph/movies', GRAPH_DATABASE: 'other' },
      'GRAPH_URL names a database, and so does GRAPH_DATABASE',
    ],
    [
      { GRAPH_URL: 'grafeo:./air.db', GRAPH_POOL_MAX: '3' },
      'GRAPH_POOL_MAX is for servers, and GRAPH_URL leads to none',
    ],
  ])('in %j is told: %s', (environment, message) => {
    expect(faultsOf(environment)).toEqual([expect.stringContaining(message)])
  })

  it('is told with all others', () => {
    const faults = faultsOf({
      GRAPH_URL: 'bolt://a,b',
      GRAPH_POOL_MAX: 'many',
      GRAPH_USER: 'ada',
      GRAPH_TIMEOUT: 'soon',
    })
    expect(faults.map((fault) => /^\w+/.exec(fault)?.[0])).toEqual([
      'GRAPH_POOL_MAX',
      'GRAPH_TIMEOUT',
      'GRAPH_USER',
      'GRAPH_URL',
    ])
  })

  it('is told without any value', () => {
    const secret = 'correct-horse'
    for (const name of variableNames) {
      for (const value of [secret, `bolt://ada:${secret}@graph:${secret}`, `bolt://ada:1/${secret}@graph`]) {
        expect(faultsOf({ GRAPH_URL: 'bolt://graph:0', [name]: value }).join('\n')).not.toContain(secret)
      }
    }
  })
})

it('the page on configuration names every variable', () => {
  const page = readFileSync(new URL('../../../../docs/configuration.md', import.meta.url), 'utf8')
  const named = [...page.matchAll(/^\| `(GRAPH_\w+)`/gm)].map(([, name]) => name)
  expect(named).toEqual(variableNames)
})
