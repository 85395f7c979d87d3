import { cypher, GraphError, label, propertyKey, relationshipType } from '@motif/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseStatement } from '../../src/grammar/parse-statement.ts'
import { socialGraph } from '../builder/social-graph.ts'

describe('the cypher tag', () => {
  it('makes values parameters and quotes names where they need it', () => {
    const text = cypher`MATCH (n:${label('my label')})-[:${relationshipType('KNOWS')}]->() WHERE n.${propertyKey('a`b')} = ${3} RETURN n`
    expect(text.text).toBe('MATCH (n:`my label`)-[:KNOWS]->() WHERE n.`a``b` = $v1 RETURN n')
    expect(text.values).toEqual({ v1: 3 })
  })
  it('numbers the values of a text inside a text anew', () => {
    const inner = cypher`n.id = ${1} OR n.id = ${2}`
    const outer = cypher`MATCH (n) WHERE n.name = ${'x'} AND (${inner}) RETURN n`
    expect(outer.text).toBe('MATCH (n) WHERE n.name = $v1 AND (n.id = $v2 OR n.id = $v3) RETURN n')
    expect(outer.values).toEqual({ v1: 'x', v2: 1, v3: 2 })
  })
  it('leaves alone what looks like a parameter in a literal or a comment', () => {
    const inner = cypher`n.price = '$v1' /* $v1 */ AND n.id = ${1}`
    expect(cypher`MATCH (n) WHERE n.name = ${'x'} AND ${inner} RETURN n`).toMatchObject({
      text: "MATCH (n) WHERE n.name = $v1 AND n.price = '$v1' /* $v1 */ AND n.id = $v2 RETURN n",
      values: { v1: 'x', v2: 1 },
    })
  })
  it('is refused when it is not called as a tag', () => {
    expect(() => (cypher as (text: unknown) => unknown)('MATCH (n) RETURN n')).toThrow(GraphError)
  })
  it('refuses a value that is undefined', () => {
    expect(() => cypher`MATCH (n {id: ${undefined}}) RETURN n`).toThrow('hole 1')
  })
  it.each(['', '\0', 'a\\u0060b'])('refuses a name that cannot be quoted: %j', (name) => {
    expect(() => cypher`MATCH (n:${label(name)}) RETURN n`).toThrow(GraphError)
  })
})

it('stated text asks for its parameters, not for what looks like one in a literal or a comment', () => {
  const text = "RETURN 'costs $price' AS x, $n AS n, $`my n` AS m // in $"
  expect(socialGraph().cypher.as(text).compile()).toMatchObject({
    text,
    parameters: [{ name: 'n' }, { name: 'my n' }],
  })
})

it('no name and no value changes the structure of a text', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'binary' }), fc.string(), (name, value) => {
      fc.pre(!name.includes('\0') && !/\\u/i.test(name))
      const query = socialGraph().cypher(cypher`MATCH (n:${label(name)}) WHERE n.name = ${value} RETURN n.name AS name`)
      const { text, params } = query.compile()
      expect(params).toEqual({ v1: value })
      expect(parseStatement(text)).toMatchObject([
        { kind: 'match', patterns: [{ elements: [{ labels: { kind: 'label', name } }] }] },
        { kind: 'where' },
        { kind: 'return' },
      ])
    }),
  )
})
