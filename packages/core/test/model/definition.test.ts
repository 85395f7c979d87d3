import { defineSchema, GraphError } from '@motif/core'
import { describe, expect, test } from 'vitest'
import { noDeclarations } from '../../src/model/declaration.ts'
import { definitionOf } from '../../src/model/definition.ts'

const schema = defineSchema({
  nodes: {
    User: { key: ['id'], properties: { id: 'integer', full_name: 'string', age: 'integer?', version: 'integer' } },
    Admin: { properties: { id: 'integer', level: 'integer' } },
    Post: { key: ['tenant', 'id'], properties: { tenant: 'string', id: 'integer' } },
    Comment: { properties: { text: 'string' } },
  },
  relationships: {
    FOLLOWS: { from: ['User'], to: ['User'], properties: { since: 'date' } },
    LIKES: { from: ['User'], to: ['Post', 'Comment'], properties: { stars: 'integer?' } },
    BANNED: { from: ['Admin'], to: ['User'], properties: {} },
    ON: {
      from: ['Comment', 'Post'],
      to: ['Post', 'User'],
      pairs: [
        ['Comment', 'Post'],
        ['Post', 'User'],
      ],
      properties: {},
    },
  },
})

const refused = (declarations: object, labels: readonly string[] = ['User']): string => {
  try {
    definitionOf(schema, { User: declarations }, labels)
  } catch (error) {
    expect(error).toBeInstanceOf(GraphError)
    expect(error).toMatchObject({ code: 'USAGE', outcome: 'not sent' })
    return (error as GraphError).message
  }
  throw new Error('it was not refused')
}

describe('what a model goes by', () => {
  test('is the schema, where nothing is declared', () => {
    const user = definitionOf(schema, noDeclarations, ['User'])
    expect([...user.fields.keys()]).toEqual(['id', 'full_name', 'age', 'version'])
    expect(user.fields.get('age')).toEqual({ name: 'age', property: 'age', type: { kind: 'integer', nullable: true } })
    expect(user.key.map(({ name }) => name)).toEqual(['id'])
    expect(user.version).toBeUndefined()
    expect([...user.relations].map(([name, { direction, far, one }]) => [name, direction, far, one])).toEqual([
      ['FOLLOWS', 'out', ['User'], false],
      ['<FOLLOWS', 'in', ['User'], false],
      ['LIKES', 'out', ['Post', 'Comment'], false],
      ['<BANNED', 'in', ['Admin'], false],
      ['<ON', 'in', ['Post'], false],
    ])
    expect(user.relations.get('LIKES')?.fields.get('stars')?.type).toEqual({ kind: 'integer', nullable: true })
  })

  test('keeps to the pairs of a type', () => {
    expect(definitionOf(schema, noDeclarations, ['Post']).relations.get('ON')?.far).toEqual(['User'])
    expect(definitionOf(schema, noDeclarations, ['Comment']).relations.get('ON')?.far).toEqual(['Post'])
  })

  test('takes what is declared', () => {
    const createdAt = (): number => 1
    const declared = {
      key: ['full_name', 'age'],
      version: 'version',
      fields: { fullName: 'full_name' },
      relations: { followers: '<FOLLOWS', boss: { type: 'FOLLOWS', one: true } },
      defaults: { age: 18 },
      generated: { id: createdAt },
      updated: { age: createdAt },
      hooks: { before: {} },
    }
    const user = definitionOf(schema, { User: declared }, ['User'])
    expect([...user.fields.keys()]).toEqual(['id', 'fullName', 'age', 'version'])
    expect(user.key.map(({ name, property }) => [name, property])).toEqual([
      ['fullName', 'full_name'],
      ['age', 'age'],
    ])
    expect(user.version?.name).toBe('version')
    expect(user.relations.get('followers')).toMatchObject({ type: 'FOLLOWS', direction: 'in', one: false })
    expect(user.relations.get('boss')).toMatchObject({ type: 'FOLLOWS', direction: 'out', one: true })
    expect(user.relations.get('FOLLOWS')?.one).toBe(false)
    expect(user).toMatchObject({ defaults: { age: 18 }, generated: { id: createdAt }, updated: { age: createdAt } })
    expect(user.hooks).toBe(declared.hooks)
    expect(Object.isFrozen(user)).toBe(true)
  })

  test('is what all of several labels have', () => {
    const both = definitionOf(schema, { Admin: { version: 'level' } }, ['User', 'Admin'])
    expect([...both.fields.keys()]).toEqual(['id', 'full_name', 'age', 'version', 'level'])
    expect(both.relations.has('BANNED') && both.relations.has('FOLLOWS')).toBe(true)
    expect(both.key.map(({ name }) => name)).toEqual(['id'])
    expect(both.version?.name).toBe('level')
    expect(both.name).toBe('User & Admin')
  })

  test('is made once', () => {
    const declarations = {}
    const made = definitionOf(schema, declarations, ['User'])
    expect(definitionOf(schema, declarations, ['User'])).toBe(made)
    expect(definitionOf(schema, {}, ['User'])).not.toBe(made)
    expect(definitionOf(schema, declarations, ['Admin'])).not.toBe(made)
  })
})

describe('what is not there is refused, naming what is', () => {
  test.each([
    [{ version: 'revision' }, "User: version names 'revision', which is no property: id, full_name, age, version"],
    [{ key: 'nope' }, "User: key names 'nope', which is no property: id, full_name, age, version"],
    [{ key: ['id', '__proto__'] }, "User: key names '__proto__', which is no property: id, full_name, age, version"],
    [
      { fields: { fullName: 'fullname' } },
      "User: fields names the property 'fullname', which is not there: id, full_name, age, version",
    ],
    [{ fields: { a: 'age', b: 'age' } }, "User: fields gives the property 'age' two names"],
    [{ fields: { id: 'age' } }, "User: fields gives two properties the name 'id'"],
    [
      { relations: { posts: 'WROTE' } },
      "User: the relation 'posts' names the type 'WROTE', which is not at it: FOLLOWS, <FOLLOWS, LIKES, <BANNED, <ON",
    ],
    [
      { relations: { a: 'FOLLOWS', b: 'a' } },
      "User: the relation 'b' names the type 'a', which is not at it: FOLLOWS, <FOLLOWS, LIKES, <BANNED, <ON",
    ],
    [{ relations: { age: 'FOLLOWS' } }, "User: the relation 'age' has the name of a property"],
    [{ defaults: { role: 1 } }, "User: defaults names 'role', which is no property: id, full_name, age, version"],
    [
      { verison: 'version' },
      "the declaration of User says 'verison', which is none of key, version, fields, relations, defaults, generated, updated, supplied, validate, hooks",
    ],
  ])('%j', (declarations, message) => {
    expect(refused(declarations)).toBe(message)
  })

  test('a label', () => {
    expect(refused({}, ['Usr'])).toBe("the schema has no label 'Usr': there is User, Admin, Post, Comment")
    expect(refused({}, ['User', 'constructor'])).toContain("no label 'constructor'")
    expect(refused({}, [])).toBe('model() takes a label')
  })

  test('a schema', () => {
    expect(() => definitionOf(undefined, noDeclarations, ['User'])).toThrow('models go by the run-time schema')
  })
})
