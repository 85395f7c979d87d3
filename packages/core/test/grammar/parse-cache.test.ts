import { describe, expect, it } from 'vitest'
import { ParseCache, parsed } from '../../src/grammar/parse-cache.ts'
import { parseClause } from '../../src/grammar/parse-clause.ts'
import { parsePattern } from '../../src/grammar/parse-pattern.ts'
import { parseStatement } from '../../src/grammar/parse-statement.ts'
import { problemOf } from './tree.ts'

const object = (): object => ({})
const roomy = { texts: 100, longest: 100, together: 10_000 }

describe('ParseCache', () => {
  it('makes a thing once for a kind and a text', () => {
    const cache = new ParseCache()
    const first = cache.get('where', 'a', object)
    expect(cache.get('where', 'a', object)).toBe(first)
    expect(cache.get('return', 'a', object)).not.toBe(first)
    expect(cache.get('where', 'b', object)).not.toBe(first)
    expect(cache.get('where', 'a', object)).toBe(first)
    expect(cache.size).toBe(2)
  })

  it('holds no more than its limit, and drops first what was not asked for of late', () => {
    const cache = new ParseCache({ ...roomy, texts: 3 })
    const [a, b, c] = ['a', 'b', 'c'].map((text) => cache.get('k', text, object))
    cache.get('k', 'a', object)
    cache.get('k', 'd', object)
    expect(cache.size).toBe(3)
    expect(cache.get('k', 'a', object)).toBe(a)
    expect(cache.get('k', 'c', object)).toBe(c)
    expect(cache.get('k', 'b', object)).not.toBe(b)
    expect(cache.size).toBe(3)
  })

  it('stays within its limit whatever is asked for', () => {
    const cache = new ParseCache({ ...roomy, texts: 10 })
    for (let at = 0; at < 1000; at += 1) {
      cache.get('k', `text ${at}`, object)
      cache.get('k', `text ${at % 7}`, object)
      cache.get(`kind ${at % 3}`, 'shared', object)
      expect(cache.size).toBeLessThanOrEqual(10)
    }
    const kept = cache.get('k', 'text 3', object)
    for (let at = 0; at < 100; at += 1) {
      cache.get('k', `other ${at}`, object)
      expect(cache.get('k', 'text 3', object)).toBe(kept)
    }
  })

  it('keeps no text longer than its bound, and nothing that failed', () => {
    const cache = new ParseCache({ ...roomy, longest: 5 })
    expect(cache.get('k', '123456', object)).not.toBe(cache.get('k', '123456', object))
    expect(cache.get('k', '12345', object)).toBe(cache.get('k', '12345', object))
    const failure = new Error('no')
    const fail = (): never => {
      throw failure
    }
    expect(problemOf(() => cache.get('k', 'bad', fail))).toBe(failure)
    expect(cache.size).toBe(1)
  })

  it('holds no more characters than its bound, under whatever kinds', () => {
    const cache = new ParseCache({ ...roomy, together: 20 })
    for (const text of ['aaaaaaaa', 'bbbbbbbb']) cache.get('k', text, object)
    expect(cache.size).toBe(2)
    cache.get('other', 'bbbbbbbb', object)
    expect(cache.size).toBe(1)
    cache.get('k', 'c', object)
    expect(cache.size).toBe(2)
    cache.get('k', 'd'.repeat(20), object)
    expect(cache.size).toBe(1)
    cache.get('k', 'e'.repeat(21), object)
    expect(cache.size).toBe(0)
    cache.get('k', 'f'.repeat(20), object)
    expect(cache.size).toBe(1)
  })

  it('can be emptied', () => {
    const cache = new ParseCache()
    const first = cache.get('k', 'a', object)
    cache.clear()
    expect(cache.size).toBe(0)
    expect(cache.get('k', 'a', object)).not.toBe(first)
  })
})

describe('the cache of this process', () => {
  it('holds clause texts, patterns and statements side by side', () => {
    parsed.clear()
    const statement = parseStatement('MATCH (u) RETURN u')
    expect(parseStatement('MATCH (u) RETURN u')).toBe(statement)
    expect(parsePattern('(u)')).toBe(parsePattern('(u)'))
    expect(parseClause('match', '(u)')).toBe(parseClause('match', '(u)'))
    expect(parsed.size).toBe(2)
    parsed.clear()
    expect(parseStatement('MATCH (u) RETURN u')).not.toBe(statement)
    expect(parseStatement('MATCH (u) RETURN u')).toEqual(statement)
  })
})
