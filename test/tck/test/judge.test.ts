import { GraphError } from '@motif/core'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../answer.ts'
import { judge } from '../judge.ts'
import type { Outcome } from '../outcome.ts'
import type { Scenario } from '../scenario.ts'

const scenario: Scenario = {
  id: 'area/Feature [1]',
  area: 'area',
  given: [],
  params: {},
  query: 'RETURN 1 AS x',
  expected: { kind: 'rows', columns: ['x'], rows: [['1'], ['2']], ordered: false, looseLists: false },
  effects: { '+nodes': 1 },
  controls: [],
  unasked: undefined,
}
const failing: Scenario = { ...scenario, expected: { kind: 'error', type: 'SyntaxError' } }

const of = (answer: Answer, effects: Outcome['effects'] = { '+nodes': 1 }): Outcome => ({
  answer,
  left: JSON.stringify(effects),
  effects,
  controls: [],
})
const rows = (...values: readonly number[]): Answer => ({ columns: ['x'], rows: values.map((x) => ({ x })) })
const error = (code: string): Answer => ({
  error: new GraphError('ENGINE', 'no', { engineCode: code }),
  by: 'engine',
})
const refused = (by: 'grammar' | 'dialect' | 'motif') => ({ error: new Error('no'), by })

describe('the verdict', () => {
  it.each([
    ['same', scenario, of(rows(1, 2)), of(rows(2, 1))],
    ['same', scenario, of(rows(3)), of(rows(3))],
    ['same', scenario, of(error('Neo.A')), of(error('Neo.A'))],
    ['same', scenario, of(error('Neo.A')), refused('grammar')],
    ['mended', scenario, of(rows(1)), of(rows(1, 2))],
    ['mended', scenario, of(error('Neo.A')), of(rows(1, 2))],
    ['mended', scenario, of(rows(1, 2), {}), of(rows(1, 2))],
    ['mended', failing, of(rows(1)), refused('motif')],
    ['refused', scenario, of(rows(1, 2)), refused('dialect')],
    ['unread', scenario, of(rows(1)), refused('grammar')],
    ['different', scenario, of(rows(1)), refused('motif')],
    ['different', scenario, of(rows(1, 2)), of(rows(1, 3))],
    ['different', scenario, of(rows(3)), of(rows(4))],
    ['different', scenario, of(rows(1, 2)), of(rows(1, 2), { '+nodes': 2 })],
    ['different', scenario, of(error('Neo.A')), of(error('Neo.B'))],
    ['different', failing, of(error('Neo.A')), of(rows(1))],
  ])('is %s', (verdict, asked, original, ours) => {
    expect(judge(asked, original, ours)).toBe(verdict)
  })
})

it('looks at the order of rows where the kit tells one', () => {
  const ordered: Scenario = { ...scenario, expected: { ...scenario.expected, ordered: true } as Scenario['expected'] }
  expect(judge(ordered, of(rows(1, 2)), of(rows(2, 1)))).toBe('different')
})
