import { expect, test } from 'vitest'
import { directRouter } from '../../../src/bolt/routing/direct-router.ts'
import { at } from './support.ts'

test('everything goes to the one server, whatever was reported of it', () => {
  const router = directRouter(at('a'))
  router.report(at('a'), 'adb', 'unreachable')
  router.report(at('a'), 'adb', 'not a leader')
  const route = { address: at('a'), database: 'adb', table: 'adb', guessed: false }
  expect(router.pick({ access: 'write', database: 'adb' })).toEqual(route)
  expect(router.pick({ access: 'read' })).toMatchObject({ address: at('a'), database: undefined })
  expect(router.next(route, 'write')).toBeUndefined()
})
