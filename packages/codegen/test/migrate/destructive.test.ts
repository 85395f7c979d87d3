import { describe, expect, it } from 'vitest'
import { lossOf } from '../../src/migrate/destructive.ts'
import type { Step } from '../../src/migrate/step.ts'

const unique: Step = { createConstraint: 'c', kind: 'unique', node: 'A', properties: ['id'] }

describe('what a step loses', () => {
  it.each([
    [{ removeProperty: 'a', relationship: 'R' }, 'R.a'],
    [{ removeLabel: 'A' }, 'A'],
    [{ deleteNodes: 'A' }, 'A'],
    [{ deleteRelationships: 'R' }, 'R'],
    [{ renameProperty: 'a', to: 'b', node: 'A', prefer: 'new' }, 'A.a'],
    [{ dropIndex: 'i' }, 'i'],
    [{ dropConstraint: 'c' }, 'c'],
    [{ dropIndex: 'i', replacedBy: 'not made here' }, 'i'],
    [{ cypher: 'MATCH (n) DETACH DELETE n' }, 'cypher'],
    [{ cypher: 'MATCH (n) remove n.a', title: 'tidy' }, 'tidy'],
    [{ cypher: 'DROP INDEX i' }, 'cypher'],
  ] satisfies [Step, string][])('%j', (step, name) => {
    expect(lossOf(step, [step])?.name).toBe(name)
  })

  it.each([
    { renameLabel: 'A', to: 'B' },
    { renameType: 'A', to: 'B' },
    { renameProperty: 'a', to: 'b', node: 'A' },
    { backfill: 'a', node: 'A', value: 1 },
    unique,
    { createIndex: 'i', kind: 'range', node: 'A', properties: ['a'] },
    { cypher: 'MATCH (n:`DELETE`) SET n.a = \'REMOVE\' // DROP\n, n.b = "DELETE" /* REMOVE\n */ RETURN n.deleted' },
    { title: 'DELETE', run: async () => {} },
  ] satisfies Step[])('nothing: %j', (step) => {
    expect(lossOf(step, [step])).toBeUndefined()
  })

  it('a constraint or index that is replaced, or was made by what is taken back, is not lost', () => {
    const drop: Step = { dropConstraint: 'old', replacedBy: 'c' }
    expect(lossOf(drop, [drop, unique])).toBeUndefined()
    expect(lossOf({ dropConstraint: 'c' }, [], [unique])).toBeUndefined()
  })
})
