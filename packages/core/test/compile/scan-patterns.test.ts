import { expect, it, vi } from 'vitest'
import { Analysis } from '../../src/compile/analysis.ts'
import { startIn } from '../../src/compile/place.ts'
import { parseStatement } from '../../src/grammar/parse-statement.ts'

const many = (count: number, piece: (at: number) => string, between = ''): string =>
  Array.from({ length: count }, (_, at) => piece(at)).join(between)

/** How often a name is put into a scope, copies of scopes included. */
const work = (text: string): number => {
  const clauses = parseStatement(text)
  const spy = vi.spyOn(Map.prototype, 'set')
  new Analysis(undefined).clauses(clauses, startIn())
  const calls = spy.mock.calls.length
  spy.mockRestore()
  return calls
}

it.each([
  ['paths', (n: number) => `MATCH ${many(n, (at) => `(a${at})`, ', ')}`],
  ['hops', (n: number) => `MATCH (a)${many(n, (at) => `-[r${at}]->(a${at})`)}`],
  ['groups', (n: number) => `MATCH ${many(n, (at) => `((a${at})-->(b${at}))+ `)}`],
  ['names of LET', (n: number) => `LET ${many(n, (at) => `a${at} = 1`, ', ')}`],
])('binds names in time that grows with their number: %s', (_, text) => {
  expect(work(text(2000))).toBeLessThan(work(text(200)) * 11)
})
