import { describe, expect, it } from 'vitest'
import { loadMigration } from '../../src/migrate/migration-files.ts'
import { freshFolder } from '../folder.ts'
import { migrationText } from './folder-of.ts'

/** What loading a migration says; its steps begin at line 5. */
const complaint = async (...lines: readonly string[]): Promise<string[]> => {
  const body = ['  up: [', ...lines.map((line) => `    ${line}`), '  ],'].join('\n')
  const folder = freshFolder({ '0001-a.ts': migrationText(body) })
  const file = { id: '0001-a', path: `${folder}/0001-a.ts`, checksum: '' }
  const error: unknown = await loadMigration(file).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toMatchObject({ code: 'USAGE' })
  return (error as Error).message
    .split('\n')
    .slice(1)
    .map((line) => line.trim())
}

const first = "{ renameLabel: 'A', to: 'B' }, // [ a bracket, and a comma"

describe('a migration', () => {
  it.each([
    ["{ renameLabel: 'A' },", 'line 6: up.1.to: Invalid input: expected string, received undefined'],
    ["{ renameLabel: 'A', to: 'A' },", 'line 6: up.1: the new name is the old one'],
    ["{ renameType: 'A', to: 'A' },", 'line 6: up.1: the new name is the old one'],
    ["{ renameProperty: 'a', to: 'a', node: 'A' },", 'line 6: up.1: the new name is the old one'],
    ["{ renameProperty: 'a', to: 'b' },", 'line 6: up.1: say node or relationship, one of them'],
    ["{ removeProperty: 'a', node: 'A', relationship: 'B' },", 'line 6: up.1: say node or relationship, one of them'],
    ["{ backfill: 'a', node: 'A' },", 'line 6: up.1: say value or cypher, one of them'],
    ["{ backfill: 'a', node: 'A', value: 1, cypher: '1' },", 'line 6: up.1: say value or cypher, one of them'],
    [
      "{ createConstraint: 'c', node: 'A', kind: 'uniq', properties: ['a'] },",
      'line 6: up.1.kind: Invalid option: expected one of "unique"|"key"|"exists"|"type"',
    ],
    [
      "{ createConstraint: 'c', node: 'A', kind: 'type', properties: ['a'] },",
      'line 6: up.1: a constraint of type says which, one that an engine can hold: integer, list<string>',
    ],
    [
      "{ createIndex: 'i', node: 'A', kind: 'vector', properties: ['a'] },",
      'line 6: up.1: a vector index says its dimensions, and no other has any',
    ],
    ["{ deleteNodes: 'A', batch: 0 },", 'line 6: up.1.batch: Too small: expected number to be >0'],
    [
      "{ cypher: 'MATCH (n) RETURN count(n) AS done', batched: true },",
      'line 6: up.1: what is batched takes $batch and returns how many it changed AS done',
    ],
    ["{ title: 'x', run: 'not a function' },", 'line 6: up.1.run: expected a function'],
    [
      "{ title: 'x' },",
      expect.stringMatching(/^line 6: up\.1: a step has one of renameLabel, .*, runAlone$/) as unknown as string,
    ],
    ["'a text',", expect.stringMatching(/^line 6: up\.1: a step has one of /) as unknown as string],
  ])('is refused by line and key: %s', async (line, words) => {
    expect(await complaint(first, line)).toEqual([words])
  })

  it('is refused for every step that is wrong', async () => {
    expect(await complaint("{ removeLabel: 'A', reason: '{[' },", first, "{ dropIndex: '' },")).toEqual([
      'line 5: up.0.reason: there is no such key',
      'line 7: up.2.dropIndex: a name has a character',
    ])
  })
})
