import { describe, expect, it } from 'vitest'
import { camelCase, NamePool, pascalCase } from '../../src/catalog/naming.ts'

describe('names made from labels', () => {
  it.each([
    ['User', 'User'],
    ['ACTED_IN', 'ActedIn'],
    ['actedIn', 'ActedIn'],
    ['my label', 'MyLabel'],
    ['URL', 'Url'],
    ['USAirport', 'USAirport'],
    ['3D model', 'N3DModel'],
    ['Straße', 'Straße'],
    ['ünïcode-label', 'ÜnïcodeLabel'],
    ['नमस्ते', 'नमस्ते'],
    ['🎉', 'Unnamed'],
    ['', 'Unnamed'],
    ["it's `odd`", 'ItSOdd'],
  ])('%j gives %s', (label, name) => {
    expect(pascalCase(label)).toBe(name)
  })

  it('begins validators small', () => {
    expect(camelCase('ActedIn')).toBe('actedIn')
  })

  it('hands a name out once, whatever its case', () => {
    const pool = new NamePool()
    expect(pool.take('User')).toBe('User')
    expect(pool.take('USER')).toBe('USER2')
    expect(pool.take('User', 'UserRelationship')).toBe('UserRelationship')
    expect(pool.take('User', 'UserRelationship')).toBe('UserRelationship2')
  })
})
