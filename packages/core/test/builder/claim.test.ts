import { expect, test } from 'vitest'
import { Claim } from '../../src/builder/claim.ts'
import type { QueryResult } from '../../src/execute/executor.ts'

const resultTelling = (tell: () => void): QueryResult =>
  ({ onBehalf: () => tell }) as Partial<QueryResult> as QueryResult

test('the result learns that the caller asks, whichever comes first', () => {
  const told: string[] = []
  const before = new Claim()
  before.ask()
  before.on(resultTelling(() => told.push('asked before it was sent')))
  const after = new Claim()
  after.on(resultTelling(() => told.push('asked while it runs')))
  expect(told).toEqual(['asked before it was sent'])
  after.ask()
  expect(told).toEqual(['asked before it was sent', 'asked while it runs'])
})

test('an executor that does not want to know is not told', () => {
  const claim = new Claim()
  claim.on({} as QueryResult)
  expect(() => claim.ask()).not.toThrow()
})
