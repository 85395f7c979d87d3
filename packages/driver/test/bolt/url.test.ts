import { inspect } from 'node:util'
import { GraphError } from '@motif/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseBoltUrl, type BoltUrl } from '../../src/bolt/url.ts'

const local = { host: 'localhost', port: 7687 }

describe('a URL', () => {
  it.each<[string, Partial<BoltUrl>]>([
    [
      'bolt://localhost',
      { scheme: 'bolt', encryption: 'none', address: local, routing: undefined, database: undefined },
    ],
    ['bolt+s://localhost', { encryption: 'checked', routing: undefined }],
    ['bolt+ssc://localhost', { encryption: 'any certificate', routing: undefined }],
    ['neo4j://localhost', { scheme: 'neo4j', encryption: 'none', routing: {} }],
    ['neo4j+s://localhost', { encryption: 'checked', routing: {} }],
    ['neo4j+ssc://localhost', { encryption: 'any certificate', routing: {} }],
    ['BOLT+S://localhost', { scheme: 'bolt+s', encryption: 'checked' }],
    ['bolt://localhost:7688', { address: { host: 'localhost', port: 7688 } }],
    ['bolt://127.0.0.1:1/', { address: { host: '127.0.0.1', port: 1 }, database: undefined }],
    ['bolt://[::1]', { address: { host: '::1', port: 7687 } }],
    ['bolt://[2001:db8::7]:65535', { address: { host: '2001:db8::7', port: 65_535 } }],
    ['bolt://[::ffff:127.0.0.1]', { address: { host: '::ffff:127.0.0.1', port: 7687 } }],
    ['bolt://[fe80::1%25eth0]:7688', { address: { host: 'fe80::1%eth0', port: 7688 } }],
    ['bolt://graph-1_a.example.com.', { address: { host: 'graph-1_a.example.com.', port: 7687 } }],
    ['bolt://gräph.example', { address: { host: 'gräph.example', port: 7687 } }],
    ['bolt://localhost/movies', { database: 'movies' }],
    ['neo4j://localhost/my%20movies?region=eu', { database: 'my movies', routing: { region: 'eu' } }],
    ['neo4j://localhost?policy=eu%26us&region=a=b', { routing: { policy: 'eu&us', region: 'a=b' } }],
    ['neo4j://localhost?', { routing: {} }],
    ['neo4j://localhost?__proto__=x', { routing: Object.fromEntries([['__proto__', 'x']]) }],
  ])('%s', (url, expected) => {
    expect(parseBoltUrl(url)).toMatchObject(expected)
  })

  it.each([
    ['bolt://ada:secret@localhost', 'ada', 'secret'],
    ['bolt://ada:@localhost', 'ada', ''],
    ['bolt://ada:se:cr@et@localhost', 'ada', 'se:cr@et'],
    ['neo4j+s://a%40b:%2F%3F%23%25@localhost/movies?region=eu', 'a@b', '/?#%'],
  ])('%s brings a user', (url, principal, credentials) => {
    const { auth, address } = parseBoltUrl(url)
    expect(auth).toMatchObject({ scheme: 'basic', principal, credentials })
    expect(address).toEqual(local)
  })
})

