import { readFileSync } from 'node:fs'
import { type CompiledQuery, createGraph, defineSchema } from '@motif/core'
import { grafeo } from '@motif/core/grafeo'
import { reader } from '@motif/core/rows'
import { describe, expect, it } from 'vitest'
import type { Fault } from './faults/fault.ts'
import { faults } from './faults/index.ts'
import { runRaw } from './run-raw.ts'

const executor = {
  dialect: grafeo,
  reader,
  execute: () => {
    throw new Error('texts are compiled here and run on the engine itself')
  },
}
const schema = defineSchema({
  nodes: {
    P: { properties: { k: 'integer', yes: 'boolean', list: 'list<integer>', text: 'string', share: 'float' } },
  },
  relationships: {},
})

const compiled = ({ text, typed }: Fault): CompiledQuery => {
  const db = createGraph(typed === true ? { executor, schema } : { executor })
  // The texts are data here: their types are not looked at, and a text between each two keeps the check for values in
  // text from comparing them.
  const cypher = db.cypher as unknown as (text: string) => { compile(): CompiledQuery }
  return ['MATCH (between) RETURN between', text]
    .map((each) => cypher(each))
    .reduce((_, last) => last)
    .compile()
}

const engines = readFileSync(new URL('../../../docs/engines.md', import.meta.url), 'utf8')
const known = new Set(['mended', 'untouched', 'documented'])

describe.each(Object.entries(faults))('through Motif: %s', (_area, list) => {
  it.each(list.filter(({ outcome }) => outcome === 'mended'))('means the same: $name', async (fault) => {
    const { text, params } = compiled(fault)
    expect(text).not.toBe(fault.text)
    const { rows, error, after } = await runRaw(fault, text, { ...fault.params, ...params })
    expect(error).toBeUndefined()
    expect(rows).toEqual(fault.right)
    if (fault.after !== undefined) expect(after).toEqual(fault.after.right)
  })

  it.each(list.filter(({ outcome }) => outcome === 'untouched'))('is sent as it stands: $name', (fault) => {
    expect(compiled(fault).text).toBe(fault.text)
    expect(fault.raw).toEqual(fault.right)
  })

  it.each(list.filter(({ outcome }) => !known.has(outcome)))('is refused before it is sent: $name', (fault) => {
    expect(() => compiled(fault)).toThrow(
      expect.objectContaining({ code: 'UNSUPPORTED_FEATURE', message: expect.stringContaining(`(${fault.outcome})`) }),
    )
  })

  it.each(list.filter(({ outcome }) => outcome === 'documented'))('is told in docs/engines.md: $name', (fault) => {
    expect(engines).toContain(fault.text)
  })
})
