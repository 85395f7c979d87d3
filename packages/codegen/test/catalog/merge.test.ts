import { describe, expect, it } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { diff } from '../../src/catalog/diff.ts'
import { differenceText } from '../../src/catalog/difference.ts'
import { catalog, label, property } from '../catalogs.ts'

const known = catalog({
  labels: [
    label('User', 100, [
      property('id', { integer: 100 }),
      property('rare', { string: 1 }),
      property('tags', { list: 100 }, { string: 5 }),
    ]),
  ],
})

/** What a check of this graph, sampled, would report. */
const found = (live: Partial<Catalog>, before: Catalog = known): string[] => {
  const sampled = catalog({ scan: { mode: 'sample', size: 10 }, ...live })
  return diff(before, sampled).map(differenceText)
}

describe('a sample beside what was known in full', () => {
  it('does not take what it did not meet for gone', () => {
    const tagged = property('tags', { list: 10 }, { string: 5 })
    expect(found({ labels: [label('User', 500, [property('id', { integer: 10 }), tagged], 10)] })).toEqual([])
  })

  it('reports what it did meet', () => {
    const properties = [property('id', { integer: 9, string: 1 }), property('new', { date: 2 })]
    expect(found({ labels: [label('User', 500, properties, 10)] })).toEqual([
      '~ User.id: integer → string|integer (Mixed: 1 string, 9 integer)',
      '+ User.new: date? (8 of 10 nodes read lack it)',
      '~ User.tags: list<string> → list<string>? (none of those read has it)',
    ])
    const tagged = property('tags', { list: 10 }, { integer: 5 })
    expect(found({ labels: [label('User', 500, [property('id', { integer: 10 }), tagged], 10)] })).toEqual([
      '~ User.tags: list<string> → list<string|integer>',
    ])
  })

  it('tells a label that is new, and one that is gone: sets are read in full', () => {
    expect(found({ labels: [label('Team', 50, [property('a', { string: 10 })], 10)] })).toEqual([
      '+ label Team: a string? (50 nodes)',
      '- label User',
    ])
  })

  it('stays as unsure as a sampled snapshot was', () => {
    const before = catalog({
      scan: { mode: 'sample', size: 10 },
      labels: [label('User', 100, [property('id', { integer: 10 })], 10)],
    })
    expect(found({ labels: [label('User', 100, [property('id', { integer: 10 })], 10)] }, before)).toEqual([])
    expect(diff(before, known).map(differenceText)[0]).toBe('~ User.id: integer? → integer (all 100 nodes have it)')
  })
})
