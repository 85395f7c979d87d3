import { expect, test } from 'vitest'
import { freshGraph } from '../../src/testing/index.ts'

interface Schema {
  nodes: { User: { properties: { id: number }; out: {}; in: {} } }
  relationships: {}
}

test('every fresh graph is empty and its own', async () => {
  await using first = freshGraph<Schema>()
  await first.create('(u:User {id: 7})').execute()
  await using second = freshGraph<Schema>('grafeo')
  expect(await second.match('(u:User)').return('u.id AS id').run()).toEqual([])
})

test('one in a file works too', async () => {
  await using db = freshGraph<Schema>('grafeo', { file: true })
  await db.create('(u:User {id: 7})').execute()
  await db.sync()
  expect(await db.match('(u:User)').return('u.id AS id').run()).toEqual([{ id: 7 }])
})

test('an engine it cannot make graphs on is named', () => {
  expect(() => freshGraph('oracle')).toThrow('fresh graphs are made on grafeo, not on oracle')
})
