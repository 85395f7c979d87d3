import { describe, expect, it } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { resolve } from '../../src/catalog/resolve.ts'
import type { ShapeOptions, TemporalPolicy } from '../../src/config/config.ts'
import { emitZod } from '../../src/emit/zod.ts'
import { catalog, label, property, social } from '../catalogs.ts'

const emitted = (from: Catalog, temporal: TemporalPolicy = 'temporal', options: ShapeOptions = {}): string =>
  emitZod(resolve(from, options), { temporal, source: 'a full scan of a Grafeo graph' })

describe('graph.zod.ts', () => {
  it('takes the values of an enum, and the names that the user wants', () => {
    const properties = { name: { enum: ['x', "it's"] }, age: { enum: [2, 1] } }
    const text = emitted(social, 'temporal', {
      overrides: { nodes: { User: { properties } } },
      naming: { validator: 'z{Name}' },
    })
    expect(text).toContain(`  name: z.enum(["it's", 'x']),\n`)
    expect(text).toContain('  age: z.literal([1, 2]).nullish(),\n')
    expect(text).toContain('export const zUser = z.object({')
    expect(text).toContain('  User: zUser,\n')
  })

  it('has a validator for each label and type, and both by name', () => {
    expect(emitted(social)).toMatchInlineSnapshot(`
      "// Written by \`motif generate\` from a full scan of a Grafeo graph.
      // Do not edit: change the graph or motif.config.ts and run it again.

      import type { PlainDate, ZonedDateTime } from '@motif/core'
      import * as z from 'zod'

      const temporal = <T>(name: string): z.ZodType<T> =>
        z.custom<T>(
          (value) => Object.prototype.toString.call(value) === \`[object Temporal.\${name}]\`,
          \`Invalid input: expected a Temporal.\${name}\`,
        )

      /** Properties of a node labelled Admin. */
      export const adminSchema = z.object({
        id: z.int(),
        level: z.int(),
      })

      /** Properties of a node labelled Post. */
      export const postSchema = z.object({
        'it\\'s "odd"': z.int().nullish(),
        title: z.string(),
      })

      /** Properties of a node labelled User. */
      export const userSchema = z.object({
        age: z.int().nullish(),
        born: temporal<PlainDate>('PlainDate').nullish(),
        code: z.union([z.string(), z.int()]),
        id: z.int(),
        name: z.string(),
        seen: temporal<ZonedDateTime>('ZonedDateTime').nullish(),
        tags: z.array(z.string().nullable()),
        total: z.bigint().nullish(),
      })

      /** Properties of a relationship of type FOLLOWS. */
      export const followsSchema = z.object({
        since: temporal<PlainDate>('PlainDate'),
      })

      /** Properties of a relationship of type WROTE. */
      export const wroteSchema = z.object({})

      /** Every label with its validator. */
      export const nodes = {
        Admin: adminSchema,
        Post: postSchema,
        User: userSchema,
      }

      /** Every relationship type with its validator. */
      export const relationships = {
        FOLLOWS: followsSchema,
        WROTE: wroteSchema,
      }
      "
    `)
  })

  it('imports nothing but zod where no type of ours is needed', () => {
    expect(emitted(social, 'date').match(/^import .*$/gm)).toEqual(["import * as z from 'zod'"])
  })

  it('tells points and times with an offset by what they have', () => {
    const text = emitted(
      catalog({ labels: [label('P', 1, [property('at', { point: 1 }), property('time', { time: 1 })])] }),
    )
    expect(text.slice(text.indexOf('const'), text.indexOf('/** Every'))).toMatchInlineSnapshot(`
      "const offsetTime = z.custom<OffsetTime>(
        (value) => typeof value === 'object' && value !== null && 'offsetSeconds' in value && 'hour' in value,
        'Invalid input: expected an OffsetTime',
      )

      const point = z.custom<Point>(
        (value) => typeof value === 'object' && value !== null && 'srid' in value && 'x' in value,
        'Invalid input: expected a Point',
      )

      /** Properties of a node labelled P. */
      export const pSchema = z.object({
        at: point,
        time: offsetTime,
      })

      "
    `)
  })
})