describe('a mistake is told', () => {
  it.each([
    ['localhost', 'it begins with one of bolt:// bolt+s:// bolt+ssc:// neo4j:// neo4j+s:// neo4j+ssc://'],
    ['localhost:7687', 'it begins with one of'],
    ['bolt:localhost', 'it begins with one of'],
    ['http://localhost', 'it begins with one of'],
    ['bolt+x://localhost', 'it begins with one of'],
    ['bolt://', 'no host stands in it'],
    ['bolt://:7687', 'no host stands in it'],
    ['bolt://ada:secret@', 'no host stands in it'],
    ['bolt://[]:7687', 'no host stands in it'],
    ['bolt://a,b', 'it names one host; give several by the option resolver'],
    ['bolt://a:7687,b:7687', 'it names one host'],
    ['bolt://::1:7687', 'an IPv6 address stands in brackets'],
    ['bolt://2001:db8::7', 'an IPv6 address stands in brackets'],
    ['bolt://[127.0.0.1]', 'its host is no name and no address'],
    ['bolt://[::g]', 'its host is no name and no address'],
    ['bolt://[::1', 'its host is no name and no address'],
    ['bolt://a<b', 'its host is no name and no address'],
    ['bolt://localhost:', 'its port is a number'],
    ['bolt://localhost:0', 'its port is a number'],
    ['bolt://localhost:65536', 'its port is a number'],
    ['bolt://localhost:+7', 'its port is a number'],
    ['bolt://localhost:7.5', 'its port is a number'],
    ['bolt://local host', 'it holds neither spaces nor #'],
    ['bolt://localhost\n', 'it holds neither spaces nor #'],
    ['bolt://localhost#top', 'it holds neither spaces nor #'],
    ['bolt://ada@localhost', 'it names a user without a password'],
    ['bolt://:secret@localhost', 'it names a password without a user'],
    ['bolt://ada:50%@localhost', 'its password has a % that begins no code'],
    ['bolt://localhost/a/b', 'its path is the name of one database'],
    ['bolt://localhost/%zz', 'its database has a %'],
    ['bolt://localhost?policy=eu', 'bolt:// leads to one server and takes no context of routing, here policy'],
    ['bolt://localhost?database=movies', 'database does not stand behind the ?: it is the path, as in //host/movies'],
    ['neo4j://localhost?database=movies', 'database does not stand behind the ?'],
    ['neo4j://localhost?address=x', 'address does not stand behind the ?: the context of routing has that of the host'],
    [
      'neo4j://localhost?password=secret',
      'password does not stand behind the ?: user:password@ stands before the host',
    ],
    ['neo4j://localhost?policy=a&policy=b', 'policy stands in it twice'],
    ['neo4j://localhost?policy', 'behind the ? it has key=value, joined by &'],
    ['neo4j://localhost?policy=', 'behind the ? it has key=value'],
    ['neo4j://localhost?=eu', 'behind the ? it has key=value'],
    ['neo4j://localhost?a=b&', 'behind the ? it has key=value'],
    ['neo4j://localhost?a=%', 'its query has a %'],
    ['bolt://ada:se/cret@localhost', 'an @ stands behind the host'],
    ['bolt://ada:7/cret@localhost', 'an @ stands behind the host; in a user, password or database write % / ?'],
    ['bolt://ada:7?cret@localhost', 'an @ stands behind the host'],
    ['bolt://ada:se#cret@localhost', 'it holds neither spaces nor #'],
    ['bolt://ada:x@1/7@localhost', 'an @ stands behind the host'],
  ])('%s', (url, message) => {
    expect(() => parseBoltUrl(url)).toThrow(GraphError)
    expect(() => parseBoltUrl(url)).toThrow(message)
  })

  it('without any secret, whatever a password is made of', () => {
    const odd = fc.string({
      unit: fc.constantFrom('/', '?', '#', '@', ':', '=', '&', '%', '[', ',', '1', ' '),
      maxLength: 6,
    })
    const scheme = fc.constantFrom('bolt', 'neo4j', 'neo4j+s', 'http', '')
    fc.assert(
      fc.property(scheme, odd, odd, odd, (name, before, after, rest) => {
        const url = `${name}://ada:${before}SECRET${after}@localhost${rest}`
        const told = ((): string => {
          try {
            return inspect(parseBoltUrl(url).auth)
          } catch (error) {
            return inspect(error, { showHidden: true })
          }
        })()
        expect(told.replace(/\n +at [^\n]*/g, '')).not.toContain('SECRET')
      }),
      { numRuns: 2_000 },
    )
  })

  it('for what follows the host as well', () => {
    fc.assert(
      fc.property(fc.string(), (rest) => {
        try {
          expect(parseBoltUrl(`neo4j://localhost${rest}`).scheme).toBe('neo4j')
        } catch (error) {
          expect(error).toMatchObject({ code: 'USAGE', outcome: 'not sent' })
        }
      }),
    )
  })
})
