import { expect, it } from 'vitest'
import { typesText, type WrittenStatement } from '../../src/statement/emit-types.ts'

const schema = { file: '/app/src/graph.schema.ts', name: 'Schema' }
const statement = (text: string, params?: string): WrittenStatement => ({
  text,
  schema,
  params: params === undefined ? undefined : { text: params, names: [] },
  row: {
    text: '{ at: PlainDate; u: UserProperties; x: Other }',
    names: [
      { module: '@motif/core', name: 'PlainDate' },
      { module: './graph.schema', name: 'UserProperties' },
      { module: '../lib/other', name: 'Other' },
    ],
  },
})

it('adds statements to their schema in an order of their own, whatever is found first', () => {
  const both = [statement("RETURN 'it' AS x", '{ id: number }'), statement('MATCH (n)\nRETURN n')]
  const text = typesText('/app/src/graph.statements.ts', 'f00', both)
  expect(typesText('/app/src/graph.statements.ts', 'f00', both.toReversed())).toBe(text)
  expect(text).toMatchInlineSnapshot(`
    "// Written by \`motif statements\` for schema f00.
    // Do not edit: a statement that is not here, or no longer like this, is inferred. \`motif statements --check\` tells.

    import type { Other } from '../lib/other.js'
    import type { PlainDate, Runnable, WrittenQuery } from '@motif/core'

    declare module './graph.schema.js' {
      interface Schema {
        statements: {
          "RETURN 'it' AS x": WrittenQuery<{ id: number }, { at: PlainDate; u: UserProperties; x: Other }>
          'MATCH (n)\\nRETURN n': Runnable<{}, { at: PlainDate; u: UserProperties; x: Other }>
        }
      }
    }
    "
  `)
})

it('writes a module where there is nothing to write', () => {
  expect(typesText('/app/src/graph.statements.ts', 'f00', [])).toContain('export {}')
})
