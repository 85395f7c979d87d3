import { expect, it } from 'vitest'
import type { AuthToken } from '../../../src/auth.ts'
import { sameAuth } from '../../../src/bolt/auth/same-auth.ts'
import { basicAuth, customAuth, noAuth } from '../../../src/bolt/auth/tokens.ts'

const custom = { scheme: 'odd', principal: 'ada', credentials: 'x', realm: 'r', parameters: { a: [1, { b: 2 }] } }

it.each<[string, AuthToken, AuthToken, boolean]>([
  ['made twice', basicAuth('ada', 'x'), basicAuth('ada', 'x'), true],
  ['made by hand', basicAuth('ada', 'x'), { scheme: 'basic', principal: 'ada', credentials: 'x' }, true],
  ['nobody twice', noAuth(), noAuth(), true],
  ['with the same parameters', customAuth(custom), structuredClone(custom), true],
  ['without parameters and with none', customAuth({ scheme: 'odd' }), { scheme: 'odd', parameters: {} }, true],
  ['another password', basicAuth('ada', 'x'), basicAuth('ada', 'y'), false],
  ['another user', basicAuth('ada', 'x'), basicAuth('eve', 'x'), false],
  ['another realm', basicAuth('ada', 'x'), basicAuth('ada', 'x', 'r'), false],
  ['another scheme', basicAuth('ada', 'x'), customAuth({ ...custom, scheme: 'basic' }), false],
  ['another parameter', customAuth(custom), { ...custom, parameters: { a: [1, { b: 3 }] } }, false],
])('%s', (_name, one, other, same) => {
  expect(sameAuth(one, other)).toBe(same)
  expect(sameAuth(other, one)).toBe(same)
})
