import { describe, expect, it } from 'vitest'
import { packages } from '../manifest.ts'
import { publicNames } from '../public-surface.ts'

const namesOf = (specifier: string): string => {
  const owner = packages.find(({ manifest }) => `${specifier}/`.startsWith(`${manifest.name}/`))
  if (owner === undefined) throw new Error(`${specifier} is not published`)
  const subpath = specifier.replace(owner.manifest.name, '.')
  return publicNames(owner, subpath).join('\n')
}

// A name here is a promise. After a change that is meant, `npx vitest run tools/test/public-surface.test.ts -u` writes
// the lists anew.
describe('the public surface', () => {
  it('has these entries', () => {
    const entries = packages.flatMap(({ manifest }) =>
      Object.keys(manifest.exports).map((subpath) => subpath.replace('.', manifest.name)),
    )
    expect(entries).toEqual([
      '@motif/core',
      '@motif/core/ast',
      '@motif/core/testing',
      '@motif/driver',
      '@motif/driver/grafeo',
      '@motif/driver/testing',
      '@motif/codegen',
    ])
  })

  it('@motif/core', () => {
    expect(namesOf('@motif/core')).toMatchInlineSnapshot()
  })

  it('@motif/core/ast', () => {
    expect(namesOf('@motif/core/ast')).toMatchInlineSnapshot()
  })

  it('@motif/core/testing', () => {
    expect(namesOf('@motif/core/testing')).toMatchInlineSnapshot()
  })

  it('@motif/driver', () => {
    expect(namesOf('@motif/driver')).toMatchInlineSnapshot()
  })

  it('@motif/driver/grafeo', () => {
    expect(namesOf('@motif/driver/grafeo')).toMatchInlineSnapshot()
  })

  it('@motif/driver/testing', () => {
    expect(namesOf('@motif/driver/testing')).toMatchInlineSnapshot()
  })

  it('@motif/codegen', () => {
    expect(namesOf('@motif/codegen')).toMatchInlineSnapshot()
  })
})
