import { inspect } from 'node:util'
import { amend, GraphError } from '@motif/core'
import { describe, expect, it } from 'vitest'

const error = new GraphError('CONSTRAINT', 'a User with the same id exists already', {
  label: 'User',
  properties: ['id'],
  values: { id: 'hunter2' },
  issues: [{ path: ['id'], message: 'hunter2 is taken' }],
  params: { p1: 'hunter2' },
  outcome: 'rolled back',
  cause: 'the engine',
})

describe('amend', () => {
  it('keeps what is not told otherwise, and where it was thrown', () => {
    const changed = amend(error, { outcome: 'unknown' })
    expect(changed).toMatchObject({ code: 'CONSTRAINT', message: error.message, label: 'User', outcome: 'unknown' })
    expect(changed).toMatchObject({ properties: ['id'], fault: 'caller', retryable: false, cause: 'the engine' })
    expect([changed.params, changed.values, changed.issues]).toEqual([error.params, error.values, error.issues])
    expect(changed.stack).toBe(error.stack)
  })

  it('has a stack of its own with a message of its own', () => {
    const changed = amend(error, { message: 'the order was not placed', code: 'CONFLICT' })
    expect(changed).toMatchObject({ code: 'CONFLICT', message: 'the order was not placed' })
    expect(changed.stack).not.toBe(error.stack)
  })

  it('shows no values where an error is shown', () => {
    for (const shown of [error, amend(error, {}), amend(error, { message: 'another' })]) {
      expect(inspect(shown, { depth: 9 })).not.toContain('hunter2')
      expect(JSON.stringify(shown)).not.toContain('hunter2')
      expect(String(shown)).not.toContain('hunter2')
    }
  })
})
