import { $, createGraph, declareFunction, filter, isType, listOf, neo4j } from '@motif/core'
import * as f from '@motif/core/functions'
import { recordingExecutor } from '@motif/core/testing'
import { describe, expect, it } from 'vitest'
import type { Social } from '../../../../test/engines/golden/social.ts'

const db = createGraph<Social>({ executor: recordingExecutor({ dialect: neo4j }) })

describe('the element of a list', () => {
  it('has a name of its own in each list', () => {
    const { text } = db
      .match('(p:Post)')
      .return(({ p }) => ({ x: listOf(p.tags, (a) => filter(p.tags, (b) => b.ne(a))) }))
      .compile()
    expect(text).toContain('[each IN p.tags | [each1 IN p.tags WHERE each1 <> each]]')
  })
  it('gives way to a name that the callback asks for, before or after it', () => {
    const before = db.match('(total:User), (p:Post)').return(({ p, total }) => ({
      x: listOf(p.tags, (a) => a.plus(total.name)),
    }))
    expect(before.compile().text).toContain('[each IN p.tags | each + total.name]')
    const taken = db.match('(each:User), (p:Post)').return((names) => ({
      x: listOf(names.p.tags, (a) => a.plus(names.each.name)),
    }))
    expect(taken.compile().text).toContain('[each1 IN p.tags | each1 + each.name]')
  })
  it('is not bound again by a pattern inside', () => {
    const query = () =>
      db.match('(p:Post)').return(({ p }, graph) => ({
        x: listOf(p.tags, (tag) => f.head(graph.listOf('(each2:Tag)', ({ each2 }) => each2.name.plus(tag)))),
      }))
    expect(query().compile().text).toContain('[(each2:Tag) | each2.name + ')
    const clash = () =>
      db.match('(p:Post)').return(({ p }, graph) => ({
        x: listOf(p.tags, () => listOf(p.tags, () => graph.count('(each2:Tag)'))),
      }))
    // each has been asked for above, so that the lists have each1 and each3; each2 too.
    expect(clash().compile().text).toContain('[each1 IN p.tags | [each3 IN p.tags | COUNT { MATCH (each2:Tag) }]]')
  })
})

it('refuses a pattern or UNWIND that binds the element of the list around it', () => {
  const pattern = () =>
    db.match('(p:Post)').return(({ p }, graph) => ({
      x: listOf(p.tags, () => graph.count('(each1:Tag)')),
    }))
  const unwind = () =>
    db.match('(p:Post)').return(({ p }, graph) => ({
      x: listOf(p.tags, () => graph.exists((query) => query.unwind('[1] AS each1').return('each1 AS x'))),
    }))
  const refused = expect.objectContaining({ code: 'USAGE', message: expect.stringContaining("'each1'") })
  expect(pattern).toThrow(refused)
  expect(unwind).toThrow(refused)
})

it('refuses what would change the text of a query by a name', () => {
  for (const name of ['my.fn(1) //', 'a b', '', '1x', 'my..fn']) {
    expect(() => declareFunction(name)).toThrow(expect.objectContaining({ code: 'USAGE' }))
  }
  expect(() => isType(f.pi(), 'INTEGER} //' as 'INTEGER')).toThrow(expect.objectContaining({ code: 'USAGE' }))
  expect(() => f.normalize('x', 'NFC) //' as 'NFC')).toThrow(expect.objectContaining({ code: 'USAGE' }))
})

it('names the parameters of all parts', () => {
  const query = db.match('(u:User)').return(({ u }, graph) => ({
    x: f.replace(u.name, $('a'), $('b')),
    n: graph.count((inner) => inner.match('(u)-[:KNOWS]->(v:User)').where(({ v }) => v.age.gt($('c')))),
  }))
  expect(query.compile().parameters?.map(({ name }) => name)).toEqual(['a', 'b', 'c'])
})
