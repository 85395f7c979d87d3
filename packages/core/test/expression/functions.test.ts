import { createGraph, neo4j } from '@motif/core'
import * as functions from '@motif/core/functions'
import { recordingExecutor } from '@motif/core/testing'
import { describe, expect, it } from 'vitest'
import { cases, type Names } from '../../../../test/engines/functions/cases.ts'
import { queries } from '../../../../test/engines/functions/queries.ts'
import type { Social } from '../../../../test/engines/golden/social.ts'
import { quoteName } from '../../src/ast/quote.ts'
import { Writer } from '../../src/compile/writer.ts'
import { names } from '../../src/expression/names.ts'
import { treeOf } from '../../src/expression/operation.ts'

// The types of a scope are made by the builder; here a name is whatever a callback may write.
const scope = names as Names
const db = createGraph<Social>({ executor: recordingExecutor({ dialect: neo4j }) })

const textOf = (value: unknown): string => new Writer(quoteName).expression(treeOf(value, 'this test'))

describe.each(Object.entries(cases))('%s', (_kind, each) => {
  it.each(each.map(({ of, text }) => [text, of] as const))('%s', (text, of) => {
    expect(textOf(of(scope))).toBe(text)
  })
})

it.each(queries.map(({ of, text }) => [text, of] as const))('%s', (text, of) => {
  expect(of(db).compile().text).toBe(text)
})

/** What only LOAD CSV has rows for. */
const ofFiles = ['file', 'linenumber']

it('has a case for every function, by its name in Cypher', () => {
  const written = [...Object.values(cases).flat(), ...queries].map(({ text }) => text.toLowerCase())
  const spellings = (name: string): string[] =>
    [name, name.replace(/[A-Z]/g, (letter) => `_${letter}`)].map((each) => each.toLowerCase())
  const isWritten = (name: string): boolean =>
    spellings(name).some((each) => written.some((text) => text.includes(`${each}(`) || text.includes(`${each}.`)))
  const missing = Object.keys(functions).filter((name) => !isWritten(name))
  expect(missing).toEqual(ofFiles)
})
