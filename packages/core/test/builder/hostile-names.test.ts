import { label } from '@motif/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseStatement } from '../../src/grammar/parse-statement.ts'
import { parametersIn } from '../../src/ast/parameters-in.ts'
import { socialGraph } from './social-graph.ts'

/** Any name but those that are refused, and much of what would like to be more than a name. */
const hostile = fc
  .oneof(
    fc.string({ minLength: 1, unit: 'binary' }),
    fc.constantFrom('`', '``', 'a`b', "x'", 'u) DETACH DELETE (u', '} RETURN 1 //', 'AS', '*/', 'a b', '$x', '1', 'é'),
  )
  .filter((name) => !/\0|\\u/i.test(name))

// Names are stated to be of the schema or literals; at run time they may be anything.
const doors: Readonly<Record<string, (name: never) => { compile(): { readonly text: string } }>> = {
  'a label of a pattern': (name) => socialGraph().match(socialGraph().node('u', label(name))),
  'a name in a pattern': (name) => socialGraph().match(socialGraph().node(name, 'User').as(name)),
  'a type': (name) => socialGraph().match(socialGraph().node('u', 'User').out([name, name], name).to('v')),
  'labels to set': (name) => socialGraph().match('(u:User {id: 1})').setLabels('u', label(name)),
  'labels to remove': (name) => socialGraph().match('(u:User {id: 1})').removeLabels('u', label(name)),
  'a property to remove': (name) => socialGraph().match('(u:User {id: 1})').remove('u', [name]),
  'the names a subquery sees': (name) => socialGraph().call([name], (query) => query.match('(t:Tag)').return('t')),
  'the name of a status': (name) =>
    socialGraph().call([], (query) => query.create('(t:Tag)'), { inTransactions: { reportStatus: name } }),
  'a column of a procedure': (name) =>
    socialGraph().callProcedure('db.labels', [], [`label AS ${name as string}` as never]),
  'the element of a list': (name) =>
    socialGraph()
      .match('(p:Post)')
      .foreach(
        name,
        ({ p }) => p.tags,
        (query) => query.create('(t:Tag)'),
      ),
  'a name of LET': (name) =>
    socialGraph()
      .match('(u:User)')
      .let(({ u }) => ({ [name as string]: u.age })),
}

it.each(Object.keys(doors))('%s is one name, whatever it holds', (door) => {
  const make = doors[door] as (name: string) => { compile(): { readonly text: string } } // one of its keys
  const kinds = (name: string) => parseStatement(make(name).compile().text).map(({ kind }) => kind)
  const plain = kinds('plain')
  fc.assert(
    fc.property(hostile, (name) => {
      const text = make(name).compile().text
      expect(kinds(name)).toEqual(plain)
      expect(parametersIn(parseStatement(text))).toEqual(parametersIn(parseStatement(make('plain').compile().text)))
    }),
  )
})
