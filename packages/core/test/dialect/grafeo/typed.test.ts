import { describe, expect, it } from 'vitest'
import { defineSchema } from '../../../src/schema/schema-descriptor.ts'
import { grafeoText } from './grafeo-text.ts'

const schema = defineSchema({
  nodes: {
    Part: {
      properties: {
        id: 'integer',
        share: 'float',
        shares: 'list<float>',
        tags: 'list<string>',
        name: 'string',
        sold: 'boolean',
        note: 'string?',
        made: 'date',
      },
    },
  },
  relationships: { PAYS: { from: ['Part'], to: ['Part'], properties: { rate: 'float' } } },
})

describe('where types are known', () => {
  it.each([
    ['MATCH (p:Part) RETURN p.sold < true AS x', 'MATCH (p:Part) ⏎ RETURN toInteger(p.sold) < toInteger(true) AS x'],
    [`MATCH (p:Part) RETURN p.id = '1' AS x`, 'MATCH (p:Part) ⏎ RETURN false AS x'],
    [
      `MATCH (p:Part) RETURN p.note <> 1 AS x`,
      'MATCH (p:Part) ⏎ RETURN CASE WHEN p.note IS NULL THEN null ELSE true END AS x',
    ],
    ['MATCH (p:Part) RETURN p.tags + p.name AS x', 'MATCH (p:Part) ⏎ RETURN p.tags + [p.name] AS x'],
    [
      'MATCH (p:Part) RETURN p.tags + p.note AS x',
      'MATCH (p:Part) ⏎ RETURN CASE WHEN p.note IS NULL THEN null ELSE p.tags + [p.note] END AS x',
    ],
    ['MATCH (p:Part) RETURN p.id + p.name AS x', 'MATCH (p:Part) ⏎ RETURN toString(p.id) + p.name AS x'],
    ['MATCH (p:Part) RETURN p.made.weekDay AS x', 'MATCH (p:Part) ⏎ RETURN p.made.dayOfWeek AS x'],
    ['MATCH (p:Part) RETURN toBoolean(p.id) AS x', 'MATCH (p:Part) ⏎ RETURN p.id <> 0 AS x'],
    ['MATCH (p:Part) UNWIND p.name AS x RETURN x', 'MATCH (p:Part) ⏎ UNWIND [p.name] AS x ⏎ RETURN x'],
  ])('%s', (text, sent) => {
    expect(grafeoText(text, schema)).toBe(sent)
  })

  it.each([
    'MATCH (p:Part) UNWIND p.tags AS x RETURN x',
    'MATCH (p:Part) RETURN round(p.id) AS x, toString(p.id) AS y, p.id + 1 AS z, p.tags + p.tags AS t',
    'MATCH (p:Part) WHERE none(x IN p.tags WHERE p.id = 1) AND NOT p.id IN $ids RETURN p.id',
    'MATCH (p:Part {share: $share}) WHERE p.share > $least RETURN p.id',
  ])('is sent as it stands: %s', (text) => {
    expect(grafeoText(text, schema)).toBe(text)
  })

  it.each([
    [
      'CREATE (p:Part {id: $id, share: $share, shares: $shares})',
      'CREATE (p:Part {id: $id, share: toFloat($share), shares: [each IN $shares | toFloat(each)]})',
    ],
    [
      'UNWIND $rows AS row CREATE (:Part {share: row.share})-[:PAYS {rate: row.rate}]->(:Part {share: 1})',
      'UNWIND $rows AS row ⏎ CREATE (:Part {share: toFloat(row.share)})-[:PAYS {rate: toFloat(row.rate)}]->(:Part {share: 1})',
    ],
    [
      'MATCH (p:Part {id: $id}) SET p.share = $share, p.name = $name, p += {share: $share}',
      'MATCH (p:Part {id: $id}) ⏎ SET p.share = toFloat($share), p.name = $name, p += {share: toFloat($share)}',
    ],
  ])('writes floats as floats: %s', (text, sent) => {
    expect(grafeoText(text, schema)).toBe(sent)
  })
})
