import { describe, expect, it } from 'vitest'
import type { Constraint } from '../../src/catalog/catalog.ts'
import type { Key } from '../../src/catalog/key.ts'
import { resolve } from '../../src/catalog/resolve.ts'
import type { NodeOverride } from '../../src/config/config.ts'
import { catalog, label, property } from '../catalogs.ts'

const on = (kind: Constraint['kind'], ...properties: string[]): Constraint => ({
  name: `${kind}_${properties.join('_')}`,
  kind,
  on: 'node',
  target: 'User',
  properties,
})

const users = (constraints: readonly Constraint[], User: NodeOverride = {}) =>
  resolve(
    catalog({
      labels: [
        label('User', 9, [
          property('email', { string: 9 }),
          property('id', { integer: 9 }),
          property('nick', { string: 8 }),
          property('tenant', { integer: 9 }),
        ]),
      ],
      constraints,
    }),
    { overrides: { nodes: { User } } },
  )

const keyOf = (constraints: readonly Constraint[], User?: NodeOverride): Key | undefined =>
  users(constraints, User).nodes[0]?.key

describe('the key of a label', () => {
  it('is that of a constraint which makes it unique, and none without one', () => {
    expect(keyOf([])).toBeUndefined()
    expect(keyOf([on('exists', 'id'), on('type', 'id'), on('other', 'id')])).toBeUndefined()
    expect(keyOf([{ ...on('unique', 'id'), on: 'relationship' }])).toBeUndefined()
    expect(keyOf([{ ...on('unique', 'id'), target: 'Team' }])).toBeUndefined()
    expect(keyOf([on('unique', 'id')])).toEqual({ properties: ['id'], reason: 'by constraint unique_id' })
    expect(keyOf([on('unique', 'tenant', 'id')])?.properties).toEqual(['tenant', 'id'])
  })

  it('is the best of several: a node key, properties that all nodes have, few, id, the first by name', () => {
    const of = (...constraints: Constraint[]): string | undefined => keyOf(constraints)?.properties.join()
    expect(of(on('unique', 'id'), on('key', 'tenant', 'email'))).toBe('tenant,email')
    expect(of(on('unique', 'nick'), on('unique', 'tenant', 'email'))).toBe('tenant,email')
    expect(of(on('unique', 'tenant', 'id'), on('unique', 'email'))).toBe('email')
    expect(of(on('unique', 'email'), on('unique', 'id'))).toBe('id')
    expect(of(on('unique', 'tenant'), on('unique', 'email'))).toBe('email')
  })

  it('is what an override says', () => {
    expect(keyOf([on('unique', 'id')], { key: 'email' })).toEqual({ properties: ['email'], reason: 'by override' })
    expect(keyOf([], { key: ['tenant', 'email'] })?.properties).toEqual(['tenant', 'email'])
    expect(keyOf([on('unique', 'id')], { key: false })).toBeUndefined()
  })

  it('is nothing that is left out or not there, and a wrong override is told', () => {
    expect(
      keyOf([on('unique', 'id'), on('unique', 'email')], { properties: { id: { omit: true } } })?.properties,
    ).toEqual(['email'])
    const { nodes, warnings } = users([on('unique', 'id')], { key: ['tenant', 'ident'] })
    expect(nodes[0]?.key).toBeUndefined()
    expect(warnings).toEqual(["an override names 'ident' as key of the label 'User', which has no such property"])
  })
})
