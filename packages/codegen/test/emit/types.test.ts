import { describe, expect, it } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { resolve } from '../../src/catalog/resolve.ts'
import type { ShapeOptions } from '../../src/config/config.ts'
import { emitTypes } from '../../src/emit/types.ts'
import { catalog, label, property, social, type } from '../catalogs.ts'

const emitted = (from: Catalog, options: ShapeOptions = {}): string =>
  emitTypes(resolve(from, options), {
    temporal: options.temporal ?? 'temporal',
    source: 'a full scan of a Grafeo graph',
  })

describe('graph.schema.ts', () => {
  it('has an interface for properties and node of each label, the schema and its run-time part', () => {
    expect(emitted(social)).toMatchInlineSnapshot(`
      "// Written by \`motif generate\` from a full scan of a Grafeo graph.
      // Do not edit: change the graph or motif.config.ts and run it again.

      import { defineSchema, type PlainDate, type SchemaDescriptor, type ZonedDateTime } from '@motif/core'

      /** Properties of 1 Admin node. */
      export interface AdminProperties {
        /** Non-null: the only node has it. */
        id: number
        /** Non-null: the only node has it. */
        level: number
      }

      export interface AdminNode {
        properties: AdminProperties
        in: {}
        out: { WROTE: 'Post' }
      }

      /** Properties of 2 Post nodes. */
      export interface PostProperties {
        /** Nullable: 1 of 2 nodes lacks it. */
        'it\\'s "odd"': number | null
        /** Non-null: all 2 nodes have it. */
        title: string
      }

      export interface PostNode {
        properties: PostProperties
        in: { WROTE: 'Admin' | 'User' }
        out: {}
      }

      /** Properties of 3,376 User nodes. */
      export interface UserProperties {
        /** Nullable: 12 of 3,376 nodes lack it. */
        age: number | null
        /** Nullable: 376 of 3,376 nodes lack it. */
        born: PlainDate | null
        /** Non-null: all 3,376 nodes have it. Mixed: 376 string, 3,000 integer. */
        code: string | number
        /** Non-null: by constraint user_id. */
        id: number
        /** Non-null: all 3,376 nodes have it. */
        name: string
        /** Nullable: 3,366 of 3,376 nodes lack it. */
        seen: ZonedDateTime | null
        /** Non-null: all 3,376 nodes have it. */
        tags: (string | null)[]
        /** Nullable: 3,364 of 3,376 nodes lack it. Mixed: 10 integer, 2 bigint. */
        total: bigint | null
      }

      export interface UserNode {
        /** Key: by constraint user_name. */
        key: 'name'
        properties: UserProperties
        in: { FOLLOWS: 'User' }
        out: { FOLLOWS: 'User'; WROTE: 'Post' }
      }

      /** Properties of 1 FOLLOWS relationship. */
      export interface FollowsProperties {
        /** Non-null: the only relationship has it. */
        since: PlainDate
      }

      /** (User)-[:FOLLOWS]->(User) */
      export interface FollowsRelationship {
        from: 'User'
        to: 'User'
        properties: FollowsProperties
      }

      /** Properties of 1 WROTE relationship. */
      export interface WroteProperties {}

      /** (Admin)-[:WROTE]->(Post), (User)-[:WROTE]->(Post) */
      export interface WroteRelationship {
        from: 'Admin' | 'User'
        to: 'Post'
        properties: WroteProperties
      }

      /** The combinations of labels that nodes carry. */
      export type LabelSets = ['Admin', 'User'] | ['Post'] | ['User']

      /** The graph, as the query builder sees it. */
      export interface Schema {
        nodes: {
          Admin: AdminNode
          Post: PostNode
          User: UserNode
        }
        relationships: {
          FOLLOWS: FollowsRelationship
          WROTE: WroteRelationship
        }
      }

      /** What of the graph is needed at run time. */
      export const schema: SchemaDescriptor<Schema> = defineSchema<Schema>({
        nodes: {
          Admin: { properties: { id: 'integer', level: 'integer' } },
          Post: { properties: { 'it\\'s "odd"': 'integer?', title: 'string' } },
          User: {
            key: ['name'],
            properties: {
              age: 'integer?',
              born: 'date?',
              code: 'string|integer',
              id: 'integer',
              name: 'string',
              seen: 'dateTime?',
              tags: 'list<string?>',
              total: 'bigint?',
            },
          },
        },
        relationships: {
          FOLLOWS: { from: ['User'], to: ['User'], properties: { since: 'date' } },
          WROTE: { from: ['Admin', 'User'], to: ['Post'], properties: {} },
        },
        temporal: 'temporal',
      })
      "
    `)
  })

  it('is empty but whole for an empty graph', () => {
    expect(emitted(catalog({}))).toMatchInlineSnapshot(`
      "// Written by \`motif generate\` from a full scan of a Grafeo graph.
      // Do not edit: change the graph or motif.config.ts and run it again.

      import { defineSchema, type SchemaDescriptor } from '@motif/core'

      /** The combinations of labels that nodes carry. */
      export type LabelSets = never

      /** The graph, as the query builder sees it. */
      export interface Schema {
        nodes: {}
        relationships: {}
      }

      /** What of the graph is needed at run time. */
      export const schema: SchemaDescriptor<Schema> = defineSchema<Schema>({
        nodes: {},
        relationships: {},
        temporal: 'temporal',
      })
      "
    `)
  })

  it('reads temporal values as dates or text by policy', () => {
    const all = catalog({
      labels: [
        label(
          'T',
          1,
          ['date', 'time', 'localTime', 'dateTime', 'localDateTime', 'duration', 'point', 'bytes'].map((word) =>
            property(word, { [word]: 1 }),
          ),
        ),
      ],
    })
    const properties = (options: ShapeOptions): string[] =>
      emitted(all, options).match(/^ {2}(date|time|localTime|dateTime|localDateTime|duration|point|bytes): .*$/gm) ?? []
    expect(properties({ temporal: 'temporal' })).toMatchInlineSnapshot(`
      [
        "  bytes: Uint8Array",
        "  date: PlainDate",
        "  dateTime: ZonedDateTime",
        "  duration: Duration",
        "  localDateTime: PlainDateTime",
        "  localTime: PlainTime",
        "  point: Point",
        "  time: OffsetTime",
      ]
    `)
    expect(properties({ temporal: 'date' })).toMatchInlineSnapshot(`
      [
        "  bytes: Uint8Array",
        "  date: Date",
        "  dateTime: Date",
        "  duration: string",
        "  localDateTime: Date",
        "  localTime: string",
        "  point: Point",
        "  time: string",
      ]
    `)
    expect(properties({ temporal: 'string' })).toMatchInlineSnapshot(`
      [
        "  bytes: Uint8Array",
        "  date: string",
        "  dateTime: string",
        "  duration: string",
        "  localDateTime: string",
        "  localTime: string",
        "  point: Point",
        "  time: string",
      ]
    `)
  })

  it('keeps labels apart whose names meet, and a type from a label of its name', () => {
    const text = emitted(
      catalog({ labels: [label('my label', 1), label('MyLabel', 1)], relationships: [type('MY_LABEL', [])] }),
    )
    expect(text).toContain("'my label': MyLabel2Node")
    expect(text.match(/interface \w+/g)).toEqual([
      'interface MyLabelProperties',
      'interface MyLabelNode',
      'interface MyLabel2Properties',
      'interface MyLabel2Node',
      'interface MyLabelRelationshipProperties',
      'interface MyLabelRelationshipRelationship',
      'interface Schema',
    ])
  })

  it('quotes what is not an identifier, and lets no name end a comment or a string', () => {
    const text = emitted(
      catalog({
        labels: [
          label('a*/b', 1, [
            property("it's", { string: 1 }),
            property('__proto__', { string: 1 }),
            property('line\nbreak\u2028\\', { string: 1 }),
          ]),
        ],
      }),
    )
    expect(text).toMatchInlineSnapshot(`
      "// Written by \`motif generate\` from a full scan of a Grafeo graph.
      // Do not edit: change the graph or motif.config.ts and run it again.

      import { defineSchema, type SchemaDescriptor } from '@motif/core'

      /** Properties of 1 a*\\/b node. */
      export interface ABProperties {
        /** Non-null: the only node has it. */
        __proto__: string
        /** Non-null: the only node has it. */
        "it's": string
        /** Non-null: the only node has it. */
        'line\\nbreak\\u2028\\\\': string
      }

      export interface ABNode {
        properties: ABProperties
        in: {}
        out: {}
      }

      /** The combinations of labels that nodes carry. */
      export type LabelSets = ['a*/b']

      /** The graph, as the query builder sees it. */
      export interface Schema {
        nodes: {
          'a*/b': ABNode
        }
        relationships: {}
      }

      /** What of the graph is needed at run time. */
      export const schema: SchemaDescriptor<Schema> = defineSchema<Schema>({
        nodes: {
          'a*/b': {
            properties: { ['__proto__']: 'string', "it's": 'string', 'line\\nbreak\\u2028\\\\': 'string' },
          },
        },
        relationships: {},
        temporal: 'temporal',
      })
      "
    `)
  })

  it('breaks long lines where a person would', () => {
    const names = Array.from({ length: 12 }, (_, index) => `LongLabelName${index}`)
    const text = emitted(
      catalog({
        labels: names.map((name) => label(name, 1)),
        relationships: [
          type(
            'R',
            names.map((name) => [name, name] as const),
          ),
          type('S', [['', '']]),
        ],
      }),
    )
    expect(text.slice(text.indexOf('export interface RRelationship'), text.indexOf('  to:'))).toMatchInlineSnapshot(`
      "export interface RRelationship {
        from:
          | 'LongLabelName0'
          | 'LongLabelName1'
          | 'LongLabelName10'
          | 'LongLabelName11'
          | 'LongLabelName2'
          | 'LongLabelName3'
          | 'LongLabelName4'
          | 'LongLabelName5'
          | 'LongLabelName6'
          | 'LongLabelName7'
          | 'LongLabelName8'
          | 'LongLabelName9'
      "
    `)
    expect(
      text
        .slice(text.indexOf('  R: {') - 2, text.indexOf('  S: {') - 2)
        .split('\n')
        .slice(0, 4),
    ).toMatchInlineSnapshot(`
      [
        "    R: {",
        "      from: [",
        "        'LongLabelName0',",
        "        'LongLabelName1',",
      ]
    `)
    expect(
      Math.max(
        ...text
          .split('\n')
          .filter((line) => !line.includes('/**'))
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(110)
  })

  it('does not depend on the order in which things were found', () => {
    const reversed = catalog({
      ...social,
      labels: social.labels.toReversed().map((each) => ({ ...each, properties: each.properties.toReversed() })),
      labelSets: social.labelSets.toReversed(),
      relationships: social.relationships.toReversed(),
    })
    expect(emitted(reversed)).toBe(emitted(social))
  })
})
