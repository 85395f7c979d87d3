import { expect, it } from 'vitest'
import { fallen } from '../fallen.ts'
import { resultOf } from '../result-of.ts'
import { type Count, counted } from '../tally.ts'

const count = (given: Partial<Count>): Count =>
  ({ ...Object.fromEntries(counted.map((kind) => [kind, 0])), ...given }) as Count
const run = (given: Partial<Count>) => ({
  engine: 'grafeo',
  version: 'grafeo 1',
  counts: { area: count(given) },
  different: [],
  unread: [],
})

const before = resultOf([run({ same: 5, mended: 2, 'expected of Motif': 6 })], '1', undefined)

it('names the areas in which fewer pass than before', () => {
  expect(fallen([run({ same: 6, mended: 0, 'expected of Motif': 5 })], before.figures)).toEqual([
    'grafeo, area: 6 come to the same or are mended, 7 did',
    'grafeo, area: 5 come to what the kit expects, 6 did',
  ])
})

it('lets counts rise, move from same to mended, and areas be new', () => {
  expect(fallen([run({ same: 4, mended: 3, 'expected of Motif': 7 })], before.figures)).toEqual([])
  expect(fallen([{ ...run({}), engine: 'neo4j' }], before.figures)).toEqual([])
})

it('keeps what is known of engines that were not asked', () => {
  const after = resultOf([{ ...run({ same: 1 }), engine: 'neo4j', version: 'neo4j 5' }], '1', before)
  expect(after.figures.filter(({ of }) => of === 'same')).toEqual([
    { name: 'grafeo, area', of: 'same', value: 5, unit: 'scenarios' },
    { name: 'neo4j, area', of: 'same', value: 1, unit: 'scenarios' },
  ])
  expect(after.versions).toMatchObject({ grafeo: 'grafeo 1', neo4j: 'neo4j 5' })
})
