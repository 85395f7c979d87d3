import { readFileSync } from 'node:fs'
import type { Capability } from '@motif/core'
import { grafeo } from '@motif/core/grafeo'
import { expect, it } from 'vitest'
import { faults } from './faults/index.ts'

const page = readFileSync(new URL('../../../docs/engines.md', import.meta.url), 'utf8')
const rows = [...page.matchAll(/^\| `([a-z-]+)` \|.*\| ([^|]+) \| ([^|]+) \|$/gm)].map(([, feature, ours, theirs]) => ({
  feature: feature as Capability,
  ours: ours?.trim(),
  theirs: theirs?.trim(),
}))
const has = new Set(['yes', 'written another way'])
const lacks = new Set(['partly', 'no'])
const notRefused = new Set(['mended', 'untouched', 'documented'])

it('has a row for every capability of the dialect and for every refusal that is tested', () => {
  const refused = Object.values(faults).flatMap((list) => list.map(({ outcome }) => outcome))
  const named = new Set([...(grafeo.capabilities ?? []), ...refused.filter((outcome) => !notRefused.has(outcome))])
  const told = new Set<string>(rows.map(({ feature }) => feature))
  expect(rows.length).toBe(told.size)
  // A refusal may be of a part of what is otherwise written another way.
  expect([...named].filter((feature) => !told.has(feature))).toEqual([])
})

it.each(rows)('tells the truth about $feature on grafeo: $ours', ({ feature, ours }) => {
  expect([...has, ...lacks]).toContain(ours)
  expect(grafeo.capabilities?.has(feature)).toBe(has.has(ours ?? ''))
})

it.each(rows)('says yes or no of $feature on neo4j', ({ theirs }) => {
  expect(['yes', 'no']).toContain(theirs)
})
