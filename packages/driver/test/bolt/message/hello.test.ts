import { describe, expect, it } from 'vitest'
import { helloFields, logonFields } from '../../../src/bolt/message/hello.ts'
import { featuresOf } from '../support.ts'

const boltAgent = { product: 'motif/1', platform: 'linux; x64', language: 'JavaScript', language_details: 'Node.js/20' }
const auth = { scheme: 'basic', principal: 'neo4j', credentials: 'secret' }
const routing = { address: 'example.com:7687' }
const hello = { userAgent: 'app/1', boltAgent, auth, routing, notifications: { minimumSeverity: 'OFF' } } as const
const plain = { userAgent: 'app/1', boltAgent, auth, routing: undefined, notifications: undefined }

describe('HELLO', () => {
  it('in Bolt 4.4 carries who asks, and asks for moments in UTC', () => {
    expect(helloFields(featuresOf('4.4'), plain)).toEqual([{ user_agent: 'app/1', patch_bolt: ['utc'], ...auth }])
  })

  it('in Bolt 5.0 needs to ask for nothing', () => {
    expect(helloFields(featuresOf('5.0'), { ...plain, routing })).toEqual([{ user_agent: 'app/1', routing, ...auth }])
  })

  it('from 5.1 on leaves who asks to LOGON, from 5.3 on names the client', () => {
    expect(helloFields(featuresOf('5.1'), plain)).toEqual([{ user_agent: 'app/1' }])
    expect(helloFields(featuresOf('5.4'), hello)).toEqual([
      { user_agent: 'app/1', bolt_agent: boltAgent, routing, notifications_minimum_severity: 'OFF' },
    ])
  })
})

describe('LOGON', () => {
  it('says what the scheme needs, and nothing else', () => {
    expect(logonFields({ scheme: 'none' })).toEqual([{ scheme: 'none' }])
    expect(logonFields({ scheme: 'bearer', credentials: 'token', parameters: {} })).toEqual([
      { scheme: 'bearer', credentials: 'token' },
    ])
    expect(logonFields({ ...auth, realm: 'native', parameters: { otp: 1 } })).toEqual([
      { ...auth, realm: 'native', parameters: { otp: 1 } },
    ])
  })
})
