import { describe, expect, it } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { resolve } from '../../src/catalog/resolve.ts'
import type { ShapeOptions } from '../../src/config/config.ts'
import { emitTypes } from '../../src/emit/types.ts'
import { catalog, label, property, social } from '../catalogs.ts'

const emitted = (from: Catalog, options: ShapeOptions = {}): string =>
  emitTypes(resolve(from, options), {
    temporal: options.temporal ?? 'temporal',
    source: 'a full scan of a Grafeo graph',
  })

describe('graph.schema.ts, as the config wants it', () => {
  it('writes the values of an enum, and samples', () => {
    const from = catalog({
      labels: [
        label('User', 9, [
          { ...property('role', { string: 8 }), values: ['admin', "it's"] },
          { ...property('name', { string: 9 }), samples: ['Ada', 'a */ b'] },
          { ...property('id', { integer: 9 }), samples: ['1', '2'] },
        ]),
      ],
    })
    const text = emitted(from, { overrides: { nodes: { User: { properties: { role: { enum: true } } } } } })
    expect(text).toContain(`  role: 'admin' | "it's" | null\n`)
    expect(text).toContain("  /** Non-null: all 9 nodes have it. For example 'Ada', 'a *\\/ b'. */\n  name: string\n")
    expect(text).toContain('For example 1, 2. */\n  id: number\n')
    expect(text).toContain("role: 'string?'")
    const many = Array.from({ length: 12 }, (_, index) => `a long value ${index}`)
    expect(emitted(from, { overrides: { nodes: { User: { properties: { role: { enum: many } } } } } })).toContain(
      "  role:\n    | 'a long value 0'\n    | 'a long value 1'\n",
    )
  })

  it('calls things as the user wants', () => {
    const naming = {
      label: (label: string) => `My${label}`,
      relationshipType: (type: string) => type.charAt(0) + type.slice(1).toLowerCase(),
      node: 'I{Name}',
      relationship: '{Name}Edge',
      properties: '{Name}',
      validator: 'z{Name}',
    }
    const text = emitted(social, { naming, overrides: { nodes: { Admin: { name: 'Boss' } } } })
    expect(text.match(/(?<=export interface )\w+/g)).toEqual(
      'Boss IBoss MyPost IMyPost MyUser IMyUser Follows FollowsEdge Wrote WroteEdge Schema'.split(' '),
    )
    expect(text).toContain('    User: IMyUser\n')
    expect(text).toContain('    WROTE: WroteEdge\n')
    expect(() => emitted(social, { naming: { label: () => 'no name' } })).toThrow(
      "'no name', made from 'Admin' by `naming`, is no name: a name of an interface begins with a capital",
    )
  })

  it('names the key of a label, and the names of a composite one', () => {
    const keyed = (key: readonly string[]): string => emitted(social, { overrides: { nodes: { User: { key } } } })
    expect(keyed(['id'])).toContain("  /** Key: by override. */\n  key: 'id'\n")
    expect(keyed(['id'])).toContain("    User: {\n      key: ['id'],\n")
    expect(keyed(['name', 'id'])).toContain("  key: 'name' | 'id'\n")
    expect(keyed(['name', 'id'])).toContain("      key: ['name', 'id'],\n")
  })

  it('declares its policy for functions in callbacks, unless it is the default', () => {
    expect(emitted(social)).not.toContain('declare module')
    expect(emitted(social, { temporal: 'date' })).toContain(
      [
        '/** How functions in callbacks return temporal values. */',
        "declare module '@motif/core' {",
        '  interface Policies {',
        "    readonly temporal: 'date'",
        '  }',
        '}',
        '',
        '/** What of the graph is needed at run time. */',
      ].join('\n'),
    )
  })
})
