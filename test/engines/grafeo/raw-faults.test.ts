import { describe, expect, it } from 'vitest'
import { faults } from './faults/index.ts'
import { runRaw } from './run-raw.ts'

// What Grafeo 0.6.0 answers today, Motif left out. A test that fails here after an upgrade of the engine tells that it
// has changed, most likely for the better: then the rewrite or the refusal can go.
describe.each(Object.entries(faults))('the raw engine: %s', (_area, list) => {
  it.each(list)('$name', async (fault) => {
    const { rows, error, after } = await runRaw(fault)
    if (fault.raw instanceof RegExp) {
      expect(error?.message).toMatch(fault.raw)
      return
    }
    expect(error).toBeUndefined()
    expect(rows).toEqual(fault.raw)
    if (fault.after !== undefined) expect(after).toEqual(fault.after.raw)
  })

  it.each(list.filter(({ outcome, right }) => outcome !== 'untouched' && right !== undefined))(
    'is not what Cypher means: $name',
    ({ raw, right, after }) => {
      expect([raw, after?.raw]).not.toEqual([right, after?.right])
    },
  )
})
