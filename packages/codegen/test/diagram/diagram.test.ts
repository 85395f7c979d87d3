import { describe, expect, it } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { type DiagramOptions, diagram } from '../../src/diagram/diagram.ts'
import { catalog, label, property, social, type } from '../catalogs.ts'

const svg = (from: Catalog, options: DiagramOptions = {}): string => diagram(from, { ...options, format: 'svg' })

/** Everything between tags, a line each. */
const texts = (markup: string): string[] => [...markup.matchAll(/>([^<>]+)</g)].map(([, text = '']) => text)

/** Where the boxes are. */
const boxes = (markup: string): { x: number; y: number; width: number; height: number }[] =>
  [...markup.matchAll(/<rect class="body" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)].map(
    (found) => {
      const [, x = 0, y = 0, width = 0, height = 0] = found.map(Number)
      return { x, y, width, height }
    },
  )

const large = (labels: number): Catalog =>
  catalog({
    labels: Array.from({ length: labels }, (_, at) =>
      label(`Label${at}`, at + 1, [
        property('id', { integer: at + 1 }),
        property('a long name of a property', { string: 1 }),
      ]),
    ),
    relationships: Array.from({ length: labels }, (_, at) =>
      type(`TYPE_${at}`, [
        [`Label${at}`, `Label${(at * 7 + 3) % labels}`],
        [`Label${at}`, `Label${at % 5 === 0 ? at : (at + 1) % labels}`],
      ]),
    ),
  })

describe('a diagram', () => {
  it('as Mermaid has a class for each label and an arrow for each type, with counts', () => {
    expect(diagram(social)).toMatchInlineSnapshot(`
      "%% 3 labels, 2 relationship types
      classDiagram
        direction LR
        class n0["Admin · 1"] {
          integer id
          integer level
        }
        class n1["Post · 2"] {
          integer? it's #34;odd#34;
          string title
        }
        class n2["User · 3,376"] {
          string name #128273;
          integer? age
          date? born
          string | integer code
          integer id
          dateTime? seen
          string?#91;#93; tags
          bigint? total
        }
        n0 ..|> n2
        n2 --> n2 : FOLLOWS 1
        n0 --> n1 : WROTE 1
      "
    `)
  })

  it('as SVG has labels, properties, types, relationships and counts', () => {
    const all = texts(svg(social, { title: 'people' }))
    for (const text of ['people', 'User', '3,376', 'name', 'integer?', 'FOLLOWS 1', 'WROTE 1', 'string?[]'])
      expect(all).toContain(text)
    expect(all).toContain('3 labels, 2 relationship types')
    expect(all).toContain('age: integer?\nNullable: 12 of 3,376 nodes lack it.')
    expect(all).toContain('(User)-[:FOLLOWS]-&gt;(User)\nsince: date')
  })

  it('puts what tells nodes apart first', () => {
    const rows = [...svg(social).matchAll(/class="(key|name)">([^<]+)</g)].map(([, kind, name]) => `${kind} ${name}`)
    expect(rows.slice(rows.indexOf('key name'))).toEqual([
      'key name',
      'name age',
      'name born',
      'name code',
      'name id',
      'name seen',
      'name tags',
      'name total',
    ])
  })

  it('shows a relationship of nested labels once, where all of it belongs', () => {
    const at = (admins: number, users: number): string[] => {
      const ends = [
        { from: ['Admin', 'User'], to: ['Post'], count: admins },
        ...(users > 0 ? [{ from: ['User'], to: ['Post'], count: users }] : []),
      ]
      const wrote = { ...type('WROTE', []), count: admins + users, ends }
      return diagram({ ...social, relationships: [wrote] })
        .split('\n')
        .filter((line) => line.includes('-->') || line.includes('..|>'))
    }
    expect(at(3, 4)).toEqual(['  n0 ..|> n2', '  n2 --> n1 : WROTE 7'])
    expect(at(3, 0)).toEqual(['  n0 ..|> n2', '  n0 --> n1 : WROTE 3'])
  })

  it('may be of some labels alone', () => {
    const some = diagram(social, { labels: ['User', 'Post'] })
    expect(some).toMatch(/^%% 2 of 3 labels, 2 relationship types\n/)
    expect(some).not.toContain('Admin')
    expect(() => diagram(social, { labels: ['Usr', 'Post'] })).toThrow("the graph has no label 'Usr'")
  })

  it('follows the overrides of a config', () => {
    const overrides = {
      nodes: { Post: { omit: true }, User: { properties: { code: { enum: ['a', 'b', 'c', 'd'] } } } },
    }
    const all = texts(svg(social, { overrides }))
    expect(all).toContain('&#39;a&#39; | &#39;b&#39; | &#39;c&#39; | …')
    expect(all).not.toContain('Post')
  })

  it('is drawn of an empty graph, too', () => {
    expect(diagram(catalog({}))).toBe('%% 0 labels, 0 relationship types\nclassDiagram\n  direction LR\n')
    expect(texts(svg(catalog({})))).toContain('0 labels, 0 relationship types')
    expect(boxes(svg(catalog({})))).toEqual([])
  })

  it('is the same every time', () => {
    for (const format of ['mermaid', 'svg', 'html'] as const)
      expect(diagram(large(20), { format })).toBe(diagram(large(20), { format }))
  })

  it.each([40, 250])('lets no two of %i boxes touch, nor any leave the picture', (count) => {
    const text = svg(large(count))
    const all = boxes(text)
    expect(all).toHaveLength(count)
    const [, width = 0, height = 0] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(text) ?? []).map(Number)
    for (const [index, one] of all.entries()) {
      expect(one.x + one.width + 56).toBeLessThanOrEqual(width)
      expect(one.y + one.height + 56 + 34).toBeLessThanOrEqual(height)
      const touching = all
        .slice(index + 1)
        .filter(
          (other) =>
            one.x < other.x + other.width &&
            other.x < one.x + one.width &&
            one.y < other.y + other.height &&
            other.y < one.y + one.height,
        )
      expect(touching).toEqual([])
    }
  })
})
