import { describe, expect, it } from 'vitest'
import { type Conditions, packages } from '../manifest.ts'

const withoutSource = (conditions: Conditions): Conditions =>
  Object.fromEntries(Object.entries(conditions).filter(([name]) => name !== 'motif-source'))

describe.each(packages.map(({ manifest }) => manifest))('$name', (manifest) => {
  it('publishes the subpaths it has here, without the way into its sources', () => {
    const published = Object.entries(manifest.exports).map(([subpath, each]) => [subpath, withoutSource(each)])
    expect(manifest.publishConfig?.exports).toEqual(Object.fromEntries(published))
  })

  it('builds each subpath from the source of the same name', () => {
    for (const [subpath, conditions] of Object.entries(manifest.exports)) {
      const folder = conditions['motif-source']?.endsWith('/index.ts') === true // otherwise one file joins what it needs
      const stem = [...(subpath === '.' ? [] : [subpath.slice(2)]), ...(folder ? ['index'] : [])].join('/')
      expect(conditions).toEqual({
        'motif-source': `./src/${stem}.ts`,
        types: `./dist/${stem}.d.ts`,
        default: `./dist/${stem}.js`,
      })
    }
  })

  it('says what a registry asks of it', () => {
    expect(manifest).toMatchObject({
      license: 'Apache-2.0',
      type: 'module',
      sideEffects: false,
      engines: { node: '>=20.19' },
      description: expect.stringMatching(/\S.{20,}\.$/),
      keywords: expect.arrayContaining(['cypher', 'graph', 'typescript']),
    })
    expect(manifest['private']).toBeUndefined()
  })

  it('has the version of the others', () => {
    expect(manifest.version).toBe(packages[0]?.manifest.version)
  })

  it('names no version of a dependency by itself', () => {
    const named = { ...(manifest['dependencies'] as object), ...(manifest['devDependencies'] as object) }
    for (const range of Object.values(named)) expect(range).toMatch(/^(?:catalog:|workspace:\*)$/)
  })
})

it('core depends on nothing', () => {
  expect(packages[0]?.manifest['dependencies']).toBeUndefined()
})
