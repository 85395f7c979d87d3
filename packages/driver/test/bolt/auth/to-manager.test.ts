import { expect, it } from 'vitest'
import type { AuthToken } from '../../../src/auth.ts'
import { toManager } from '../../../src/bolt/auth/to-manager.ts'
import { basicAuth } from '../../../src/bolt/auth/tokens.ts'

const unauthorized = 'Neo.ClientError.Security.Unauthorized'

it('one token is the same for ever, and no other can help', () => {
  const token = basicAuth('ada', 'x')
  const manager = toManager(token)
  expect(manager.token()).toBe(token)
  expect(manager.onSecurityFailure(token, unauthorized)).toBe(false)
  expect(manager.token()).toBe(token)
})

it('a manager stays as it is', () => {
  const manager = { token: () => basicAuth('ada', 'x'), onSecurityFailure: () => true }
  expect(toManager(manager)).toBe(manager)
})

it('nothing is nobody', () => {
  expect(toManager(undefined).token()).toMatchObject({ scheme: 'none' })
})

it('anything else is refused', () => {
  expect(() => toManager({ user: 'ada', password: 'x' } as unknown as AuthToken)).toThrow(
    'the option auth is basicAuth(user, password), another token, or an AuthManager',
  )
})
