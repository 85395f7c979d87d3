import { expect, test } from 'vitest'
import { enterScope, levelOf, scopeOf } from '../../src/transaction/scope.ts'

const transaction = { ended: false }
const owner = {}
const level = {}

test('everything that work starts is in its scope, also later', async () => {
  const seen = await enterScope({ owner, transaction, level }, async () => {
    await new Promise((resolve) => setTimeout(resolve, 5))
    return [scopeOf(owner)?.transaction, levelOf(transaction)]
  })
  expect(seen).toEqual([transaction, level])
  expect(scopeOf(owner)).toBeUndefined()
})

test('scopes of different databases do not hide each other', () => {
  const other = {}
  enterScope({ owner, transaction, level }, () =>
    enterScope({ owner: other, transaction: { ended: false }, level: undefined }, () => {
      expect(scopeOf(owner)?.transaction).toBe(transaction)
      expect(scopeOf({})).toBeUndefined()
    }),
  )
})

test('code can step out of the scope of one database', () => {
  enterScope({ owner, transaction, level }, () =>
    enterScope({ owner, transaction: undefined, level: undefined }, () => expect(scopeOf(owner)).toBeUndefined()),
  )
})

test('a transaction that has ended holds nobody', () => {
  enterScope({ owner, transaction: { ended: true }, level }, () => expect(scopeOf(owner)).toBeUndefined())
})
