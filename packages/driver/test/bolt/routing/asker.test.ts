import { expect, test } from 'vitest'
import { asker } from '../../../src/bolt/routing/asker.ts'

const basic = (principal: string, credentials: string) => ({ scheme: 'basic', principal, credentials })
const bearer = (credentials: string) => ({ scheme: 'bearer', credentials })

test('a user is the same with any password, and as one whose rights are lent', () => {
  expect(asker({ auth: basic('ann', 'old') })).toBe(asker({ auth: basic('ann', 'new') }))
  expect(asker({ impersonatedUser: 'ann', auth: basic('bob', 'x') })).toBe(asker({ auth: basic('ann', 'x') }))
})

test('users, tokens, realms and parameters are told apart', () => {
  const all = [
    asker({}),
    asker({ auth: basic('ann', 'x') }),
    asker({ auth: basic('bob', 'x') }),
    asker({ auth: { ...basic('ann', 'x'), realm: 'r' } }),
    asker({ auth: bearer('one') }),
    asker({ auth: bearer('two') }),
    asker({ auth: { scheme: 'custom', principal: 'ann', parameters: { a: 1n } } }),
    asker({ auth: { scheme: 'custom', principal: 'ann', parameters: { a: 2n } } }),
  ]
  expect(new Set(all).size).toBe(all.length)
})

test('no secret stands in the name', () => {
  const token = bearer('very-secret')
  expect(asker({ auth: token })).not.toContain('very-secret')
  expect(asker({ auth: token })).toBe(asker({ auth: bearer('very-secret') }))
})
