import { expect, test } from 'vitest'
import { HomeDatabases } from '../../../src/bolt/routing/home-databases.ts'

test('the user asked for longest ago goes when there are too many', () => {
  const homes = new HomeDatabases(2)
  homes.set('ann', 'one')
  homes.set('bob', 'two')
  expect(homes.get('ann')).toBe('one')
  homes.set('cid', 'three')
  expect(['ann', 'bob', 'cid'].map((user) => homes.get(user))).toEqual(['one', undefined, 'three'])
})

test('a home that is told again replaces the old one', () => {
  const homes = new HomeDatabases(2)
  homes.set('ann', 'one')
  homes.set('ann', 'two')
  expect(homes.get('ann')).toBe('two')
})

test('a database that is gone is nobody’s home', () => {
  const homes = new HomeDatabases()
  homes.set('ann', 'one')
  homes.set('bob', 'one')
  homes.set('cid', 'two')
  homes.forget('one')
  expect(['ann', 'bob', 'cid'].map((user) => homes.get(user))).toEqual([undefined, undefined, 'two'])
})
