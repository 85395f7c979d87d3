import { describe, expect, it } from 'vitest'
import {
  beginFields,
  discardFields,
  pullFields,
  routeFields,
  runFields,
  telemetryFields,
} from '../../../src/bolt/message/fields.ts'
import { featuresOf } from '../support.ts'

const transaction = {
  access: 'read',
  timeout: 1500.2,
  metadata: { app: 'air' },
  bookmarks: ['bm:1', 'bm:2'],
  database: 'air',
  impersonatedUser: 'alice',
} as const

describe('RUN', () => {
  it('inside a transaction says the statement alone', () => {
    expect(runFields(featuresOf('5.4'), { text: 'RETURN $x', params: { x: 1 } })).toEqual(['RETURN $x', { x: 1 }, {}])
  })

  it('outside one carries what its own transaction is begun with', () => {
    expect(runFields(featuresOf('4.4'), { text: 'RETURN 1', params: {}, transaction })).toEqual([
      'RETURN 1',
      {},
      {
        bookmarks: ['bm:1', 'bm:2'],
        tx_timeout: 1501,
        tx_metadata: { app: 'air' },
        mode: 'r',
        db: 'air',
        imp_user: 'alice',
      },
    ])
  })
})

describe('BEGIN', () => {
  it('leaves out what is the default', () => {
    expect(beginFields(featuresOf('5.8'), { access: 'write', bookmarks: [] })).toEqual([{}])
  })

  it.each([
    ['5.2', 'notifications_disabled_categories'],
    ['5.4', 'notifications_disabled_categories'],
    ['5.6', 'notifications_disabled_classifications'],
    ['6.1', 'notifications_disabled_classifications'],
  ])('in Bolt %s names what is not wanted by %s', (version, name) => {
    const notifications = { minimumSeverity: 'WARNING', disabledCategories: ['HINT'] } as const
    expect(beginFields(featuresOf(version), { access: 'write', notifications })).toEqual([
      { notifications_minimum_severity: 'WARNING', [name]: ['HINT'] },
    ])
  })

  it.each(['4.4', '5.0', '5.1'])(
    'in Bolt %s refuses a filter by name, since the server would not obey it',
    (version) => {
      const notifications = { minimumSeverity: 'OFF' } as const
      expect(() => beginFields(featuresOf(version), { access: 'write', notifications })).toThrow(
        expect.objectContaining({ code: 'UNSUPPORTED_FEATURE', message: expect.stringContaining(`Bolt ${version}`) }),
      )
      expect(beginFields(featuresOf(version), { access: 'write', notifications: {} })).toEqual([{}])
    },
  )
})

describe('a timeout', () => {
  it.each([-1, Number.NaN])('of %d is refused, the server would take it for something else', (timeout) => {
    expect(() => beginFields(featuresOf('5.4'), { access: 'read', timeout })).toThrow(
      expect.objectContaining({ code: 'USAGE', outcome: 'not sent' }),
    )
  })
})

describe('the others', () => {
  it('PULL and DISCARD name the result only where several may be open', () => {
    expect(pullFields(1000, undefined)).toEqual([{ n: 1000 }])
    expect(pullFields(-1, 0)).toEqual([{ n: -1, qid: 0 }])
    expect(discardFields(undefined)).toEqual([{ n: -1 }])
    expect(discardFields(7)).toEqual([{ n: -1, qid: 7 }])
  })

  it('TELEMETRY is a number', () => {
    expect(telemetryFields(2)).toEqual([2])
  })

  it('ROUTE carries the context, bookmarks and whose home database is meant', () => {
    const context = { address: 'example.com:7687', region: 'eu' }
    expect(routeFields({ context })).toEqual([context, [], {}])
    expect(routeFields({ context, bookmarks: ['bm:1'], database: 'air', impersonatedUser: 'alice' })).toEqual([
      context,
      ['bm:1'],
      { db: 'air', imp_user: 'alice' },
    ])
  })
})
