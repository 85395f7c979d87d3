import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addTallies, writeTally } from '../tally.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'motif-tally-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('tallies', () => {
  it('are added up over all suites', () => {
    writeTally('one', { passed: 40, failed: 1 }, folder)
    writeTally('two', { passed: 2, failed: 0 }, folder)
    expect(addTallies(folder)).toEqual({ passed: 42, failed: 1 })
  })

  it('are replaced by a later run of the suite', () => {
    writeTally('one', { passed: 1, failed: 7 }, folder)
    writeTally('one', { passed: 8, failed: 0 }, folder)
    expect(addTallies(folder)).toEqual({ passed: 8, failed: 0 })
  })
})
