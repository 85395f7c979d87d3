import { GraphError } from '@motif/core'
import { describe, expect, it } from 'vitest'
import { parseSnapshot, snapshotText } from '../../src/catalog/snapshot.ts'
import { catalog, label, property, social, type } from '../catalogs.ts'

describe('a snapshot', () => {
  it('is JSON of about a line a property', () => {
    const text = snapshotText(
      catalog({
        labels: [label('User', 2, [property('tags', { list: 2 }, { string: 3 }), property('"odd"', { integer: 1 })])],
        relationships: [type('FOLLOWS', [['User', 'User']])],
        constraints: [{ name: 'c', kind: 'exists', on: 'node', target: 'User', properties: ['tags'] }],
      }),
    )
    expect(text).toMatchInlineSnapshot(`
      "{
        "format": 1,
        "engine": "grafeo",
        "scan": { "mode": "full" },
        "labels": [
          {
            "name": "User",
            "count": 2,
            "scanned": 2,
            "properties": [
              { "name": "tags", "count": 2, "types": { "list": 2 }, "elements": { "string": 3 } },
              { "name": "\\"odd\\"", "count": 1, "types": { "integer": 1 } }
            ]
          }
        ],
        "labelSets": [{ "labels": ["User"], "count": 2 }],
        "relationships": [
          {
            "name": "FOLLOWS",
            "count": 1,
            "scanned": 1,
            "properties": [],
            "ends": [{ "from": ["User"], "to": ["User"], "count": 1 }]
          }
        ],
        "constraints": [{ "name": "c", "kind": "exists", "on": "node", "target": "User", "properties": ["tags"] }],
        "indexes": []
      }
      "
    `)
  })

  it('is read back as it was', () => {
    expect(parseSnapshot(snapshotText(social), 'here')).toEqual(social)
    const sampled = catalog({
      scan: { mode: 'sample', size: 10 },
      labels: [label('A', 100, [property('__proto__', { string: 9 })], 10)],
    })
    expect(parseSnapshot(snapshotText(sampled), 'here')).toEqual(sampled)
  })

  it.each([
    ['<<<<<<< HEAD', 'here is not JSON; write it anew with `motif generate`'],
    ['{}', 'here is not a snapshot of this version at format; write it anew with `motif generate`'],
    [snapshotText(social).replace('"format": 1', '"format": 2'), 'here is not a snapshot of this version at format;'],
    [
      snapshotText(social).replace('"count": 3376', '"count": "many"'),
      'here is not a snapshot of this version at labels.2.count;',
    ],
  ])('is refused by name when it is not one (%#)', (text, message) => {
    expect(() => parseSnapshot(text, 'here')).toThrow(GraphError)
    expect(() => parseSnapshot(text, 'here')).toThrow(message)
  })
})
