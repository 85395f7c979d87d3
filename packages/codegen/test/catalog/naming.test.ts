import { describe, expect, it } from 'vitest'
import { NamePool } from '../../src/catalog/name-pool.ts'
import { camelCase, namePatternFault, namesOf, pascalCase } from '../../src/catalog/naming.ts'

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
    const pool = new NamePool(undefined)
    expect(pool.take('node', 'User')).toBe('User')
    expect(pool.take('node', 'USER')).toBe('USER2')
    expect(pool.take('relationship', 'User', 'UserRelationship')).toBe('UserRelationship')
    expect(pool.take('relationship', 'User', 'UserRelationship')).toBe('UserRelationship2')
  })

  it('keeps what is made from names apart, too, and from what a file says besides', () => {
    const pool = new NamePool({ node: '{Name}' })
    expect(pool.take('node', 'User')).toBe('User')
    expect(pool.take('node', 'UserProperties')).toBe('UserProperties2')
    expect(pool.take('node', 'Schema')).toBe('Schema2')
    expect(pool.take('node', 'Point')).toBe('Point2')
  })

  it('follow patterns', () => {
    expect(namesOf('User', 'node')).toEqual({
      element: 'UserNode',
      properties: 'UserProperties',
      validator: 'userSchema',
    })
    expect(namesOf('User', 'relationship').element).toBe('UserRelationship')
    expect(namesOf('User', 'node', { node: 'I{Name}', properties: '{Name}Props', validator: 'z{Name}' })).toEqual({
      element: 'IUser',
      properties: 'UserProps',
      validator: 'zUser',
    })
    expect(['{Name}', 'T{Name}', '{name}Schema', '$_{Name}9'].map(namePatternFault)).toEqual(
      Array.from({ length: 4 }, () => undefined),
    )
    for (const wrong of ['', 'Name', '{name}', '{Name}{Name}', '9{Name}', '{Name}-x', '{NAME}'])
      expect(namePatternFault(wrong)).toBe('a pattern has {Name} or {name} once, and letters, digits, _ or $ around it')
  })
})
