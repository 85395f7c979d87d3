import { GraphError } from '@motif/core'
import { describe, expect, it } from 'vitest'
import { type ProvidedToken, refreshingAuth, type RefreshingOptions } from '../../../src/bolt/auth/refreshing-auth.ts'
import { basicAuth, bearerAuth } from '../../../src/bolt/auth/tokens.ts'

const security = 'Neo.ClientError.Security.'

/** A manager whose tokens are numbered, and a clock that is set by hand. */
const made = (token: (number: number) => ProvidedToken, options: Partial<RefreshingOptions> = {}) => {
  const clock = { now: 1_000 }
  const calls = { count: 0 }
  const provide = (): Promise<ProvidedToken> => Promise.resolve(token(++calls.count))
  return { clock, calls, manager: refreshingAuth({ provide, ...options }, () => clock.now) }
}

const bearer = (expiresAt?: Date | number) => (number: number) => ({ token: bearerAuth(`t${number}`), expiresAt })

describe('a token', () => {
  it('is got once, and then given at once', async () => {
    const { manager, calls } = made(bearer())
    const first = await manager.token()
    expect(first.credentials).toBe('t1')
    expect(manager.token()).toBe(first)
    expect(calls.count).toBe(1)
  })

  it('is got once for all who wait for it', async () => {
    const { manager, calls } = made(bearer())
    const all = await Promise.all([manager.token(), manager.token(), manager.token()])
    expect(new Set(all).size).toBe(1)
    expect(calls.count).toBe(1)
  })

  it.each([
    ['milliseconds', 2_000],
    ['a moment', new Date(2_000)],
  ])('is good until it expires, by %s', async (_name, expiresAt) => {
    const { manager, clock, calls } = made((number) => ({
      token: bearerAuth(`t${number}`),
      expiresAt: number === 1 ? expiresAt : undefined,
    }))
    await manager.token()
    clock.now = 2_000
    expect(await manager.token()).toMatchObject({ credentials: 't1' })
    clock.now = 2_001
    const renewed = await Promise.all([manager.token(), manager.token()])
    expect(renewed.map(({ credentials }) => credentials)).toEqual(['t2', 't2'])
    expect(calls.count).toBe(2)
  })
})

describe('a refusal by a server', () => {
  it.each([
    ['a bearer token', 'TokenExpired', bearer(), true],
    ['a bearer token', 'Unauthorized', bearer(), true],
    ['a bearer token', 'AuthorizationExpired', bearer(), false],
    ['a bearer token', 'Forbidden', bearer(), false],
    ['a basic token', 'Unauthorized', (n: number) => ({ token: basicAuth('ada', `p${n}`) }), true],
    ['a basic token', 'TokenExpired', (n: number) => ({ token: basicAuth('ada', `p${n}`) }), false],
  ])('of %s as %s', async (_name, code, token, helps) => {
    const { manager, calls } = made(token)
    const first = await manager.token()
    expect(manager.onSecurityFailure(first, `${security}${code}`)).toBe(helps)
    const next = await manager.token()
    expect(next === first).toBe(!helps)
    expect(calls.count).toBe(helps ? 2 : 1)
  })

  it('of a token that was replaced already renews nothing', async () => {
    const { manager, calls } = made(bearer())
    const first = await manager.token()
    expect(manager.onSecurityFailure(first, `${security}TokenExpired`)).toBe(true)
    const second = await manager.token()
    expect(manager.onSecurityFailure(first, `${security}TokenExpired`)).toBe(true)
    expect(manager.token()).toBe(second)
    expect(calls.count).toBe(2)
  })

  it('with codes of the caller counts for those alone', async () => {
    const { manager } = made((n) => ({ token: basicAuth('ada', `p${n}`) }), { codes: [`${security}TokenExpired`] })
    const first = await manager.token()
    expect(manager.onSecurityFailure(first, `${security}Unauthorized`)).toBe(false)
    expect(manager.onSecurityFailure(first, `${security}TokenExpired`)).toBe(true)
  })
})

describe('a token that cannot be had', () => {
  const outcome = async (work: () => unknown): Promise<unknown> => {
    try {
      return await work()
    } catch (error) {
      return error
    }
  }

  it.each([
    ['rejects', () => Promise.reject(new Error('down'))],
    [
      'throws',
      () => {
        throw new Error('down')
      },
    ],
  ])('fails whoever waits when provide %s, and is asked for again', async (_name, failing) => {
    let calls = 0
    const manager = refreshingAuth({
      provide: () => (++calls === 1 ? failing() : { token: bearerAuth('t') }),
    })
    const both = await Promise.all([outcome(() => manager.token()), outcome(() => manager.token())])
    for (const error of both) {
      expect(error).toBeInstanceOf(GraphError)
      expect(error).toMatchObject({ code: 'AUTHENTICATION', outcome: 'not sent', cause: { message: 'down' } })
    }
    expect(calls).toBe(1)
    expect(await manager.token()).toMatchObject({ credentials: 't' })
  })

  it.each([
    ['nothing', undefined],
    ['a bare token', bearerAuth('t')],
    ['an expiry that is no time', { token: bearerAuth('t'), expiresAt: Number.NaN }],
    ['an invalid moment', { token: bearerAuth('t'), expiresAt: new Date('soon') }],
  ])('%s is refused', async (_name, answer) => {
    const manager = refreshingAuth({ provide: () => answer as ProvidedToken })
    expect(await outcome(() => manager.token())).toMatchObject({ code: 'USAGE' })
  })
})
