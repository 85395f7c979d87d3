import { GraphError } from '@motif/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { socialGraph } from './social-graph.ts'

/** Two texts from one place, as a program gives them that puts a value into text; types are dodged by the cast. */
const fromOnePlace = (first: string, second: string): unknown => {
  const db = socialGraph()
  try {
    for (const text of [first, second]) db.cypher(text as never)
    return undefined
  } catch (error) {
    return error
  }
}
const text = (value: string): string => `MATCH (u:User) WHERE u.name = '${value}' RETURN u.id AS id`

describe('a value in text', () => {
  it.each([
    ['a text', text('Ada'), text('Bob')],
    ['an empty text', text(''), text('Ada')],
    ['a text that ends the literal', text('Ada'), text("' OR 1 = 1 OR u.name = '")],
    ['a number', 'MATCH (u:User) WHERE u.id = 1 RETURN u.id AS id', 'MATCH (u:User) WHERE u.id = 12 RETURN u.id AS id'],
    ['a quoted label', 'MATCH (u:`User`) RETURN u.id AS id', 'MATCH (u:`Post`) RETURN u.id AS id'],
  ])('is refused: %s', (_name, first, second) => {
    const error = fromOnePlace(first, second)
    expect(error).toBeInstanceOf(GraphError)
    expect(error).toMatchObject({
      code: 'USAGE',
      message: expect.stringContaining('a value was put into Cypher text'),
      callSite: expect.stringContaining('refuse-interpolated.test.ts'),
    })
  })
  it('is refused whatever the value is', () => {
    let at = 0
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        fc.pre(a !== b && ![a, b].some((value) => /['\\\n]/.test(value)))
        // All runs come from one place; another name in front keeps a run from being told from the one before it.
        const named = (value: string): string => text(value).replaceAll(/\bu\b/g, `u${at}`)
        at++
        const error = fromOnePlace(named(a), named(b))
        expect(error).toBeInstanceOf(GraphError)
      }),
      { numRuns: 50 },
    )
  })
})

it('leaves two texts alone that part in a word, or come from two places', () => {
  expect(fromOnePlace('MATCH (u:User) RETURN u.id AS id', 'MATCH (u:Post) RETURN u.id AS id')).toBeUndefined()
  const db = socialGraph()
  db.cypher("MATCH (u:User) WHERE u.name = 'Ada' RETURN u.id AS id")
  expect(() => db.cypher("MATCH (u:User) WHERE u.name = 'Bob' RETURN u.id AS id")).not.toThrow()
})

it('does not blame a text for one before it that cannot be read', () => {
  const db = socialGraph()
  const faults = [text("it's"), 'MATCH (u:User) RETURN u.id AS id'].map((each) => {
    try {
      db.cypher(each as never)
      return undefined
    } catch (error) {
      return (error as GraphError).code
    }
  })
  expect(faults).toEqual(['SYNTAX', undefined])
})
