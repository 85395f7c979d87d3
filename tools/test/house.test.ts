import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../manifest.ts'

// What the linter has no rule for.
const folders = ['packages/core', 'packages/driver', 'packages/codegen', 'examples', 'test', 'tools', 'bench']
const skipped = /(?:^|\/)(?:node_modules|dist|\.tmp)\//

const files = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !skipped.test(`${name}/`))
    .map((name) => join(root, folder, name)),
)

/** Every place where a pattern stands, as `file:line`. */
const placesOf = (pattern: RegExp, inside: (file: string) => boolean): string[] =>
  files.filter(inside).flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((row, index) => (pattern.test(row) ? [`${relative(root, file)}:${index + 1} ${row.trim()}`] : [])),
  )

const everywhere = (file: string): boolean => !file.endsWith('house.test.ts')
const sources = (file: string): boolean => /\/packages\/[^/]+\/src\//.test(file)

describe('the house', () => {
  it('was looked through', () => {
    expect(files.length).toBeGreaterThan(50)
  })

  it('puts nothing off', () => {
    expect(placesOf(/\b(?:TODO|FIXME|XXX)\b/, everywhere)).toEqual([])
  })

  it('skips no test and singles none out', () => {
    expect(placesOf(/\b(?:it|test|describe)(?:\.\w+)*\.(?:only|skip|todo|fails)\b/, everywhere)).toEqual([])
  })

  it('gives a reason wherever it silences a rule or the compiler', () => {
    expect(
      placesOf(/oxlint-disable(?!.* -- \S)|eslint-disable|biome-ignore(?!.*: \S)|@ts-(?:ignore|nocheck)/, everywhere),
    ).toEqual([])
    expect(placesOf(/@ts-expect-error(?!:? \S)/, everywhere)).toEqual([])
  })

  it('hides with # and never with a keyword', () => {
    expect(placesOf(/^\s*(?:private|protected)\s+(?:readonly\s+|static\s+|async\s+)*[\w#[]/, sources)).toEqual([])
  })
})
